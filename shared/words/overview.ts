import { countOf, pluralOf } from './formats.ts';
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
      signInAgain: 'Sign in again',
      newToken: 'Get new token',
      decide: 'Choose account',
      viewServers: 'View servers',
      viewServer: 'View server',
      stopWaiting: 'Stop waiting',
      tryAgain: 'Try again',
      viewSignOut: 'View sign-out',
      viewApps: 'View apps',
      replaceApps: 'Make new tokens',
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
