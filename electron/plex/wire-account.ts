import type { EpochMs } from '../../shared/model/ids.ts';
import type {
  AccountService,
  JsonObject,
  JsonValue,
  SubscriptionPeriod,
} from '../../shared/model/account.ts';

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
export interface WireSubscription {
  readonly active: boolean | null;
  readonly status: string | null;
  readonly plan: string | null;
  readonly subscribedAt: EpochMs | null;
  readonly paymentService: string | null;
  readonly features: readonly string[];
}

/** How the account likes its sound and its subtitles. */
export interface WireProfile {
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
