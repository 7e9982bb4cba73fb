import type { ClipboardState } from '../model/state.ts';
import { countOf } from './formats.ts';
import { type Around, catalogue, wording } from './language.ts';

export const appText = catalogue({
  en: {
    name: 'Usher',
    skipToContent: 'Skip to the content',
    navigation: 'Accounts and tokens',
    openMenu: 'Menu',
    closeMenu: 'Close menu',
    accounts: 'Accounts',
    servers: 'Servers',
    account: 'Account',
    devices: 'Devices',
    home: 'Plex Home',
    homeUser: 'Home user',
    homeUserOf: (name: string): string => ` of ${name}`,
    transientTokens: 'Transient tokens',
    tokenCount: (count: number): string => countOf(count, { one: 'token', other: 'tokens' }),
    identify: 'What is this token?',
    activity: 'Activity',
    keychain: 'Keychain',
    settings: 'Settings',
    repairAccounts: 'Repair accounts',
    addAccount: 'Add account',
    waitingForSignIn: 'Waiting for a sign-in',
    demo: 'Demo',
    demoDetail: 'Usher talks to a Plex built into this demo. Nothing leaves this computer.',
    signingOut: 'Signing out',
    notices: 'Notices',
    shortcuts: 'Keyboard shortcuts',
    about: 'About Usher',
    tokenState: (label: string): string => `Token: ${label}`,
  },
});

export const aboutText = catalogue({
  en: {
    title: 'About Usher',
    purpose: 'A desktop token manager for Plex.',
    version: 'Version',
    deviceName: 'Name at Plex',
    storedWhere: 'Tokens are kept in',
    keychain: 'The keychain of this system, and nowhere else',
    sessionOnly: 'Memory, until Usher quits',
    notAffiliated: 'Usher is not affiliated with Plex. Plex is a trademark of Plex, Inc.',
  },
});

export const shortcutsText = catalogue({
  en: {
    title: 'Keyboard shortcuts',
    rows: [
      { keys: ['Mod', 'N'], does: 'Add an account' },
      { keys: ['Mod', '1 … 9'], does: 'Go to the first … ninth account' },
      { keys: ['Mod', 'T'], does: 'Transient tokens' },
      { keys: ['Mod', ','], does: 'Settings' },
      { keys: ['Mod', 'R'], does: 'Refresh what is shown' },
      { keys: ['↵'], does: 'Copy a token, on a server' },
      { keys: ['Alt', '↵'], does: 'Mint a new token, on a server' },
      { keys: ['Mod', '↵'], does: 'Open a server' },
      { keys: ['P'], does: 'Pin a server' },
      { keys: ['↑', '↓'], does: 'Move in the sidebar and in lists' },
      { keys: ['?'], does: 'This list' },
      { keys: ['Esc'], does: 'Close, or clear a search' },
    ],
    control: 'Ctrl',
    command: '⌘',
  },
});

/** Words of the settings page. */
export const settingsText = catalogue({
  en: {
    title: 'Settings',
    tokens: 'Tokens',
    isKeepAliveOn: {
      label: 'Keep account tokens in use',
      hint: 'Tells plex.tv once a day that each token is still used. Tokens that lie idle can stop working after some weeks.',
    },
    isMintingAnew: {
      label: 'Mint anew when a copied token is dead',
      hint: 'A transient token is tried before it is copied. If its server no longer takes it, a new one is minted and copied in its place.',
    },
    tokenForm: 'Copy tokens as',
    notifications: 'Notifications',
    isNotifying: {
      label: 'Tell me when a token stops working',
      hint: 'One notification of the system for each failure, without any part of the token.',
    },
    files: 'These choices are kept in settings.json in Usher’s profile folder.',
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
    copiedUnchecked: 'Copied, but its server could not be asked whether it still takes it',
    copyLabel: (name: string): string => `Copy ${name}`,
    copiedAnnouncement: (name: string): string => `Copied ${name}.`,
    tryAgain: 'Try again',
    details: 'Details',
    cancel: 'Cancel',
    close: 'Close',
    dismiss: 'Dismiss',
    loading: 'Loading',
    search: 'Search',
    clearSearch: 'Clear search',
    timeOver: 'over',
    required: 'required',
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

const names: Record<What, string> = {
  accountToken: 'Account token',
  transientToken: 'Transient token',
  sourceToken: 'Source token',
};

export const clipboardText = catalogue({
  en: {
    region: 'Clipboard',
    what: (what: What): string => names[what],
    /** What it is, of which account or server, and in what form where that is not the token alone. */
    onClipboard: <Part>(what: Part, label: Part, form: string | null): Around<Part> => [
      what,
      'of',
      label,
      ...(form === null ? [] : [form]),
      'is on the clipboard',
    ],
    clearsIn: <Part>(left: Part): Around<Part> => ['Cleared in ', left],
    kept: 'Kept until you clear it or copy something else.',
    /** Said only where main could do it. */
    keptFromHistory: 'Kept out of clipboard history.',
    keep: 'Keep',
    clearNow: 'Clear now',
    announce: (what: What, label: string, seconds: number | null): string =>
      seconds === null
        ? `${names[what]} of ${label} is on the clipboard.`
        : `${names[what]} of ${label} is on the clipboard and is cleared in ${seconds} seconds.`,
    cleared: 'The clipboard was cleared.',
  },
});

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
    title: 'Usher cannot show its window',
    detail:
      'The page in it stopped several times in a row, each time as soon as it was loaded. ' +
      'Your accounts and tokens are as they were. ' +
      'Try again, or quit Usher and start it anew. ' +
      `If that does not help, restart the computer, then report what is in ${profileFolder} in logs/usher.log to the makers of Usher.`,
    tryAgain: 'Try again',
    quit: 'Quit Usher',
  }),
});
