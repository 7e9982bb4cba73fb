import type {
  AccountDetails,
  AccountService,
  JsonObject,
  JsonValue,
  SubscriptionBilling,
  SubscriptionPeriod,
} from '../../../shared/model/account.ts';
import { isTokenText } from '../../token-text.ts';
import { collectSecrets, redactRecord } from '../secrets/redact-record.ts';
import {
  readField,
  readFlag,
  readInstant,
  readList,
  readNumber,
  readText,
  readTextList,
} from './loose.ts';

/**
 * The account object of https://plex.tv/api/v2 (`/user`, `/users/signin`), from JSON or XML, freed of secrets: tokens and
 * hashes are gone before anything else sees it. Only `id` and `uuid` are guaranteed; any other field may be missing, null, "",
 * or of another type. Fields without a place here are still in the record.
 */
export interface PlexAccount extends Omit<
  AccountDetails,
  'accountId' | 'pastSubscriptions' | 'trials'
> {
  /** URL of the avatar. */
  readonly thumbUrl: string | null;
  /** Null in an answer that doesn't tell them. */
  readonly pastSubscriptions: readonly SubscriptionPeriod[] | null;
  readonly trials: readonly JsonObject[] | null;
}

export interface ReadAccount {
  readonly account: PlexAccount;
  /** The `authToken` of the response; null without a usable one. */
  readonly token: string | null;
}

/** Splits an account response into what may be shown and its token. Null if it isn't an account. */
export const readAccount = (
  body: unknown,
  asked: Pick<PlexAccount, 'askedAt' | 'answerTo'>,
  knownSecrets: readonly string[] = [],
): ReadAccount | null => {
  const data = withNewerNames(readField(body, 'user') ?? body);
  // The two that identify the account are read unredacted.
  const id = readText(readField(data, 'id'));
  const uuid = readText(readField(data, 'uuid'));
  if (id === null || uuid === null) return null;
  // SECURITY: all others are read from the redacted record, so that no secret gets into one, not even inside a URL.
  const record = redactRecord(data, [...knownSecrets, ...collectSecrets(data)]);
  const token = readField(data, 'authToken');
  return {
    account: { ...asked, ...toAccount({ id, uuid }, record) },
    token: typeof token === 'string' && isTokenText(token) ? token : null,
  };
};

const toAccount = (
  { id, uuid }: { readonly id: string; readonly uuid: string },
  record: JsonValue,
): Omit<PlexAccount, 'askedAt' | 'answerTo'> => {
  const field = (name: string): unknown => readField(record, name);
  const text = (name: string): string | null => readText(field(name));
  const flag = (name: string): boolean | null => readFlag(field(name));
  return {
    thumbUrl: text('thumb'),
    identity: {
      id,
      uuid,
      username: text('username'),
      title: text('title'),
      email: text('email'),
      friendlyName: text('friendlyName'),
      isEmailConfirmed: flag('confirmed'),
      joinedAt: readInstant(field('joinedAt')),
      country: text('country'),
      locale: text('locale'),
      isAnonymous: flag('anonymous'),
      attributionPartner: text('attributionPartner'),
    },
    security: {
      hasPassword: flag('hasPassword'),
      twoFactorEnabled: flag('twoFactorEnabled'),
      backupCodesCreated: flag('backupCodesCreated'),
      emailOnlyAuth: flag('emailOnlyAuth'),
      rememberExpiresAt: readInstant(field('rememberExpiresAt')),
    },
    plexPass: {
      ...readSubscription(field('subscription')),
      description: text('subscriptionDescription'),
    },
    subscriptions: readPeriods(field('subscriptions')),
    pastSubscriptions: unlessAbsent(field('pastSubscriptions'), readPeriods),
    // The shape of a trial isn't documented, so each is passed on whole.
    trials: unlessAbsent(field('trials'), (trials) => readList(trials).filter(isJsonObject)),
    home: {
      isMember: flag('home'),
      isAdmin: flag('homeAdmin'),
      isGuest: flag('guest'),
      isRestricted: flag('restricted'),
      isProtected: flag('protected'),
      restrictionProfile: text('restrictionProfile'),
      size: readNumber(field('homeSize')),
      maxSize: readNumber(field('maxHomeSize')),
    },
    roles: readTextList(field('roles')),
    entitlements: readTextList(field('entitlements')),
    services: readList(field('services'))
      .map(readService)
      .filter((service) => service !== null),
    profile: readProfile(field('profile')),
    preferences: {
      mailingListActive: flag('mailingListActive'),
      mailingListStatus: text('mailingListStatus'),
      scrobbleTypes: readTextList(field('scrobbleTypes')),
      experimentalFeatures: flag('experimentalFeatures'),
      adsConsent: flag('adsConsent'),
      adsConsentSetAt: readInstant(field('adsConsentSetAt')),
      adsConsentReminderAt: readInstant(field('adsConsentReminderAt')),
    },
    record,
  };
};

const readSubscription = (value: unknown): Omit<PlexAccount['plexPass'], 'description'> => ({
  active: readFlag(readField(value, 'active')),
  status: readText(readField(value, 'status')),
  plan: readText(readField(value, 'plan')),
  subscribedAt: readInstant(readField(value, 'subscribedAt')),
  paymentService: readText(readField(value, 'paymentService')),
  features: readTextList(readField(value, 'features')),
});

