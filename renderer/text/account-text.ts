/** Words of the Account view. */
export const accountText = {
  title: 'Account',
  loading: 'Asking plex.tv for the account…',
  tabsLabel: 'What Plex says of this account',
  tabs: { overview: 'Overview', record: 'Record' },
  refresh: 'Refresh',
  refreshing: 'Asking plex.tv…',
  signOut: 'Sign out',
  signingOut: 'Signing out…',
  signInAgain: 'Sign in again',
  remove: {
    action: 'Remove from this computer',
    title: (name: string) => `Remove ${name} from this computer?`,
    detail:
      'The account and its transient tokens leave this computer. Other accounts stay as they are.',
    leavesBehind:
      'Usher does not have the token any more, so it cannot revoke it. It stays valid at Plex until you remove this device there:',
  },
  note: {
    add: 'Add a note',
    edit: 'Edit note',
    title: (name: string) => `Note about ${name}`,
    label: 'Note',
    hint: (length: number, most: number) =>
      `${length} of ${most} characters. It stays on this computer, and is no place for a password or token.`,
    save: 'Save',
  },
  asOf: 'Asked',
  gone: { title: 'This account is no longer here', text: 'It was signed out or removed.' },
  plexPass: 'Plex Pass',
  noPlexPass: 'No Plex Pass',
  token: {
    title: 'Account token',
    note: 'It can do everything the account can, until it is revoked. Where a transient token is enough, hand out that.',
    nameOf: (account: string) => `account token of ${account}`,
    kind: 'Kind',
    kinds: {
      classic: 'Classic, long-lived',
      jwt: 'JWT, short-lived',
      transient: 'Transient',
      claim: 'Claim code, not a token',
    },
    storage: 'Kept in',
    storages: {
      keychain: 'System keychain',
      session: 'Memory, this session only',
    },
    signedInAt: 'Signed in',
    proved: 'Last proved',
    rejected: 'Rejected',
    neverProved: 'Not yet',
    ends: 'Ends',
    ended: 'Ended',
    endsIn: 'in',
  },
} as const;
