import { commonText } from './app.ts';
import { countOf } from './formats.ts';
import { type Around, catalogue } from './language.ts';

/** Words of the Account view. */
export const accountText = catalogue({
  en: {
    title: 'Account',
    loading: 'Asking plex.tv for the account…',
    tabsLabel: 'Pages of this account',
    tabs: {
      profile: 'Profile',
      servers: 'Servers',
      devices: 'Devices',
      home: 'Plex Home',
      data: 'Data',
    },
    refresh: 'Refresh',
    refreshing: 'Asking plex.tv…',
    homeUser: 'Home user',
    link: 'Link a device',
    switchAgain: 'Get a new token',
    signOut: 'Sign out',
    signingOut: 'Signing out…',
    signInAgain: 'Sign in again',
    remove: {
      action: 'Remove from this computer',
      title: (name: string) => `Remove ${name} from this computer?`,
      detail:
        'The account and its transient tokens leave this computer. Other accounts stay as they are.',
      leavesBehind: <Part>(place: Part): Around<Part> => [
        'Usher does not have the token any more, so it cannot revoke it. It stays valid at Plex until you remove this device there: ',
        place,
        '.',
      ],
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
    asked: <Part>(when: Part): Around<Part> => ['updated ', when],
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
        local: 'Local to one server',
      },
      storage: 'Kept in',
      storages: {
        keychain: 'System keychain',
        session: 'Memory, until you quit',
      },
      signedInAt: 'Signed in',
      switchedAt: 'Switched',
      switchedFrom: 'From',
      switchedFromGone: 'an account that is gone',
      proved: 'Last proved',
      rejected: 'Rejected',
      neverProved: 'Not yet',
      ends: 'Ends',
      ended: 'Ended',
      endsIn: <Part>(left: Part): Around<Part> => ['in ', left],
    },
  },
});

/** The names of the parts and fields of an account, grouped as the Account view groups them. */
export const accountFieldText = catalogue({
  en: {
    identity: {
      title: 'Identity',
      displayName: 'Name',
      username: 'User name',
      friendlyName: 'Friendly name',
      email: 'E-mail',
      confirmed: 'confirmed',
      notConfirmed: 'not confirmed',
      joinedAt: 'Joined',
      country: 'Country',
      locale: 'Locale',
      anonymous: 'Anonymous account',
      partner: 'Came through',
      id: 'Plex id',
      uuid: 'UUID',
    },
    plexPass: {
      title: 'Plex Pass',
      subscription: 'Subscription',
      active: 'Active',
      inactive: 'Not active',
      status: 'Status',
      plan: 'Plan',
      since: 'Since',
      paymentService: 'Paid through',
      description: 'In Plex’s words',
      features: 'Features',
      noFeatures: 'None',
      featureCount: (count: number) => countOf(count, { one: 'feature', other: 'features' }),
      showFeatures: 'Show features',
      hideFeatures: 'Hide features',
      searchFeatures: 'Search features',
      noFeature: (query: string) => `No feature holds “${query}”.`,
    },
    subscriptions: {
      title: 'Subscriptions and trials',
      current: 'Current',
      past: 'Past',
      trials: 'Trials',
      noCurrent: 'No current subscription listed',
      noPast: 'No past subscription listed',
      noTrials: 'No trial listed',
      notTold: 'Plex tells this when you sign in with your password',
      asOf: (date: string) => `As Plex told on ${date}`,
      unnamed: 'Subscription',
      renews: 'Renews',
      ends: 'Ends',
      ended: 'Ended',
      canceled: 'Cancelled',
      grace: 'In grace period',
      onHold: 'On hold',
      active: 'Active',
      since: 'Since',
      paymentService: 'Paid through',
      possible: 'Possible changes',
      can: {
        canReactivate: 'Reactivate',
        canUpgrade: 'Upgrade',
        canDowngrade: 'Downgrade',
        canConvert: 'Convert',
      },
      nothingPossible: 'None',
      transfer: 'Transfer',
      paymentMethod: 'Payment method',
      paymentMethodId: (id: string) => `Plex’s number ${id}`,
      paymentMethodKept: 'Kept by Plex',
      noPaymentMethod: 'None',
      features: 'Features',
    },
    security: {
      title: 'Sign-in and security',
      password: 'Password',
      passwordSet: 'Set',
      passwordNotSet: 'None',
      twoFactor: 'Two-factor',
      on: 'On',
      off: 'Off',
      backupCodes: 'Backup codes',
      made: 'Made',
      notMade: 'Not made',
      emailOnly: 'Signs in by e-mail only',
      remember: 'Plex’s “remember” date',
      rememberNote: 'What happens then is not documented.',
    },
    home: {
      title: 'Plex Home',
      member: 'Member of a Home',
      admin: 'Home admin',
      guest: 'Guest',
      restricted: 'Restricted',
      protected: 'Protected by a PIN',
      restrictionProfile: 'Restriction profile',
      size: 'Size',
      sizeOf: (size: string, max: string) => `${size} of at most ${max}`,
      onlyMax: (max: string) => `at most ${max}`,
    },
    rights: {
      title: 'Roles and entitlements',
      roles: 'Roles',
      entitlements: 'Entitlements',
      none: 'None',
    },
    profile: {
      title: 'Playback profile',
      autoSelectAudio: 'Chooses audio by itself',
      audioLanguages: 'Audio languages',
      audioAccessibility: 'Audio description',
      autoSelectSubtitle: 'Subtitles',
      subtitleLanguages: 'Subtitle languages',
      subtitleAccessibility: 'SDH subtitles',
      subtitleForced: 'Forced subtitles',
      watchedIndicator: 'Unwatched mark',
      reviewsVisibility: 'Reviews shown',
      reviewsLanguages: 'Review languages',
    },
    preferences: {
      title: 'Preferences and consent',
      mailingList: 'Mailing list',
      mailingListActive: 'Receives mail',
      scrobbleTypes: 'Scrobbles',
      experimental: 'Experimental features',
      adsConsent: 'Consent to ads',
      adsConsentSetAt: 'Consent given or refused',
      adsConsentReminderAt: 'Asked again',
    },
    services: {
      title: 'Services',
      count: (count: number) => countOf(count, { one: 'service', other: 'services' }),
      note: 'Whether the record holds a token or a secret for a service is told; the token itself is never shown.',
      service: 'Service',
      state: 'State',
      holds: 'Holds',
      held: { token: 'token', secret: 'secret', both: 'token, secret' },
      none: 'No service in the record.',
      nothing: '—',
      notGiven: '—',
    },
  },
});

