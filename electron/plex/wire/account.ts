import * as v from 'valibot';
import type {
  AccountDetails,
  AccountService,
  JsonObject,
  JsonValue,
  SubscriptionPeriod,
} from '../../../shared/model/account.ts';
import type { AccountId, EpochMs } from '../../../shared/model/ids.ts';
import { isTokenText } from '../../token-text.ts';
import { collectSecrets, redactRecord } from '../secrets/redact-record.ts';
import {
  loose,
  readField,
  readFlag,
  readInstant,
  readList,
  readNumber,
  readText,
  readTextList,
} from './loose.ts';

const text = loose(readText);
const flag = loose(readFlag);
const number = loose(readNumber);
const instant = loose(readInstant);
const textList = loose(readTextList);
const requiredText = v.pipe(loose(readText), v.string());

const readSubscription = (value: unknown): WireSubscription => ({
  active: readFlag(readField(value, 'active')),
  status: readText(readField(value, 'status')),
  plan: readText(readField(value, 'plan')),
  subscribedAt: readInstant(readField(value, 'subscribedAt')),
  paymentService: readText(readField(value, 'paymentService')),
  features: readTextList(readField(value, 'features')),
});

/** The documents describe a subscription, captures show a period; what one calls status and plan is the other's state and type. */
const readPeriod = (value: unknown): SubscriptionPeriod => ({
  type: readText(readField(value, 'type')) ?? readText(readField(value, 'plan')),
  state: readText(readField(value, 'state')) ?? readText(readField(value, 'status')),
  mode: readText(readField(value, 'mode')),
  renewsAt: readInstant(readField(value, 'renewsAt')),
  endsAt: readInstant(readField(value, 'endsAt')),
  isCanceled: readFlag(readField(value, 'canceled')),
  isInGracePeriod: readFlag(readField(value, 'gracePeriod')),
  isOnHold: readFlag(readField(value, 'onHold')),
});

const readService = (value: unknown): AccountService | null => {
  const identifier = readText(readField(value, 'identifier'));
  if (identifier === null) return null;
  return {
    identifier,
    endpoint: readText(readField(value, 'endpoint')),
    status: readText(readField(value, 'status')),
    // A mark in its place says as much as the token itself.
    hasToken: readText(readField(value, 'token')) !== null,
    hasSecret: readText(readField(value, 'secret')) !== null,
  };
};

const readProfile = (value: unknown): WireProfile => {
  const languages = (one: string, many: string): readonly string[] => [
    ...new Set([...readTextList(readField(value, one)), ...readTextList(readField(value, many))]),
  ];
  const level = (name: string): number | null => readNumber(readField(value, name));
  return {
    autoSelectAudio: readFlag(readField(value, 'autoSelectAudio')),
    defaultAudioLanguages: languages('defaultAudioLanguage', 'defaultAudioLanguages'),
    defaultAudioAccessibility: level('defaultAudioAccessibility'),
    autoSelectSubtitle: level('autoSelectSubtitle'),
    defaultSubtitleLanguages: languages('defaultSubtitleLanguage', 'defaultSubtitleLanguages'),
    defaultSubtitleAccessibility: level('defaultSubtitleAccessibility'),
    defaultSubtitleForced: level('defaultSubtitleForced'),
    watchedIndicator: level('watchedIndicator'),
    mediaReviewsVisibility: level('mediaReviewsVisibility'),
    mediaReviewsLanguages: languages('mediaReviewsLanguage', 'mediaReviewsLanguages'),
  };
};

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null;
const periods = loose((value) => readList(value).filter(isRecord).map(readPeriod));

/**
 * The account object of https://plex.tv/api/v2 (`/user`, `/users/signin`), from JSON or XML. Required are `id` and
 * `uuid`; every other field may be missing, null, "" or of another type. Unknown fields are left to the record.
 */
