import type { Notice } from '../model/state.ts';
import { pluralOf } from './formats.ts';
import { wording } from './language.ts';
import { rejectionText } from './verdicts.ts';

export interface NoticeText {
  readonly tone: 'info' | 'warn';
  readonly title: string;
  readonly detail: string;
}

const rebuiltFrom = {
  backup: 'Usher went back to its last good copy.',
  nothing:
    'There was no good copy, so the list starts empty. Your tokens are still in the keychain: sign in again to get an account back.',
};

const keptText = (keptAs: string | null): string =>
  keptAs === null ? '' : ` The unreadable file was kept as ${keptAs}.`;

const leftoversText = (count: number): string =>
  pluralOf(count, {
    one: 'What it left behind was',
    other: `The ${count} things it left behind were`,
  });

/** What happened without the person asking. */
export const noticeText = wording({ en: englishNoticeText });

function englishNoticeText(notice: Notice): NoticeText {
  switch (notice.kind) {
    case 'profileRebuilt':
      return {
        tone: 'warn',
        title: 'The list of accounts could not be read',
        detail: `${rebuiltFrom[notice.from]}${keptText(notice.keptAs)}`,
      };
    case 'profileTooNew':
      return {
        tone: 'warn',
        title: 'The list of accounts is from a newer Usher',
        detail:
          'It is left as it is, and nothing is saved by this version. Update Usher to use it.',
      };
    case 'mintedAnew':
      return {
        tone: 'info',
        title: `A new token of ${notice.serverName} is on the clipboard`,
        detail: `The one you copied was dead, so it was minted anew. ${rejectionText()[notice.because]}`,
      };
    case 'signInResumed':
      return {
        tone: 'info',
        title: `Signed in as ${notice.accountTitle}`,
        detail: 'The sign-in was approved while Usher was closed, and has been finished now.',
      };
    case 'newTokenLeft':
      return {
        tone: 'warn',
        title:
          notice.title === null
            ? 'A token was left at Plex'
            : `A token of ${notice.title} was left at Plex`,
        detail:
          'It was made by a sign-in that you did not keep, and Plex could not be asked to revoke it. Remove this computer under Authorized Devices of the account that approved it to end it.',
      };
    case 'signOutFinished':
      return {
        tone: notice.isProved ? 'info' : 'warn',
        title: `${notice.title} is signed out`,
        detail: notice.isProved
          ? 'Plex could be asked at last: the token is revoked, Plex no longer accepts it, and it is gone from this computer.'
          : 'Plex could be asked at last: it said that the token is revoked, and it is gone from this computer. Usher could not ask with it once more to prove that.',
      };
    case 'signOutTokenLost':
      return {
        tone: 'warn',
        title: `${notice.title} could not be signed out at Plex`,
        detail:
          'The token was not in the keychain any more, so it could not be revoked. Nothing of it is left on this computer. To end it at Plex, remove this computer under Authorized Devices.',
      };
    case 'removalFinished':
      return {
        tone: 'info',
        title: `Finished removing ${notice.title}`,
        detail: 'The removal had been cut short. Nothing of it is left on this computer.',
      };
    case 'signOutCutShort':
      return {
        tone: 'warn',
        title: `Signing out of ${notice.title} was cut short`,
        detail:
          'Plex could not be asked to finish it, so the account is still here. Sign out again.',
      };
    case 'bug':
      return {
        tone: 'warn',
        title: 'Something went wrong in Usher',
        detail: `This is a mistake in the program, and Usher goes on. Should something not answer any more, quit Usher and start it again. The log has the mistake under the reference ${notice.reference}.`,
      };
    case 'leftoversRemoved':
      return {
        tone: 'info',
        title: 'Something was cut short the last time',
        detail: `Usher ended while it stored or removed a token. ${leftoversText(notice.count)} deleted from the keychain, and nothing that was stored is lost.`,
      };
  }
}
