import type { Notice } from '../model/state.ts';
import type { SecretStorage } from '../model/token.ts';
import { pluralOf } from './formats.ts';
import { type Around, catalogue, wording } from './language.ts';

export const signOutText = catalogue({
  en: {
    title: (name: string): string => `Sign out ${name}?`,
    doneTitle: (name: string): string => `Signed out ${name}`,
    waitingTitle: (name: string): string => `Signing out ${name}`,
    detail:
      'Usher asks Plex to revoke the token, then removes it from this computer. Programs you gave this token to stop working.',
    homeUserDetail:
      'Usher asks Plex to revoke the token of this Home user, then removes it from this computer. The account it was switched to from stays.',
    homeUsersDetail: (count: number): string =>
      pluralOf(count, {
        one: 'One Home user goes with it. Its token would live on at Plex, so Usher revokes that too:',
        other: `${count} Home users go with it. Their tokens would live on at Plex, so Usher revokes those too:`,
      }),
    homeUsersRemoved: (count: number): string =>
      pluralOf(count, {
        one: 'One Home user goes with it. Its token stays valid at Plex as well:',
        other: `${count} Home users go with it. Their tokens stay valid at Plex as well:`,
      }),
    transientDetail:
      'Transient tokens minted with it are removed from the list too. On their servers they can stay good for up to 48 hours, or until the server restarts.',
    untilQuitDetail: 'This account is held in memory until you quit, so nothing of it is stored.',
    signOut: 'Sign out',
    done: 'Done',
    ticks: 'What is proved',
    tick: {
      revoked: 'Plex revoked the token',
      rejected: 'Asked with it once more, Plex rejects it',
      removed: (storage: SecretStorage): string =>
        storage === 'keychain'
          ? 'It is gone from the keychain and from the list'
          : 'It is gone from memory and from the list',
    },
    tickState: { pending: 'Not yet', running: 'Under way', done: 'Done', failed: 'Not done' },
    doneDetail: 'The token cannot be used by anybody any more.',
    unprovedDetail:
      'Plex said that the token is revoked. It could not be asked with it once more, so that is not proved.',
    removedTitle: (name: string): string => `Removed ${name}`,
    notAskedDetail:
      'Plex was not asked to revoke the token: it was gone from the keychain, or the same user goes on with it on this computer.',
    finishLater: 'Finish later',
    laterDetail: (storage: SecretStorage): string =>
      storage === 'keychain'
        ? 'Finish later takes the account off the list now. Its token stays in the keychain for this alone, and Usher revokes it as soon as Plex can be asked.'
        : 'Finish later takes the account off the list now. Its token stays in memory for this alone, and Usher revokes it as soon as Plex can be asked, if that is before you quit.',
    waitingDetail: (storage: SecretStorage): string =>
      storage === 'keychain'
        ? 'Plex could not be told yet. Usher tries again by itself, also after a restart. The token stays in the keychain for this alone.'
        : 'Plex could not be told yet. Usher tries again by itself until you quit. The token stays in memory for this alone.',
    waiting: 'Signing out, waiting for Plex',
    tryNow: 'Try now',
    queued: (name: string): string => `${name} is off the list. Usher finishes signing out later.`,
    removeLocally: 'Remove from this computer',
    leavesBehind: <Part>(place: Part): Around<Part> => [
      'You can remove it from this computer alone. The token then stays valid at Plex until you remove this device there: ',
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
      return `Finished removing ${notice.title}, which had been cut short.`;
    case 'signOutCutShort':
      return `Signing out of ${notice.title} had been cut short, and Plex cannot be asked to finish it. Sign out again.`;
  }
}
