import { commonText } from './app.ts';
import { countOf, listOf, nameWithin, numberText } from './formats.ts';
import { type Around, catalogue } from './language.ts';

/** Words of the Account view. */
export const accountText = catalogue({
  en: {
    title: 'Account',
    loading: 'Loading account…',
    tabsLabel: 'Pages of this account',
    tabs: {
      profile: 'Profile',
      servers: 'Servers',
      devices: 'Devices',
      home: 'Plex Home',
      data: 'Data',
    },
    refresh: 'Refresh',
    refreshing: 'Refreshing…',
    homeUser: 'Home user',
    /** In the tooltip of the button that refreshes. */
    refreshTip: (when: string): string => `Refresh (updated ${when})`,
    more: (name: string): string => `More for ${name}`,
    link: 'Link a device',
    switchAgain: 'Get a new token',
    signOut: 'Sign out',
    signingOut: 'Signing out…',
    signInAgain: 'Sign in again',
    remove: {
      action: 'Remove from this computer',
      title: (name: string) => `Remove ${name} from this computer?`,
      detail:
        'This removes the account and its transient tokens from this computer. Other accounts aren’t affected.',
      leavesBehind: <Part>(place: Part): Around<Part> => [
        'Usher no longer has this token, so it can’t revoke it. To end it, remove this computer under ',
        place,
        '.',
      ],
    },
    note: {
      add: 'Add note',
      edit: 'Edit note',
      editLabel: (note: string): string => `Edit note: ${note}`,
      title: (name: string) => `Note about ${name}`,
      label: 'Note',
      hint: (length: number, most: number) =>
        `Stored on this computer only. Don’t include passwords or tokens. ${length}/${most}`,
      save: 'Save',
    },
    signedOut: {
      title: (account: string) => `${account} was signed out`,
      text: 'Plex no longer accepts this account’s token.',
    },
    gone: { title: 'This account is no longer here', text: 'It was signed out or removed.' },
    token: {
      title: 'Account token',
      note: 'Gives full access to the account until revoked. Share a transient token instead whenever you can.',
      nameOf: (account: string) => `account token of ${account}`,
      dead: 'Plex no longer accepts this token.',
      kind: 'Type',
      kinds: {
        classic: 'Classic (no expiry)',
        jwt: 'JWT (expires)',
        transient: 'Transient',
        claim: 'Claim code, not a token',
        local: 'Local to one server',
      },
      storage: 'Stored in',
      storages: {
        keychain: 'System keychain only',
        session: 'Memory, until you quit',
      },
      signedInAt: 'Signed in',
      switchedAt: 'Switched',
      switchedFrom: 'From',
      switchedFromGone: 'an account that is gone',
      proved: 'Last verified',
      rejected: 'Rejected',
      neverProved: 'Never',
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
      username: 'Username',
      friendlyName: 'Friendly name',
      email: 'Email',
      confirmed: 'Confirmed',
      notConfirmed: 'Not confirmed',
      joinedAt: 'Joined',
      country: 'Country',
      locale: 'Locale',
      anonymous: 'Anonymous account',
      partner: 'Signed up via',
      id: 'Account ID',
      uuid: 'UUID',
    },
    plexPass: {
      title: 'Plex Pass',
      active: 'Active',
      inactive: 'Not active',
      status: 'Status',
      plan: 'Plan',
      since: 'Since',
      paymentService: 'Paid through',
      description: 'Description',
      features: 'Features',
      featureCount: (count: number) => countOf(count, { one: 'feature', other: 'features' }),
      showFeatures: 'Show features',
      hideFeatures: 'Hide features',
      /** On the buttons that are named by these. */
      show: 'Show',
      hide: 'Hide',
    },
    subscriptions: {
      title: 'Subscriptions and trials',
      current: 'Current',
      past: 'Past',
      trials: 'Trials',
      noCurrent: 'No current subscription listed',
      noPast: 'No past subscription listed',
      noTrials: 'No trial listed',
      notTold: 'Plex shares this only when you sign in with your password',
      asOf: (date: string) => `As of ${date}`,
      unnamed: 'Subscription',
      renews: 'Renews',
      ends: 'Ends',
      ended: 'Ended',
      canceled: 'Canceled',
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
      paymentMethodKept: 'Stored by Plex',
      noPaymentMethod: 'None',
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
      made: 'Generated',
      notMade: 'Not generated',
      emailOnly: 'Signs in by email only',
      remember: 'Plex’s “remember” date',
      rememberNote: 'What happens then isn’t documented.',
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
      sizeOf: (size: string, max: string) => `${size} of ${max}`,
      onlyMax: (max: string) => `up to ${max}`,
    },
    rights: {
      title: 'Roles and entitlements',
      roles: 'Roles',
      entitlements: 'Entitlements',
    },
    profile: {
      title: 'Playback profile',
      autoSelectAudio: 'Auto-select audio',
      audioLanguages: 'Audio languages',
      audioAccessibility: 'Audio description',
      autoSelectSubtitle: 'Subtitles',
      subtitleLanguages: 'Subtitle languages',
      subtitleAccessibility: 'SDH subtitles',
      subtitleForced: 'Forced subtitles',
      watchedIndicator: 'Unwatched indicator',
      reviewsVisibility: 'Reviews',
      reviewsLanguages: 'Review languages',
    },
    preferences: {
      title: 'Preferences and consent',
      mailingList: 'Mailing list',
      mailingListActive: 'Receives mail',
      scrobbleTypes: 'Scrobbles',
      experimental: 'Experimental features',
      adsConsent: 'Consent to ads',
      adsConsentSetAt: 'Consent updated',
      adsConsentReminderAt: 'Next reminder',
    },
    services: {
      title: 'Services',
      note: 'Shows whether Plex stores a token or secret for each service. Values are never shown.',
      held: { token: 'token', secret: 'secret', both: 'token, secret' },
      none: 'None in the record.',
      nothing: 'No details',
    },
  },
});