/**
 * Documents describe a subscription and captures show a period: status and plan of the one are state and type of the other.
 * Source: `subscriptions` and `PastSubscription` of LukeHagar/plex-api-spec.
 */
const readPeriod = (value: unknown): SubscriptionPeriod => {
  const field = (name: string): unknown => readField(value, name);
  return {
    type: readText(field('type')) ?? readText(field('plan')),
    state: readText(field('state')) ?? readText(field('status')),
    mode: readText(field('mode')),
    isActive: readFlag(field('active')),
    subscribedAt: readInstant(field('subscribedAt')),
    renewsAt: readInstant(field('renewsAt')),
    endsAt: readInstant(field('endsAt')),
    isCanceled: readFlag(field('canceled')),
    isInGracePeriod: readFlag(field('gracePeriod')),
    isOnHold: readFlag(field('onHold')),
    canReactivate: readFlag(field('canReactivate')),
    canUpgrade: readFlag(field('canUpgrade')),
    canDowngrade: readFlag(field('canDowngrade')),
    canConvert: readFlag(field('canConvert')),
    transfer: readText(field('transfer')),
    paymentService: readText(field('paymentService')),
    billing: readBilling(field('billing')),
    features: readTextList(field('features')),
  };
};

/** SECURITY: what is paid with is only told to be there: its fields are not documented, and it is kept in the profile. */
const readBilling = (value: unknown): SubscriptionBilling | null => {
  if (!isJsonObject(value)) return null;
  const method = readField(value, 'internalPaymentMethod');
  return {
    paymentMethodId: readText(readField(value, 'paymentMethodId')),
    hasInternalPaymentMethod: method === undefined ? null : isFilled(method),
  };
};

const isFilled = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.keys(value).length > 0
    : readText(value) !== null;

const readPeriods = (value: unknown): readonly SubscriptionPeriod[] =>
  readList(value).filter(isJsonObject).map(readPeriod);

/**
 * Whether an answer tells whatever `/user` does of what is shown outside the record. As far as it is known a sign-in's does:
 * captures of the two have the same fields (`/users/signin` of LukeHagar/plex-api-spec, `user_info_*.json` of
 * andrey-yantsen/plex-api.rs). `roles` are left out of both for an account without a Plex Pass, and of one that has it no
 * sign-in was captured. What a Home switch leaves out is not documented.
 */
export const tellsAllShown = ({ answerTo, plexPass, record }: PlexAccount): boolean => {
  if (answerTo !== 'signIn') return answerTo === 'user';
  const needed = plexPass.active === true ? [...shownFields, 'roles'] : shownFields;
  return needed.every((name) => readField(record, name) !== undefined);
};

const shownFields = ['subscription', 'subscriptions', 'profile', 'entitlements', 'services'];

const unlessAbsent = <T>(value: unknown, read: (value: unknown) => T): T | null =>
  value === undefined || value === null ? null : read(value);

const readService = (value: unknown): AccountService | null => {
  const identifier = readText(readField(value, 'identifier'));
  if (identifier === null) return null;
  return {
    identifier,
    endpoint: readText(readField(value, 'endpoint')),
    status: readText(readField(value, 'status')),
    // The redaction mark in its place shows that there is one.
    hasToken: readText(readField(value, 'token')) !== null,
    hasSecret: readText(readField(value, 'secret')) !== null,
  };
};

const readProfile = (value: unknown): PlexAccount['profile'] => {
  const languages = (one: string, many: string): readonly string[] => [
    ...new Set([...readTextList(readField(value, one)), ...readTextList(readField(value, many))]),
  ];
  const level = (name: string): number | null => readNumber(readField(value, name));
  return {
    autoSelectAudio: readFlag(readField(value, 'autoSelectAudio')),
    audioLanguages: languages('defaultAudioLanguage', 'defaultAudioLanguages'),
    audioAccessibility: level('defaultAudioAccessibility'),
    autoSelectSubtitle: level('autoSelectSubtitle'),
    subtitleLanguages: languages('defaultSubtitleLanguage', 'defaultSubtitleLanguages'),
    subtitleAccessibility: level('defaultSubtitleAccessibility'),
    subtitleForced: level('defaultSubtitleForced'),
    watchedIndicator: level('watchedIndicator'),
    mediaReviewsVisibility: level('mediaReviewsVisibility'),
    mediaReviewsLanguages: languages('mediaReviewsLanguage', 'mediaReviewsLanguages'),
  };
};

const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields whose name in v1 (https://plex.tv/users/account.json) differs from v2. */
const olderNames: Readonly<Record<string, string>> = {
  joined_at: 'joinedAt',
  authentication_token: 'authToken',
  authenticationToken: 'authToken',
};

const withNewerNames = (data: unknown): unknown => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const names = new Set(Object.keys(data));
  return Object.fromEntries(
    Object.entries(data).map(([name, value]: [string, unknown]) => {
      const newer = Object.hasOwn(olderNames, name) ? olderNames[name] : undefined;
      return [newer === undefined || names.has(newer) ? name : newer, value];
    }),
  );
};