const accountFields = v.object({
  id: requiredText,
  uuid: requiredText,
  username: text,
  title: text,
  email: text,
  friendlyName: text,
  thumb: text,
  confirmed: flag,
  joinedAt: instant,
  country: text,
  locale: text,
  anonymous: flag,
  attributionPartner: text,
  hasPassword: flag,
  twoFactorEnabled: flag,
  backupCodesCreated: flag,
  emailOnlyAuth: flag,
  rememberExpiresAt: instant,
  subscription: loose(readSubscription),
  subscriptionDescription: text,
  subscriptions: periods,
  pastSubscriptions: periods,
  home: flag,
  homeAdmin: flag,
  guest: flag,
  restricted: flag,
  protected: flag,
  restrictionProfile: text,
  homeSize: number,
  maxHomeSize: number,
  roles: textList,
  entitlements: textList,
  services: loose((value) =>
    readList(value)
      .map(readService)
      .filter((service) => service !== null),
  ),
  profile: loose(readProfile),
  mailingListActive: flag,
  mailingListStatus: text,
  scrobbleTypes: textList,
  experimentalFeatures: flag,
  adsConsent: flag,
  adsConsentSetAt: instant,
  adsConsentReminderAt: instant,
});

/**
 * The account Plex answers with (https://plex.tv/api/v2, `/user` and `/users/signin`), read and freed of secrets:
 * tokens and hashes are gone before anything else sees it. Only `id` and `uuid` are sure to be there.
 */
export interface WireAccount {
  readonly id: string;
  readonly uuid: string;
  readonly username: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly friendlyName: string | null;
  /** Address of the avatar. */
  readonly thumb: string | null;
  readonly confirmed: boolean | null;
  readonly joinedAt: EpochMs | null;
  readonly country: string | null;
  readonly locale: string | null;
  readonly anonymous: boolean | null;
  readonly attributionPartner: string | null;
  readonly hasPassword: boolean | null;
  readonly twoFactorEnabled: boolean | null;
  readonly backupCodesCreated: boolean | null;
  readonly emailOnlyAuth: boolean | null;
  readonly rememberExpiresAt: EpochMs | null;
  readonly subscription: WireSubscription;
  readonly subscriptionDescription: string | null;
  readonly subscriptions: readonly SubscriptionPeriod[];
  readonly pastSubscriptions: readonly SubscriptionPeriod[];
  readonly trials: readonly JsonObject[];
  readonly home: boolean | null;
  readonly homeAdmin: boolean | null;
  readonly guest: boolean | null;
  readonly restricted: boolean | null;
  readonly protected: boolean | null;
  readonly restrictionProfile: string | null;
  readonly homeSize: number | null;
  readonly maxHomeSize: number | null;
  readonly roles: readonly string[];
  readonly entitlements: readonly string[];
  readonly services: readonly AccountService[];
  readonly profile: WireProfile;
  readonly mailingListActive: boolean | null;
  readonly mailingListStatus: string | null;
  readonly scrobbleTypes: readonly string[];
  readonly experimentalFeatures: boolean | null;
  readonly adsConsent: boolean | null;
  readonly adsConsentSetAt: EpochMs | null;
  readonly adsConsentReminderAt: EpochMs | null;
  /** The whole answer, every secret in it replaced. */
  readonly record: JsonValue;
}

/** What the account has of Plex Pass. */
interface WireSubscription {
  readonly active: boolean | null;
  readonly status: string | null;
  readonly plan: string | null;
  readonly subscribedAt: EpochMs | null;
  readonly paymentService: string | null;
  readonly features: readonly string[];
}

/** How the account likes its sound and its subtitles. */
interface WireProfile {
  readonly autoSelectAudio: boolean | null;
  readonly defaultAudioLanguages: readonly string[];
  readonly defaultAudioAccessibility: number | null;
  readonly autoSelectSubtitle: number | null;
  readonly defaultSubtitleLanguages: readonly string[];
  readonly defaultSubtitleAccessibility: number | null;
  readonly defaultSubtitleForced: number | null;
  readonly watchedIndicator: number | null;
  readonly mediaReviewsVisibility: number | null;
  readonly mediaReviewsLanguages: readonly string[];
}

export interface ReadAccount {
  readonly account: WireAccount;
  /** The `authToken` in the answer; null when there is none that could be used. */
  readonly token: string | null;
}

/** Names of v1 (https://plex.tv/users/account.json) for the fields that have another one in v2. */
const olderNames: Readonly<Record<string, string>> = {
  joined_at: 'joinedAt',
  authentication_token: 'authToken',
  authenticationToken: 'authToken',
};

