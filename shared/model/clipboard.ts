import type { TokenForm } from './token-form.ts';

/** What Usher put on the clipboard and has not cleared. */
export type ClipboardState =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'holding';
      /** What was copied, in words: an account's or a server's name. */
      readonly label: string;
      readonly what: 'accountToken' | 'transientToken' | 'sourceToken';
      readonly form: TokenForm;
      /** When this was sent; null once the person chose to keep it. */
      readonly remainingMs: number | null;
      readonly totalMs: number;
      /** Why it is still there although it was to be cleared. It is tried again. */
      readonly failure: 'clipboard.failed' | 'clipboard.notCleared' | null;
      /** Whether platform and runtime could keep it out of clipboard history. */
      readonly isKeptFromHistory: boolean;
    };
