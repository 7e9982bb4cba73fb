import * as v from 'valibot';
import type { AccountService, SubscriptionPeriod } from '../../shared/model/account.ts';
import { loose } from './loose/loose.ts';
import { readField } from './loose/read-field.ts';
import { readFlag } from './loose/read-flag.ts';
import { readInstant } from './loose/read-instant.ts';
import { readList } from './loose/read-list.ts';
import { readNumber } from './loose/read-number.ts';
import { readText } from './loose/read-text.ts';
import { readTextList } from './loose/read-text-list.ts';
import type { WireProfile, WireSubscription } from './wire-account.ts';

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
export const accountFields = v.object({
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
