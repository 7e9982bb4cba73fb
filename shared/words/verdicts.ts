import type { AppErrorCode, RejectionCause } from '../errors.ts';
import type { TokenKind, Verdict } from '../model/token.ts';
import { countOf, singleLine, timeAgoText } from './formats.ts';
import { catalogue, wording } from './language.ts';

/** Why a token could not be asked about, in a sentence. */
export const verdictReasonText = wording({ en: englishVerdictReasonText });

function englishVerdictReasonText(reason: AppErrorCode): string {
  switch (reason) {
    case 'network.offline':
      return 'There was no network.';
    case 'network.timeout':
      return 'No answer came in time.';
    case 'network.untrusted':
    case 'network.otherCertificate':
      return 'Who answered could not be proved.';
    case 'network.intercepted':
      return 'Something else answered, such as the log-in page of a network.';
    case 'plex.rateLimited':
      return 'There were too many questions, and none is answered for a while.';
    case 'plex.unavailable':
      return 'Plex has trouble of its own at the moment.';
    case 'plex.malformed':
    case 'plex.tooLarge':
      return 'The answer could not be read.';
    case 'server.unreachable':
      return 'The server is away, or none of its addresses answered as this server.';
    case 'server.refused':
      return 'The server refused to say.';
    case 'server.jwtRefused':
      return 'A JWT does not open this server. Sign in with the browser or a code to get a token that does.';
    case 'server.insecure':
      return 'The server can only be reached over plain HTTP, which you have not allowed.';
    case 'server.notFound':
    case 'server.noAccessToken':
      return 'Plex no longer lists the server for this account.';
    default:
      return reason.startsWith('vault.')
        ? 'The keychain did not give the token out.'
        : 'It could not be asked about.';
  }
}

/** Why a transient token died before its time, as far as it is known. */
export const rejectionText = catalogue<Readonly<Record<RejectionCause | 'expired', string>>>({
  en: {
    expired: 'Its 48 hours are over.',
    serverRestarted:
      'The server was most likely restarted since: it still takes the account, and a restart is what ends transient tokens.',
    accessEnded: 'The account may no longer use this server, and its tokens ended with that.',
    unclear: 'Why could not be told: the server could not be asked about the account itself.',
  },
});

/** Words of the system's notifications. */
export const alarmText = catalogue({
  en: {
    rejected: (account: string) => ({
      title: `${singleLine(account)}: sign in again`,
      body: 'Plex no longer accepts the token of this account. It keeps its place in Usher; open it to sign in again.',
    }),
    ending: (account: string) => ({
      title: `${singleLine(account)}: the token ends within a day`,
      body: 'Open the account in Usher and sign in again, so that nothing that uses it stops.',
    }),
    several: (count: number) => ({
      title: `${countOf(count, { one: 'account', other: 'accounts' })} need attention`,
      body: 'Plex no longer accepts their tokens, or will not for long. A new password that signs out every device does that. Open Usher to sign in again.',
    }),
  },
});

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
        label: 'Rejected',
        detail: isNamed(verdict.because)
          ? `${rejectedText[on]} ${rejectionText()[verdict.because]}`
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
        : `unknown: ${verdictReasonText(verdict.reason).replace(/\.$/, '')}`;
  }
}

const isNamed = (because: RejectionCause | null | undefined): because is RejectionCause =>
  because !== null && because !== undefined;
