import type { AppInfo, ClipboardState } from '../model/state.ts';
import { countOf } from './formats.ts';
import { type Around, catalogue, wording } from './language.ts';

export const appText = catalogue({
  en: {
    skipToContent: 'Skip to content',
    navigation: 'Main',
    done: 'Done',
    openMenu: 'Menu',
    closeMenu: 'Close menu',
    back: 'Back',
    search: 'Search',
    overview: 'Overview',
    servers: 'Servers',
    tokens: 'Tokens',
    apps: 'Apps',
    identify: 'Identify',
    activity: 'Activity',
    noticeCount: (count: number): string => countOf(count, { one: 'notice', other: 'notices' }),
    accounts: 'Accounts',
    /** Where two accounts go by the same title. */
    accountNamed: (title: string, other: string): string => `${title} (${other})`,
    homeUserOf: (name: string | null): string =>
      name === null ? 'Home user' : `Home user of ${name}`,
    moreAccounts: (count: number) =>
      `Show ${countOf(count, { one: 'more account', other: 'more accounts' })}`,
    addAccount: 'Add account',
    waitingForSignIn: 'Waiting for a sign-in',
    signingOut: 'Signing out',
    tokenState: (label: string): string => `Token: ${label}`,
    keychain: 'Keychain',
    settings: 'Settings',
    help: 'Help',
    shortcuts: 'Keyboard shortcuts',
    about: 'About Usher',
    demo: 'Demo',
    notices: 'Notices',
  },
});

/** The keychain's state in the foot of the sidebar, in a word or two. */
export const keychainStateText = catalogue({
  en: {
    unknown: 'Not checked',
    ready: 'OK',
    waiting: 'Waiting for you',
    locked: 'Locked',
    unusable: 'Problem',
    sessionOnly: 'Not in use',
  },
});

export const aboutText = catalogue({
  en: {
    title: 'About Usher',
    purpose: 'A desktop token manager for Plex.',
    version: 'Version',
    deviceName: 'Device name',
    storedWhere: 'Tokens are kept in',
    keychain: 'System keychain only',
    sessionOnly: 'Memory, until Usher quits',
    dataFolder: 'Data folder',
    logs: 'Log',
    licenses: 'Licenses',
    open: 'Open',
    openData: 'Open data folder',
    openLogs: 'Open log folder',
    show: 'Show',
    showLicenses: 'Show licenses',
    notAffiliated: 'Usher isn’t affiliated with Plex. Plex is a trademark of Plex, Inc.',
  },
});

export const shortcutsText = catalogue({
  en: {
    title: 'Keyboard shortcuts',
    groups: { window: 'Go to', servers: 'Servers', lists: 'Lists' },
    does: {
      search: 'Search everything',
      places: 'Overview, Servers, Tokens, Apps, Identify, Activity',
      addAccount: 'Add an account',
      settings: 'Settings',
      refresh: 'Refresh',
      sidebar: 'Narrow or widen the sidebar',
      help: 'Show shortcuts',
      copy: 'Copy the server’s token',
      quickCopy: 'Copy from Quick copy',
      mint: 'Mint a new token',
      open: 'Open the server',
      pin: 'Pin the server',
      move: 'Move through lists',
      close: 'Close or clear search',
    },
    modifier: (platform: AppInfo['platform']): string => (platform === 'darwin' ? '⌘' : 'Ctrl'),
  },
});

export const uiText = catalogue({
  en: {
    copy: 'Copy',
    check: 'Check now',
    checking: 'Checking…',
    checkLabel: (name: string): string => `Check now: ${name}`,
    checkedAnnouncement: (name: string): string => `Checked ${name}.`,
    copied: 'Copied',
    copiedUnchecked: 'Copied, but Usher couldn’t check that it still works',
    copyLabel: (name: string): string => `Copy ${name}`,
    copiedAnnouncement: (name: string): string => `Copied ${name}.`,
    tryAgain: 'Try again',
    offline: 'Offline.',
    offlineAsOf: <Part>(when: Part): Around<Part> => ['Offline. Showing data from ', when, '.'],
    details: 'Details',
    cancel: 'Cancel',
    close: 'Close',
    dismiss: 'Dismiss',
    loading: 'Loading',
    search: 'Search',
    clearSearch: 'Clear search',
    clearSelection: 'Clear selection',
  },
});

export const commonText = catalogue({
  en: {
    /** What happened, as a sentence. */
    sentence: (title: string): string => `${title}.`,
    /** What happened, and what goes with it. */
    withNext: (title: string, next: string): string => `${title}. ${next}`,
    notGiven: 'not given',
    yes: 'Yes',
    no: 'No',
  },
});

type What = Extract<ClipboardState, { kind: 'holding' }>['what'];

const whats: Readonly<Record<What, (label: string) => string>> = {
  transientToken: (label) => `${label} token`,
  accountToken: (label) => `${label} account token`,
  sourceToken: (label) => `${label} source token`,
  appToken: (label) => `${label} app token`,
};

export const clipboardText = catalogue({
  en: {
    region: 'Clipboard',
    /** Of which account or server it is, and in what form where that is not the token alone. */
    copied: (what: What, label: string, form: string | null): string =>
      form === null ? `${whats[what](label)} copied` : `${whats[what](label)} copied as ${form}`,
    /** The one that was picked no longer worked. */
    replaced: (server: string): string => `New token for ${server} copied`,
    /** The one that was copied, of which it was found out since. */
    dead: (label: string): string => `The copied ${label} token no longer works`,
    mintNew: 'Mint a new one',
    clearsIn: <Part>(left: Part): Around<Part> => ['Clears in ', left],
    kept: 'Stays until you clear it or copy something else.',
    /** Said only where main could do it. */
    keptFromHistory: 'Excluded from clipboard history',
    keep: 'Don’t clear',
    clearNow: 'Clear',
    announce: (what: What, label: string, seconds: number | null): string =>
      seconds === null
        ? `${whats[what](label)} copied. It stays until you clear it.`
        : `${whats[what](label)} copied. Clears in ${seconds} seconds.`,
    cleared: 'Clipboard cleared.',
  },
});

/** Of the menu bar; the rest is the system's own words. */
export const menuText = catalogue({ en: { view: 'View' } });

/** Words for a window whose page dies again and again, with what the person may choose. */
export const deadPageText = wording({
  en: (
    profileFolder: string,
  ): {
    readonly title: string;
    readonly detail: string;
    readonly tryAgain: string;
    readonly quit: string;
  } => ({
    title: 'Usher can’t show its window',
    detail:
      'The page in it stopped several times in a row, each time right after it loaded. ' +
      'Your accounts and tokens aren’t affected. ' +
      'Try again, or quit Usher and open it again. ' +
      `If that doesn’t help, restart the computer, then report what’s in logs/usher.log in ${profileFolder}.`,
    tryAgain: 'Try again',
    quit: 'Quit Usher',
  }),
});
