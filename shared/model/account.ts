import type { AccountId, EpochMs } from './ids.ts';
import type { MaskedToken, SecretStorage, Verdict } from './token.ts';

/** One row of the sidebar. */
export interface AccountSummary {
  readonly id: AccountId;
  /** Plex's own id of the user. */
  readonly uuid: string;
  readonly username: string;
  /** What people see: Plex's title, else the user name, else the e-mail, else the uuid. */
  readonly title: string;
  readonly email: string;
  /** A path the page may show as an image, or null when there is none (yet). */
  readonly avatarPath: string | null;
  readonly hasPlexPass: boolean | null;
  readonly token: MaskedToken;
  /** When the token says that it ends (a JWT); null where it does not say, as classic ones do not. */
  readonly tokenEnd: { readonly at: EpochMs; readonly remainingMs: number } | null;
  readonly storage: SecretStorage;
  readonly verdict: Verdict;
  readonly addedAt: EpochMs;
  /** When the present token was got. */
  readonly signedInAt: EpochMs;
  /** What the person wrote about it; empty when nothing. */
  readonly note: string;
  readonly status: 'ready' | 'signingOut';
  /**
   * The account this Home user was switched to from, which it stands below; null for an account that signed in itself.
   * That account may be gone.
   */
  readonly homeOf: AccountId | null;
}

/**
 * The account behind a token, from `GET /api/v2/user` (https://plex.tv/api/v2) or the answer to a sign-in. Nothing in it is secret.
 * Only id and uuid are sure to be there; everything else may be null: Plex leaves fields out, and sends null or "".
 */
export interface AccountDetails {
  readonly accountId: AccountId;
  readonly askedAt: EpochMs;
  /** To which question: the record of a sign-in is without the settings and providers that `/user` is asked for. */
  readonly answerTo: 'user' | 'signIn' | 'homeSwitch';
  readonly identity: {
    readonly id: string;
    readonly uuid: string;
    readonly username: string | null;
    readonly title: string | null;
    readonly email: string | null;
    readonly friendlyName: string | null;
    readonly isEmailConfirmed: boolean | null;
    readonly joinedAt: EpochMs | null;
    readonly country: string | null;
    readonly locale: string | null;
    readonly isAnonymous: boolean | null;
    readonly attributionPartner: string | null;
  };
  readonly security: {
    readonly hasPassword: boolean | null;
    readonly twoFactorEnabled: boolean | null;
    readonly backupCodesCreated: boolean | null;
    readonly emailOnlyAuth: boolean | null;
    /** Shown as what Plex calls it; what happens at that time is not documented. */
    readonly rememberExpiresAt: EpochMs | null;
  };
  readonly plexPass: {
    readonly active: boolean | null;
    readonly status: string | null;
    readonly plan: string | null;
    readonly subscribedAt: EpochMs | null;
    readonly paymentService: string | null;
    readonly description: string | null;
    readonly features: readonly string[];
  };
  readonly subscriptions: readonly SubscriptionPeriod[];
  /**
   * These two are sure to be in the answer to a password sign-in alone (LukeHagar/plex-api-spec, `/users/signin`), so they are
   * kept from there. Null when Plex never told.
   */
  readonly pastSubscriptions: Told<SubscriptionPeriod> | null;
  readonly trials: Told<JsonObject> | null;
  readonly home: {
    readonly isMember: boolean | null;
    readonly isAdmin: boolean | null;
    readonly isGuest: boolean | null;
    readonly isRestricted: boolean | null;
    readonly isProtected: boolean | null;
    readonly restrictionProfile: string | null;
    readonly size: number | null;
    readonly maxSize: number | null;
  };
  readonly roles: readonly string[];
  readonly entitlements: readonly string[];
  readonly services: readonly AccountService[];
  readonly profile: {
    readonly autoSelectAudio: boolean | null;
    readonly audioLanguages: readonly string[];
    readonly audioAccessibility: number | null;
    readonly autoSelectSubtitle: number | null;
    readonly subtitleLanguages: readonly string[];
    readonly subtitleAccessibility: number | null;
    readonly subtitleForced: number | null;
    readonly watchedIndicator: number | null;
    readonly mediaReviewsVisibility: number | null;
    readonly mediaReviewsLanguages: readonly string[];
  };
  readonly preferences: {
    readonly mailingListActive: boolean | null;
    readonly mailingListStatus: string | null;
    readonly scrobbleTypes: readonly string[];
    readonly experimentalFeatures: boolean | null;
    readonly adsConsent: boolean | null;
    readonly adsConsentSetAt: EpochMs | null;
    readonly adsConsentReminderAt: EpochMs | null;
  };
  /** The whole answer as Plex sent it, every secret field replaced. */
  readonly record: JsonValue;
}

/** A list that not every answer holds, and when it was told last. */
export interface Told<Item> {
  readonly at: EpochMs;
  readonly list: readonly Item[];
}

export interface AccountService {
  readonly identifier: string;
  readonly endpoint: string | null;
  readonly status: string | null;
  readonly hasToken: boolean;
  readonly hasSecret: boolean;
}

/** One subscription, present or past. */
export interface SubscriptionPeriod {
  readonly type: string | null;
  readonly state: string | null;
  readonly mode: string | null;
  readonly isActive: boolean | null;
  readonly subscribedAt: EpochMs | null;
  readonly renewsAt: EpochMs | null;
  readonly endsAt: EpochMs | null;
  readonly isCanceled: boolean | null;
  readonly isInGracePeriod: boolean | null;
  readonly isOnHold: boolean | null;
  readonly canReactivate: boolean | null;
  readonly canUpgrade: boolean | null;
  readonly canDowngrade: boolean | null;
  readonly canConvert: boolean | null;
  readonly transfer: string | null;
  readonly paymentService: string | null;
  readonly billing: SubscriptionBilling | null;
  readonly features: readonly string[];
}

/** What Plex bills a subscription to. What an internal payment method holds is not documented, so only that there is one is told. */
export interface SubscriptionBilling {
  readonly paymentMethodId: string | null;
  readonly hasInternalPaymentMethod: boolean | null;
}

/** Of a note about an account, in UTF-16 code units, as an input's `maxlength` counts. */
export const noteMaxLength = 500;

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export type JsonObject = { readonly [key: string]: JsonValue };

/** Stands where a secret was: visible, so that nobody takes the field for empty. */
export const redactedMark = '[redacted]';
