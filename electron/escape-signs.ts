/**
 * JSON text with what JSON leaves as it is, and a terminal or an editor obeys, written as an escape.
 * SECURITY: a server's or a device's name can hold signs that move the cursor or turn the direction of what follows.
 */
export const escapeSigns = (json: string): string =>
  json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
