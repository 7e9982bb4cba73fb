import type { JsonObject } from '../http/wire.ts';

/**
 * The account record of somebody with nothing special about them, but for what says who they are. Every field that
 * published descriptions of `GET https://plex.tv/api/v2/user` name is here (LukeHagar/plex-api-spec,
 * `UserPlexAccount`; further ones from the captures of andrey-yantsen/plex-api.rs).
 */
export function plainRecord(): JsonObject {
  return {
    friendlyName: '',
    locale: null,
    confirmed: true,
    joinedAt: 1_500_000_000,
    emailOnlyAuth: false,
    hasPassword: true,
    protected: false,
    mailingListStatus: 'unsubscribed',
    mailingListActive: false,
    scrobbleTypes: '',
    country: 'NZ',
    subscription: {
      active: false,
      subscribedAt: null,
      status: 'Inactive',
      paymentService: null,
      plan: null,
      features: ['adaptive_bitrate', 'home', 'two-factor-authentication'],
    },
    subscriptionDescription: null,
    restricted: false,
    anonymous: null,
    home: false,
    guest: false,
    homeSize: 1,
    homeAdmin: false,
    maxHomeSize: 15,
    profile: {
      autoSelectAudio: true,
      defaultAudioAccessibility: 0,
      defaultAudioLanguage: null,
      defaultAudioLanguages: null,
      defaultSubtitleLanguage: null,
      defaultSubtitleLanguages: null,
      autoSelectSubtitle: 1,
      defaultSubtitleAccessibility: 0,
      defaultSubtitleForced: 0,
      watchedIndicator: 1,
      mediaReviewsVisibility: 0,
      mediaReviewsLanguages: null,
    },
    entitlements: [],
    roles: [],
    subscriptions: [],
    pastSubscriptions: [],
    trials: [],
    services: [],
    settings: [],
    providers: [],
    adsConsent: null,
    adsConsentSetAt: null,
    adsConsentReminderAt: null,
    experimentalFeatures: false,
    twoFactorEnabled: false,
    backupCodesCreated: false,
    attributionPartner: null,
    cloudSyncDevice: null,
    certificateVersion: 2,
    queueEmail: '',
    queueUid: null,
  };
}

/** A subscription as the list `pastSubscriptions` tells it (LukeHagar/plex-api-spec, `PastSubscription`), and captures `subscriptions`. */
export function pastSubscription(what: JsonObject): JsonObject {
  return {
    id: null,
    mode: null,
    renewsAt: null,
    endsAt: null,
    canceled: false,
    gracePeriod: false,
    onHold: false,
    canReactivate: false,
    canUpgrade: false,
    canDowngrade: false,
    canConvert: false,
    type: 'plexpass',
    transfer: null,
    state: 'ended',
    billing: { internalPaymentMethod: {}, paymentMethodId: null },
    ...what,
  };
}