/** Plex's words for plans and states, in ours; a word not listed is shown as Plex sent it. */
export const planText = catalogue({
  en: {
    plan: {
      lifetime: 'Lifetime',
      yearly: 'Yearly',
      annual: 'Yearly',
      monthly: 'Monthly',
      trial: 'Trial',
    },
    status: {
      PendingCancellation: 'Cancelled, runs until its end',
      Canceled: 'Cancelled',
    },
    state: {
      active: 'Active',
      inactive: 'Inactive',
      canceled: 'Cancelled',
      ended: 'Ended',
      lapsed: 'Lapsed',
      pending_cancellation: 'Cancelled, runs until its end',
    },
    type: {
      plexpass: 'Plex Pass',
    },
    mailingList: {
      active: 'Subscribed',
      unsubscribed: 'Unsubscribed',
      removed: 'Removed',
    },
  },
});

/** What the numbers of a Plex profile mean, as Plex's own settings page words them. */
export const profileText = catalogue({
  en: {
    audioAccessibility: {
      0: 'Prefers audio without description',
      1: 'Prefers described audio',
      2: 'Described audio only',
      3: 'Audio without description only',
    },
    autoSelectSubtitle: {
      0: 'Chosen by hand',
      1: 'With foreign audio',
      2: 'Always',
    },
    subtitleAccessibility: {
      0: 'Prefers subtitles without SDH',
      1: 'Prefers SDH',
      2: 'SDH only',
      3: 'Subtitles without SDH only',
    },
    subtitleForced: {
      0: 'Prefers non-forced',
      1: 'Prefers forced',
      2: 'Forced only',
      3: 'Non-forced only',
    },
    watchedIndicator: {
      0: 'Off',
      1: 'Movies and TV shows',
      2: 'Movies',
      3: 'TV shows',
    },
    mediaReviewsVisibility: {
      0: 'Nobody’s',
      1: 'Critics only',
      2: 'Plex users only',
      3: 'Plex users and critics',
    },
  },
});

/** Words of the Record tab. */
export const recordText = catalogue({
  en: {
    note: 'The whole record as Plex sent it. Tokens, secrets and PINs were taken out before it came here.',
    tree: 'Account record',
    search: 'Search the record',
    searchHint: 'Key or value',
    noMatch: 'No match',
    matchOf: (index: number, count: number) => `${index} of ${count}`,
    next: 'Next match',
    previous: 'Previous match',
    copyName: 'record',
    expandAll: 'Expand all',
    collapseAll: 'Collapse all',
    items: (count: number) => countOf(count, { one: 'item', other: 'items' }),
    fields: (count: number) => countOf(count, { one: 'field', other: 'fields' }),
    root: 'record',
    removed: 'taken out',
    moreLines: (count: number) =>
      `Show ${countOf(count, { one: 'more line', other: 'more lines' })}`,
    moreCharacters: (count: number) =>
      `… and ${countOf(count, { one: 'more character', other: 'more characters' })}`,
  },
});

/**
 * The words for a value of an open enumeration. A value that is not known is shown as Plex sent it: saying less
 * than Plex did would be worse than an unpolished word.
 */
export const knownValue = (
  words: Readonly<Record<string, string>>,
  value: string | number | null,
): string | null => {
  if (value === null || value === '') return null;
  const sent = String(value);
  return Object.hasOwn(words, sent) ? (words[sent] ?? sent) : sent;
};

/** Null stays null: what Plex did not say is shown as not given, never as no. */
export const yesOrNo = (value: boolean | null): string | null =>
  value === null ? null : value ? commonText().yes : commonText().no;
