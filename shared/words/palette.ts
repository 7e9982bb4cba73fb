import type { Command } from '../model/command.ts';
import type { TokenForm } from '../model/token.ts';
import { nameWithin } from './formats.ts';
import { catalogue } from './language.ts';
import { tokenFormText } from './tokens.ts';

export type PaletteGroup =
  'recent' | 'servers' | 'accounts' | 'tokens' | 'apps' | 'actions' | 'pages' | 'settings';

/** What is shown of a command, and the page that it is on where its title does not say that. */
export interface CommandWords {
  readonly title: string;
  readonly detail: string;
}

const command = (title: string, detail = ''): CommandWords => ({ title, detail });

/** Words of the palette. */
export const paletteText = catalogue({
  en: {
    title: 'Search',
    field: 'Search servers, accounts, and actions',
    fieldOf: (server: string) => `Actions for ${nameWithin(server)}`,
    results: 'Results',
    nothing: (query: string) => `Nothing found for “${query}”`,
    groups: {
      recent: 'Recent',
      servers: 'Servers',
      accounts: 'Accounts',
      tokens: 'Tokens',
      apps: 'Apps',
      actions: 'Actions',
      pages: 'Pages',
      settings: 'Settings',
    } satisfies Readonly<Record<PaletteGroup, string>>,
    commands: {
      overview: command('Overview'),
      attention: command('Needs attention', 'Overview'),
      servers: command('Servers'),
      tokens: command('Tokens'),
      apps: command('Apps'),
      identify: command('Identify'),
      activity: command('Activity'),
      keychain: command('Keychain'),
      settings: command('Settings'),
      refresh: command('Refresh servers'),
      addAccount: command('Add account'),
      addApp: command('Add app'),
      checkTokens: command('Check all tokens'),
      identifyClipboard: command('Identify clipboard'),
      clearClipboard: command('Clear clipboard'),
      shortcuts: command('Keyboard shortcuts'),
      about: command('About Usher'),
    } satisfies Readonly<Record<Command, CommandWords>>,
    account: {
      devices: 'Devices',
      home: 'Plex Home',
      data: 'Account data',
      signInAgain: 'Sign in again',
    },
    server: {
      copy: (server: string) => `Copy token for ${nameWithin(server)}`,
      mintAndCopy: (server: string) => `Mint & copy for ${nameWithin(server)}`,
      mint: (server: string) => `Mint a new token for ${nameWithin(server)}`,
      copyAs: (server: string, form: TokenForm) =>
        `Copy ${nameWithin(server)} as ${tokenFormText().label(form)}`,
      open: (server: string) => `Open ${nameWithin(server)}`,
      pin: (server: string) => `Pin ${nameWithin(server)}`,
      unpin: (server: string) => `Unpin ${nameWithin(server)}`,
    },
    /** Behind the account that a server is reached through. */
    reach: (how: string) => ` · ${how}`,
    tokenOf: (server: string, account: string) => `${nameWithin(server)} · ${nameWithin(account)}`,
    appOf: (account: string, lastFour: string) => `${nameWithin(account)} · ••••${lastFour}`,
    copyToken: 'Copy token',
    allTokens: 'all tokens',
    footer: {
      copy: 'Copy',
      mint: 'Mint new',
      open: 'Open',
      choose: 'Choose',
      allActions: 'All actions',
      back: 'Back',
      close: 'Close',
    },
    quick: {
      title: 'Quick access',
      field: 'Copy a token or search',
      copy: 'Copy',
      copyAndHide: 'Copy and hide',
      openUsher: 'Open Usher',
      hide: 'Hide',
    },
    keys: {
      openUsher: 'O',
      enter: '↵',
      tab: 'Tab',
      escape: 'Esc',
      copyAsCurl: 'C',
      modifier: (isMac: boolean) => (isMac ? '⌘' : 'Ctrl'),
      option: (isMac: boolean) => (isMac ? '⌥' : 'Alt'),
      shift: (isMac: boolean) => (isMac ? '⇧' : 'Shift'),
    },
  },
});
