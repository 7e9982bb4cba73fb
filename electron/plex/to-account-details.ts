import type { AccountDetails } from '../../shared/model/account.ts';
import type { AccountId, EpochMs } from '../../shared/model/ids.ts';
import type { WireAccount } from './wire-account.ts';

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