/** Splits an account answer into what may be shown and its token. Null when it is no account. */
export const readAccount = (
  body: unknown,
  knownSecrets: readonly string[] = [],
): ReadAccount | null => {
  const data = withNewerNames(readField(body, 'user') ?? body);
  const record = redactRecord(data, [...knownSecrets, ...collectSecrets(data)]);
  // SECURITY: the fields are read from the redacted record, so that no secret gets into one, be it inside an address.
  // The two that say whose account it is are read as they came.
  const parsed = v.safeParse(accountFields, {
    ...(isJsonObject(record) ? record : {}),
    id: readField(data, 'id'),
    uuid: readField(data, 'uuid'),
  });
  if (!parsed.success) return null;
  const token = readField(data, 'authToken');
  return {
    account: { ...parsed.output, trials: readTrials(record), record },
    token: typeof token === 'string' && isTokenText(token) ? token : null,
  };
};

/** The shape of a trial is not documented, so each is passed on whole. */
const readTrials = (record: JsonValue): readonly JsonObject[] => {
  const trials = readField(record, 'trials');
  return Array.isArray(trials) ? trials.filter(isJsonObject) : [];
};

const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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

/** What the window shows of an account. */
export const toAccountDetails = (
  accountId: AccountId,
  askedAt: EpochMs,
  account: WireAccount,
): AccountDetails => ({
  accountId,
  askedAt,
  identity: toIdentity(account),
  security: {
    hasPassword: account.hasPassword,
    twoFactorEnabled: account.twoFactorEnabled,
    backupCodesCreated: account.backupCodesCreated,
    emailOnlyAuth: account.emailOnlyAuth,
    rememberExpiresAt: account.rememberExpiresAt,
  },
  plexPass: { ...account.subscription, description: account.subscriptionDescription },
  subscriptions: account.subscriptions,
  pastSubscriptions: account.pastSubscriptions,
  trials: account.trials,
  home: toHome(account),
  roles: account.roles,
  entitlements: account.entitlements,
  services: account.services,
  profile: toProfile(account),
  preferences: toPreferences(account),
  record: account.record,
});

const toIdentity = (account: WireAccount): AccountDetails['identity'] => ({
  id: account.id,
  uuid: account.uuid,
  username: account.username,
  title: account.title,
  email: account.email,
  friendlyName: account.friendlyName,
  isEmailConfirmed: account.confirmed,
  joinedAt: account.joinedAt,
  country: account.country,
  locale: account.locale,
  isAnonymous: account.anonymous,
  attributionPartner: account.attributionPartner,
});

const toHome = (account: WireAccount): AccountDetails['home'] => ({
  isMember: account.home,
  isAdmin: account.homeAdmin,
  isGuest: account.guest,
  isRestricted: account.restricted,
  isProtected: account.protected,
  restrictionProfile: account.restrictionProfile,
  size: account.homeSize,
  maxSize: account.maxHomeSize,
});

const toProfile = ({ profile }: WireAccount): AccountDetails['profile'] => ({
  autoSelectAudio: profile.autoSelectAudio,
  audioLanguages: profile.defaultAudioLanguages,
  audioAccessibility: profile.defaultAudioAccessibility,
  autoSelectSubtitle: profile.autoSelectSubtitle,
  subtitleLanguages: profile.defaultSubtitleLanguages,
  subtitleAccessibility: profile.defaultSubtitleAccessibility,
  subtitleForced: profile.defaultSubtitleForced,
  watchedIndicator: profile.watchedIndicator,
  mediaReviewsVisibility: profile.mediaReviewsVisibility,
  mediaReviewsLanguages: profile.mediaReviewsLanguages,
});

const toPreferences = (account: WireAccount): AccountDetails['preferences'] => ({
  mailingListActive: account.mailingListActive,
  mailingListStatus: account.mailingListStatus,
  scrobbleTypes: account.scrobbleTypes,
  experimentalFeatures: account.experimentalFeatures,
  adsConsent: account.adsConsent,
  adsConsentSetAt: account.adsConsentSetAt,
  adsConsentReminderAt: account.adsConsentReminderAt,
});
