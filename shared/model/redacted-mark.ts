/** Stands where a secret was: visible, so that nobody takes the field for empty. */
export const redactedMark = '[redacted]';
