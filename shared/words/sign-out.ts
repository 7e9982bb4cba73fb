import type { Notice } from '../model/state.ts';
import type { SecretStorage } from '../model/token.ts';
import { pluralOf } from './formats.ts';
import { type Around, catalogue, wording } from './language.ts';

export const signOutText = catalogue({
  en: {
    title: (name: string): string => `Sign out of ${name}?`,
    doneTitle: (name: string): string => `Signed out of ${name}`,
    waitingTitle: (name: string): string => `Signing out of ${name}…`,
    detail:
      'Usher revokes the token at Plex, then removes it from this computer. Programs you gave this token to stop working.',
    homeUserDetail:
      'Usher revokes this Home user’s token at Plex, then removes it from this computer. The main account isn’t affected.',
    homeUsersDetail: (count: number): string =>
      pluralOf(count, {
        one: 'This also signs out one Home user:',
        other: `This also signs out ${count} Home users:`,
      }),
    homeUsersRemoved: (count: number): string =>
      pluralOf(count, {
        one: 'This also removes one Home user, whose token stays valid at Plex:',
        other: `This also removes ${count} Home users, whose tokens stay valid at Plex:`,
      }),
    transientDetail:
      'Transient tokens minted with it are removed from the list too. Their servers may accept them for up to 48 hours, or until they restart.',
    untilQuitDetail: 'This account is held in memory until you quit, so nothing of it is stored.',
    signOut: 'Sign out',
    done: 'Done',
    ticks: 'Progress',
    tick: {
      revoked: 'Plex revoked the token',
      rejected: 'Confirmed: Plex rejects the token',
      removed: (storage: SecretStorage): string =>
        storage === 'keychain' ? 'Removed from this computer' : 'Removed from memory',
    },
    tickState: { pending: 'Waiting', running: 'In progress', done: 'Done', failed: 'Failed' },
    doneDetail: 'Nobody can use this token anymore.',
    unprovedDetail: 'Plex reports the token as revoked. Usher couldn’t confirm it.',
    removedTitle: (name: string): string => `Removed ${name}`,
    notAskedDetail:
      'Usher didn’t revoke the token at Plex because it was missing from the keychain or is used by another account.',
    finishLater: 'Finish later',
    laterDetail: (storage: SecretStorage): string =>
      storage === 'keychain'
        ? 'Finish later hides the account now. Usher keeps its token in the keychain only to revoke it once Plex is reachable.'
        : 'Finish later hides the account now. Usher keeps its token in memory only to revoke it once Plex is reachable, if that’s before you quit.',
    waitingDetail: (storage: SecretStorage): string =>
      storage === 'keychain'
        ? 'Plex can’t be reached yet. Usher keeps trying, even after a restart. Until then the token stays in the keychain, only so it can be revoked.'
        : 'Plex can’t be reached yet. Usher keeps trying until you quit. Until then the token stays in memory, only so it can be revoked.',
    waiting: 'Signing out, waiting for Plex',
    tryNow: 'Try now',
    queued: (name: string): string => `${name} is hidden. Usher finishes signing out later.`,
    removeLocally: 'Remove from this computer',
    leavesBehind: <Part>(place: Part): Around<Part> => [
      'You can remove it from this computer only. The token then stays valid at Plex until you remove this device there: ',
      place,
      '.',
    ],
    authorizedDevices: 'Authorized Devices',
    deviceNameIs: (name: string): string => `It is listed as “${name}”.`,
    signedOut: (name: string): string => `${name} is signed out.`,
    removed: (name: string): string => `${name} is removed from this computer.`,
  },
});

/** What became of a sign-out that an earlier run was cut short in. Its title is text from outside, to be cleaned before. */
export const finishedText = wording({ en: englishFinishedText });

function englishFinishedText(
  notice: Extract<Notice, { readonly kind: 'removalFinished' | 'signOutCutShort' }>,
): string {
  switch (notice.kind) {
    case 'removalFinished':
      return `Finished removing ${notice.title}, which had been interrupted.`;
    case 'signOutCutShort':
      return `Signing out of ${notice.title} was interrupted, and Plex couldn’t be reached. Sign out again.`;
  }
}
