import { countOf, listOf, pluralOf } from './formats.ts';
import { type Around, catalogue } from './language.ts';

/** Words of the first screen of a returning person. */
export const overviewText = catalogue({
  en: {
    title: 'Overview',
    refresh: 'Refresh',
    refreshing: 'Refreshing…',
    quickCopy: {
      title: 'Quick copy',
      /** Beside the title: the keys that copy. */
      keys: <Part>(first: Part, last: Part | null): Around<Part> =>
        last === null ? ['Press ', first, ' to copy'] : ['Press ', first, ' – ', last, ' to copy'],
      pin: 'Pin servers to keep them here.',
      all: 'All servers',
      empty: 'No servers yet. Servers you own or that others share with you appear here.',
      loading: 'Loading servers',
    },
    attention: {
      title: 'Needs attention',
      nothing: 'Nothing right now.',
      checked: <Part>(accounts: number, when: Part): Around<Part> =>
        pluralOf(accounts, {
          one: ['Nothing right now. Your account and servers were checked ', when, '.'],
          other: ['Nothing right now. All accounts and servers were checked ', when, '.'],
        }),
      /** Things that are wrong in the same way are told in one line. */
      names: (names: readonly string[]): string =>
        names.length <= 3
          ? listOf(names)
          : listOf([...names.slice(0, 2), `${names.length - 2} more`]),
      signedOut: 'Signed out by Plex',
      /** Where there is room for it. */
      signedOutWhy: 'Signed out by Plex, usually because of a password reset',
      signInAgain: 'Sign in again',
      homeUserSignedOut: (account: string | null): string =>
        account === null
          ? 'Home user, signed out by Plex'
          : `Home user of ${account}, signed out by Plex`,
      newToken: 'Get new token',
      ending: 'Token expires within a day',
      undecided: 'Someone else signed in. Choose which account to keep.',
      decide: 'Choose account',
      update: 'Update required',
      updateWhen: 'Update required before you share a token',
      viewServers: 'View servers',
      viewServer: 'View server',
      keychain: 'Keychain',
      keychainWaiting: 'Waiting for your password. The prompt may be behind this window.',
      stopWaiting: 'Stop waiting',
      tryAgain: 'Try again',
      signingOut: 'Not signed out yet. Usher keeps trying to reach Plex.',
      viewSignOut: 'View sign-out',
      stale: (why: string): string => `Couldn’t refresh servers: ${why}`,
      dismiss: 'Dismiss',
      /** Starts with the words on the button, so that it can be called by voice. */
      actionName: (action: string, name: string): string => `${action}: ${name}`,
    },
    tokens: {
      title: 'Active tokens',
      all: 'View all',
      empty: 'Tokens you mint appear here with the time they have left.',
      nameOf: (server: string): string => `token of ${server}`,
    },
    accounts: {
      title: 'Accounts',
      servers: (count: number): string =>
        count === 0 ? 'No servers' : countOf(count, { one: 'server', other: 'servers' }),
      signedOut: 'Signed out',
      signingOut: 'Signing out',
      notLoaded: 'Not loaded yet',
      valid: 'Token valid',
      unchecked: 'Token not checked',
      add: 'Add account',
    },
  },
});
