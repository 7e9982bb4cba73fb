import type { Verdict } from '../../shared/model/verdict.ts';

/** What is known of a token, in one word, and the sentence behind it. */
export function verdictText(verdict: Verdict): { readonly label: string; readonly detail: string } {
  switch (verdict.kind) {
    case 'valid':
      return { label: 'Valid', detail: 'Plex accepted this token when it was last asked.' };
    case 'rejected':
      return {
        label: 'Rejected',
        detail: 'Plex no longer accepts this token. Sign in again; the account keeps its place.',
      };
    case 'unknown':
      return verdict.reason === null
        ? { label: 'Not checked', detail: 'Plex has not been asked about this token yet.' }
        : {
            label: 'Unknown',
            detail: 'Plex could not be asked about this token. That says nothing against it.',
          };
  }
}
