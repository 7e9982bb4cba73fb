/** What may be a token in a pasted text, in clear, and where it stood. */
export interface FoundText {
  readonly token: string;
  readonly field: string | null;
  readonly label: string | null;
  /** Asked for only what is shown: it looks around in the text. */
  readonly host: () => string | null;
}
