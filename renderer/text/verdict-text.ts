import type { TokenKind, Verdict } from '../../shared/model/token.ts';
import type { RejectionCause } from '../../shared/errors.ts';
import { rejectionText } from '../../shared/text/rejection-text.ts';
import { verdictReasonText } from '../../shared/text/verdict-reason-text.ts';

/** Who would have said no, and what to do about it. */
export type VerdictOn = 'account' | 'access' | Extract<TokenKind, 'transient'>;

const validText: Readonly<Record<VerdictOn, string>> = {
  account: 'Plex accepted this token when it was last asked.',
  access: 'The server accepted this token when it was last asked.',
  transient: 'The server accepted this token when it was last asked.',
};

const rejectedText: Readonly<Record<VerdictOn, string>> = {
  account: 'Plex no longer accepts this token. Sign in again; the account keeps its place.',
  access:
    'The server no longer accepts this token. That says nothing about the account. Refresh the list of servers; if that does not help, the owner has to share the server again.',
  transient: 'The server no longer accepts this token.',
};

/** What is known of a token, in one word, and the sentence behind it. */
export function verdictText(
  verdict: Verdict,
  on: VerdictOn = 'account',
): { readonly label: string; readonly detail: string } {
  switch (verdict.kind) {
    case 'valid':
      return { label: 'Valid', detail: validText[on] };
    case 'rejected':
      return {
        label: 'Rejected',
        detail: isNamed(verdict.because)
          ? `${rejectedText[on]} ${rejectionText[verdict.because]}`
          : rejectedText[on],
      };
    case 'unknown':
      return verdict.reason === null
        ? { label: 'Not checked', detail: 'Nobody has been asked about this token yet.' }
        : {
            label: 'Unknown',
            detail: `${verdictReasonText(verdict.reason)} That says nothing against the token.`,
          };
  }
}

const isNamed = (because: RejectionCause | null | undefined): because is RejectionCause =>
  because !== null && because !== undefined;
