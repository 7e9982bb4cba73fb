import type { ShortcutModifier } from '../model/shortcut.ts';
import type { Settings } from '../model/state.ts';
import { countOf } from './formats.ts';
import { catalogue } from './language.ts';

export const settingSections = [
  'general',
  'quickAccess',
  'tokens',
  'clipboard',
  'notifications',
  'unencrypted',
  'data',
] as const;
export type SettingSection = (typeof settingSections)[number];

/** Each setting, by its section, in the order in which they stand there. */
export const settingsOf = {
  general: ['opensAtLogin', 'isInBackground', 'startWith', 'theme'],
  quickAccess: ['quickShortcut', 'isHidingAfterCopy'],
  tokens: ['tokenForm', 'isReusing', 'isMintingAnew', 'isKeepAliveOn'],
  clipboard: ['clipboardSeconds'],
  notifications: ['isNotifying'],
  unencrypted: ['insecureServers'],
  data: ['profileFolder', 'keychain', 'activityDays', 'reset'],
} as const satisfies Readonly<Record<SettingSection, readonly string[]>>;
export type SettingId = (typeof settingsOf)[SettingSection][number];

interface SettingWords {
  readonly label: string;
  readonly hint: string;
}

const seconds = (count: number): string =>
  count < 60
    ? countOf(count, { one: 'second', other: 'seconds' })
    : countOf(count / 60, { one: 'minute', other: 'minutes' });

/** Words of the settings. */
export const settingsText = catalogue({
  en: {
    title: 'Settings',
    find: 'Find a setting',
    index: 'Sections',
    nothing: (query: string) => `No setting contains “${query}”.`,
    sections: {
      general: 'General',
      quickAccess: 'Quick access',
      tokens: 'Tokens',
      clipboard: 'Clipboard',
      notifications: 'Notifications',
      unencrypted: 'Unencrypted servers',
      data: 'Data',
    } satisfies Readonly<Record<SettingSection, string>>,
    settings: {
      opensAtLogin: { label: 'Open at login', hint: '' },
      isInBackground: { label: 'Keep running in the background', hint: '' },
      startWith: { label: 'Start with', hint: '' },
      theme: { label: 'Theme', hint: '' },
      quickShortcut: { label: 'Global shortcut', hint: 'Opens quick access from any app.' },
      isHidingAfterCopy: { label: 'Hide the window after copying', hint: '' },
      tokenForm: {
        label: 'Default format',
        hint: 'Used by every copy. One-off formats don’t change it.',
      },
      isReusing: { label: 'When a valid token exists', hint: '' },
      isMintingAnew: {
        label: 'Replace a token that no longer works when I copy it',
        hint: 'If the server rejects it, Usher mints a new one and copies that instead.',
      },
      isKeepAliveOn: {
        label: 'Keep account tokens active',
        hint: 'Checks in with plex.tv once a day, because Plex may expire tokens that go unused for weeks. Only while Usher is open or in the background.',
      },
      clipboardSeconds: {
        label: 'Clear after',
        hint: 'Tokens are also cleared when you lock the screen or quit Usher.',
      },
      isNotifying: {
        label: 'Notify me when a token stops working',
        hint: 'One system notification per problem, while Usher is open or in the background. Tokens are never shown.',
      },
      insecureServers: {
        label: 'Unencrypted servers',
        hint: 'None. Usher asks before it sends a token unencrypted.',
      },
      profileFolder: { label: 'Data folder', hint: '' },
      keychain: { label: 'Keychain', hint: '' },
      activityDays: { label: 'Keep activity for', hint: '' },
      reset: { label: 'Reset settings', hint: 'Accounts and tokens aren’t affected.' },
    } satisfies Readonly<Record<SettingId, SettingWords>>,
    /** What keeps running in the background means on this computer. */
    background: {
      tray: 'Usher stays in the tray when you close the window.',
      menuBar: 'Usher stays in the menu bar when you close the window.',
      noTray:
        'This desktop shows no tray, so closing the window quits Usher. On GNOME, the AppIndicator extension adds one.',
    },
    quickAccess: {
      /** Where there is none yet, and where it would do nothing. */
      needsBackground: 'Opens quick access from any app. Needs “Keep running in the background”.',
      taken: 'Another app already uses this shortcut. Record a different one.',
      unusable: 'This system doesn’t let apps use this shortcut. Record a different one.',
      record: 'Record',
      recordLabel: 'Record global shortcut',
      change: 'Change',
      changeLabel: 'Change global shortcut',
      remove: 'Remove',
      removeLabel: 'Remove global shortcut',
      removed: 'Global shortcut removed.',
      cancel: 'Cancel',
      recording: 'Press the keys, or Esc to cancel.',
      /** Fewer would take a key from every program. */
      tooFew: (isMac: boolean) =>
        isMac
          ? 'Use at least two of ⌃, ⌥, ⇧, and ⌘ with a key.'
          : 'Use at least two of Ctrl, Alt, Shift, and Super with a key.',
      unknownKey: 'Usher can’t use that key. Try another one.',
      recorded: (shortcut: string) => `Global shortcut: ${shortcut}.`,
      keys: (isMac: boolean): Readonly<Record<ShortcutModifier, string>> => ({
        Control: isMac ? '⌃' : 'Ctrl',
        Command: '⌘',
        Super: 'Super',
        Alt: isMac ? '⌥' : 'Alt',
        Shift: isMac ? '⇧' : 'Shift',
      }),
    },
    starts: {
      overview: 'Overview',
      lastView: 'Last view',
    } satisfies Readonly<Record<Settings['startWith'], string>>,
    themes: {
      system: 'System',
      light: 'Light',
      dark: 'Dark',
    } satisfies Readonly<Record<Settings['theme'], string>>,
    reuse: 'Reuse',
    mintNew: 'Mint new',
    clipboardTime: seconds,
    activityTime: (days: number) =>
      days === 365 ? '1 year' : countOf(days, { one: 'day', other: 'days' }),
    /** `since`: the day, where it is known. */
    unencryptedOf: (account: string, since: string | null) =>
      since === null ? `${account} · HTTP allowed` : `${account} · HTTP allowed ${since}`,
    unknownServer: 'A server that is no longer listed',
    remove: 'Remove',
    removeLabel: (server: string) => `Remove ${server}`,
    removed: (server: string) => `${server} requires encryption again.`,
    openFolder: 'Open',
    openFolderLabel: 'Open data folder',
    openLogs: 'Logs',
    openLogsLabel: 'Logs: open folder',
    runCheck: 'Run check',
    runCheckLabel: 'Run check: keychain',
    resetAsking: 'Reset…',
    resetTitle: 'Reset settings?',
    resetQuestion:
      'All settings go back to their defaults. Accounts, tokens, pinned servers, and unencrypted servers aren’t affected.',
    resetAction: 'Reset settings',
    wasReset: 'Settings reset.',
  },
});
