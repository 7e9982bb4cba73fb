import type { AppErrorCode, RejectionCause } from '../errors.ts';
import type { TokenKind, Verdict } from '../model/token.ts';
import { countOf, singleLine, timeAgoText } from './formats.ts';
import { catalogue, wording } from './language.ts';

/** Why a token couldn't be checked, in a sentence. */
export const verdictReasonText = wording({ en: englishVerdictReasonText });

function englishVerdictReasonText(reason: AppErrorCode): string {
  switch (reason) {
    case 'network.offline':
      return 'You’re offline, or Plex couldn’t be reached.';
    case 'network.timeout':
      return 'The check timed out.';
    case 'network.untrusted':
    case 'network.otherCertificate':
      return 'The server’s identity couldn’t be verified.';
    case 'network.intercepted':
      return 'You may need to sign in to this network.';
    case 'plex.rateLimited':
      return 'Plex is limiting requests. Usher will check again soon.';
    case 'plex.unavailable':
      return 'Plex is having problems right now.';
    case 'plex.malformed':
    case 'plex.tooLarge':
      return 'The answer couldn’t be read.';
    case 'server.unreachable':
      return 'The server is offline or unreachable.';
    case 'server.refused':
      return 'The server returned an error.';
    case 'server.jwtRefused':
      return 'This server doesn’t accept JWTs. Sign in with your browser or a code instead.';
    case 'server.insecure':
      return 'The server can only be reached without encryption, which you haven’t allowed.';
    case 'server.notFound':
    case 'server.noAccessToken':
      return 'Plex no longer lists the server for this account.';
    default:
      return reason.startsWith('vault.')
        ? 'The keychain didn’t return the token.'
        : 'The check failed.';
  }
}

/** Why a transient token ended before its time, as far as it is known. */
export const rejectionText = catalogue<Readonly<Record<RejectionCause | 'expired', string>>>({
  en: {
    expired: 'It expired after 48 hours.',
    serverRestarted:
      'The server probably restarted, which ends all transient tokens. Your account still has access.',
    accessEnded: 'This account no longer has access to the server.',
    unclear: 'Usher couldn’t find out why.',
  },
});

/** Words of the system's notifications. */
export const alarmText = catalogue({
  en: {
    rejected: (account: string) => ({
      title: `Sign in to ${singleLine(account)} again`,
      body: 'Plex no longer accepts this account’s token.',
    }),
    ending: (account: string) => ({
      title: `${singleLine(account)}’s token expires within a day`,
      body: 'Sign in again in Usher to keep things working.',
    }),
    several: (count: number) => ({
      title: `${countOf(count, { one: 'account', other: 'accounts' })} need attention`,
      body: 'Their tokens were revoked or expire soon, often after a password change. Open Usher to sign in again.',
    }),
  },
});

/** Who would have rejected it, and what to do about it. */
export type VerdictOn = 'account' | 'access' | 'app' | Extract<TokenKind, 'transient'>;

const validText: Readonly<Record<VerdictOn, string>> = {
  account: 'Plex accepted this token at the last check.',
  access: 'The server accepted this token at the last check.',
  app: 'Plex accepted this token at the last check.',
  transient: 'The server accepted this token at the last check.',
};

const rejectedText: Readonly<Record<VerdictOn, string>> = {
  account: 'Plex no longer accepts this token. Sign in again to replace it.',
  access:
    'The server no longer accepts this token. Your account isn’t affected. Refresh the server list, or ask the owner to share the server again.',
  app: 'Plex no longer accepts this token. Rotate it to replace it.',
  transient: 'The server no longer accepts this token.',
};

/** What is known of a token, in one word, and the sentence behind it. */
export const verdictText = wording({ en: englishVerdictText });

function englishVerdictText(
  verdict: Verdict,
  on: VerdictOn = 'account',
): { readonly label: string; readonly detail: string } {
  switch (verdict.kind) {
    case 'valid':
      return { label: 'Valid', detail: validText[on] };
    case 'rejected':
      return {
        label: on === 'account' ? 'Revoked' : 'No longer valid',
        detail: isNamed(verdict.because)
          ? `${rejectedText[on]} ${rejectionText()[verdict.because]}`
          : rejectedText[on],
      };
    case 'unknown':
      return verdict.reason === null
        ? { label: 'Not checked', detail: 'This token hasn’t been checked yet.' }
        : {
            label: 'Can’t be checked',
            detail: `${verdictReasonText(verdict.reason)} The token may still be valid.`,
          };
  }
}

/** What is known of a token, and since when, or why nobody could say: for a cell of a table. */
export const verdictCellText = wording({ en: englishVerdictCellText });

function englishVerdictCellText(verdict: Verdict, now: number): string {
  switch (verdict.kind) {
    case 'valid':
      return `valid, ${timeAgoText(verdict.provedAt, now)}`;
    case 'rejected':
      return `rejected, ${timeAgoText(verdict.rejectedAt, now)}`;
    case 'unknown':
      return verdict.reason === null
        ? 'not checked'
        : `can’t be checked: ${verdictReasonText(verdict.reason)}`;
  }
}

const isNamed = (because: RejectionCause | null | undefined): because is RejectionCause =>
  because !== null && because !== undefined;
