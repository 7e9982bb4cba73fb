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
  backup: 'Usher restored it from a backup.',
  nothing:
    'There was no usable backup, so Usher started with an empty list. Sign in again to get an account back.',
};

const keptText = (keptAs: string | null): string =>
  keptAs === null ? '' : ` The unreadable file was kept as ${keptAs}.`;

const leftoversText = (count: number): string =>
  pluralOf(count, {
    one: 'one leftover keychain entry',
    other: `${count} leftover keychain entries`,
  });

/** What happened without the person asking. */
export const noticeText = wording({ en: englishNoticeText });

function englishNoticeText(notice: Notice): NoticeText {
  switch (notice.kind) {
    case 'profileRebuilt':
      return {
        tone: 'warn',
        title: 'The list of accounts couldn’t be read',
        detail: `${rebuiltFrom[notice.from]}${keptText(notice.keptAs)}`,
      };
    case 'profileTooNew':
      return {
        tone: 'warn',
        title: 'Your data is from a newer version of Usher',
        detail: 'Changes won’t be saved. Update Usher to continue.',
      };
    case 'mintedAnew':
      return {
        tone: 'info',
        title: `New token for ${notice.serverName} copied`,
        detail: `The one you picked no longer worked, so Usher minted a new one. ${rejectionText()[notice.because]}`,
      };
    case 'signInResumed':
      return {
        tone: 'info',
        title: `Signed in as ${notice.accountTitle}`,
        detail: 'You approved the sign-in while Usher was closed.',
      };
    case 'newTokenLeft':
      return {
        tone: 'warn',
        title:
          notice.title === null
            ? 'A discarded token is still active'
            : `A token for ${notice.title} is still active`,
        detail:
          'It came from a sign-in you discarded, and Plex couldn’t be reached to revoke it. Remove this computer under that account’s Authorized Devices.',
      };
    case 'signOutFinished':
      return {
        tone: notice.isProved ? 'info' : 'warn',
        title: `${notice.title} is signed out`,
        detail: notice.isProved
          ? 'Plex is reachable again. The token was revoked and removed from this computer.'
          : 'Plex is reachable again and reports the token as revoked. It’s removed from this computer, but Usher couldn’t confirm that Plex rejects it.',
      };
    case 'signOutTokenLost':
      return {
        tone: 'warn',
        title: `Couldn’t sign ${notice.title} out at Plex`,
        detail:
          'The token was missing from the keychain, so Usher couldn’t revoke it. To end it, remove this computer under Authorized Devices.',
      };
    case 'appTokenUndone':
      return {
        tone: 'info',
        title: `The token for ${notice.name} wasn’t made`,
        detail:
          'Usher was interrupted. What had been made at Plex is revoked, and no file changed.',
      };
    case 'appTokenFinished':
      return {
        tone: 'info',
        title: notice.isRemoved
          ? `Finished revoking the token for ${notice.name}`
          : `Finished rotating the token for ${notice.name}`,
        detail: 'It had been interrupted. Plex no longer accepts the old token.',
      };
    case 'removalFinished':
      return {
        tone: 'info',
        title: `Finished removing ${notice.title}`,
        detail:
          'The removal had been interrupted. Nothing of the account is left on this computer.',
      };
    case 'signOutCutShort':
      return {
        tone: 'warn',
        title: `Signing out of ${notice.title} was interrupted`,
        detail: 'Plex couldn’t be reached, so the account is still here. Sign out again.',
      };
    case 'bug':
      return {
        tone: 'warn',
        title: 'Something went wrong in Usher',
        detail: `This is a bug. Usher keeps running; if something stops responding, quit and open it again. See reference ${notice.reference} in the log.`,
      };
    case 'leftoversRemoved':
      return {
        tone: 'info',
        title: 'Usher didn’t close properly',
        detail: `It quit while saving or removing a token. Usher removed ${leftoversText(notice.count)}. No saved tokens were lost.`,
      };
  }
}