/** Words of the four tiles of an account: each says what is, and nothing of what Plex didn't tell. */
export const tileText = catalogue({
  en: {
    security: 'Security',
    subscriptions: 'Subscriptions',
    features: 'Features',
    devices: 'Authorized Devices',
    users: 'Users',
    details: 'Details',
    pass: (isActive: boolean | null): string =>
      isActive === null ? 'Plex didn’t say' : isActive ? 'Active' : 'None',
    noPass: 'No Plex Pass',
    since: (isActive: boolean | null, date: string): string =>
      isActive === true ? `Active since ${date}` : `Since ${date}`,
    included: (count: number): string =>
      `${countOf(count, { one: 'feature', other: 'features' })} included`,
    twoFactor: (isOn: boolean | null): string =>
      isOn === null ? 'Plex didn’t say' : isOn ? 'Two-factor is on' : 'Two-factor is off',
    password: (hasPassword: boolean | null, hasPin: boolean | null): string => {
      const password = hasPassword === null ? null : hasPassword ? 'Password set' : 'No password';
      if (hasPin === null) return password ?? '';
      const pin = hasPin ? 'Home PIN set' : 'No Home PIN';
      return password === null ? pin : `${password}, ${pin}`;
    },
    email: (isConfirmed: boolean | null): string =>
      isConfirmed === null ? '' : isConfirmed ? 'Email confirmed' : 'Email not confirmed',
    home: (isMember: boolean | null, isAdmin: boolean | null): string => {
      if (isMember === null) return 'Plex didn’t say';
      if (!isMember) return 'Not in a Plex Home';
      return isAdmin === true ? 'Home admin' : 'Member of a Home';
    },
    homeSize: (size: number | null, max: number | null): string => {
      if (size === null) return '';
      const users = { one: 'user', other: 'users' };
      return max === null ? countOf(size, users) : `${numberText(size)} of ${countOf(max, users)}`;
    },
    /** Null stands for the account itself. */
    homeUsers: (names: readonly (string | null)[]): string => {
      if (names.length === 0) return '';
      const most = 4;
      const shown = names
        .toSorted((one, other) => Number(other === null) - Number(one === null))
        .slice(0, most)
        .map((name) => (name === null ? 'You' : nameWithin(name)));
      return names.length > most
        ? listOf([...shown, `${numberText(names.length - most)} more`])
        : listOf(shown);
    },
    renews: (date: string): string => `Renews ${date}`,
    ends: (date: string): string => `Ends ${date}`,
    noSubscription: 'No subscription',
    nothingToRenew: 'Nothing to renew',
    forLife: 'Lifetime Plex Pass doesn’t expire',
    otherSubscriptions: (count: number): string =>
      count === 0
        ? 'No other subscriptions'
        : countOf(count, { one: 'other subscription', other: 'other subscriptions' }),
    pastSubscriptions: (count: number): string =>
      countOf(count, { one: 'past subscription', other: 'past subscriptions' }),
  },
});

/** Words of the Data tab. */
export const dataText = catalogue({
  en: {
    filter: 'Filter fields',
    filterHint: (count: number): string =>
      `Filter ${countOf(count, { one: 'field', other: 'fields' })}`,
    clearFilter: 'Clear filter',
    noneFound: 'No fields match',
    noneFoundDetail: 'Try another word, or show the empty fields too.',
    showEmpty: (count: number): string =>
      `Show ${countOf(count, { one: 'empty field', other: 'empty fields' })}`,
    hideEmpty: (count: number): string =>
      `Hide ${countOf(count, { one: 'empty field', other: 'empty fields' })}`,
    /** How many of the fields of a group have a value. */
    givenOf: (given: number, all: number): string => `${numberText(given)} of ${numberText(all)}`,
    form: 'Show as',
    fields: 'Fields',
    json: 'JSON',
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
      PendingCancellation: 'Canceled, active until it ends',
      Canceled: 'Canceled',
    },
    state: {
      active: 'Active',
      inactive: 'Inactive',
      canceled: 'Canceled',
      ended: 'Ended',
      lapsed: 'Lapsed',
      pending_cancellation: 'Canceled, active until it ends',
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
      0: 'Manual',
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
      0: 'None',
      1: 'Critics only',
      2: 'Plex users only',
      3: 'Plex users and critics',
    },
  },
});

/** Words of the Record tab. */
export const recordText = catalogue({
  en: {
    note: 'Everything Plex returned for this account, with tokens, secrets, and PINs removed.',
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
    removed: 'removed',
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
