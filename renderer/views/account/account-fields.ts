import type { AccountDetails, AccountService } from '../../../shared/model/account.ts';
import {
  accountFieldText,
  knownValue,
  planText,
  profileText,
  yesOrNo,
} from '../../../shared/words/account.ts';
import { countryName, languageName } from '../../../shared/words/formats.ts';
import {
  featuresField,
  given,
  listed,
  moment,
  named,
  oneOf,
  type AccountField,
  type FieldGroup,
  type FieldGroupId,
} from './account-field.ts';
import { subscriptionParts } from './subscription-fields.ts';

/** Everything Plex tells of an account, in words where there are some. */
export const accountFields = (details: AccountDetails): readonly FieldGroup[] => {
  const text = accountFieldText();
  const group = (
    id: Exclude<FieldGroupId, 'subscriptions' | 'services'>,
    fields: readonly AccountField[],
  ): FieldGroup => ({ id, title: text[id].title, parts: [{ fields }] });
  return [
    group('identity', identityFields(details.identity)),
    group('plexPass', plexPassFields(details.plexPass)),
    { id: 'subscriptions', title: text.subscriptions.title, parts: subscriptionParts(details) },
    group('security', securityFields(details.security)),
    group('home', homeFields(details.home)),
    group('rights', [
      { label: text.rights.roles, value: listed(details.roles) },
      { label: text.rights.entitlements, value: listed(details.entitlements) },
    ]),
    group('profile', profileFields(details.profile)),
    group('preferences', preferenceFields(details.preferences)),
    {
      id: 'services',
      title: text.services.title,
      note: details.services.length === 0 ? text.services.none : text.services.note,
      parts: [{ fields: details.services.map(serviceField) }],
    },
  ];
};

const identityFields = (identity: AccountDetails['identity']): readonly AccountField[] => {
  const text = accountFieldText().identity;
  return [
    // Most often the user name once more.
    ...(identity.title === identity.username && identity.title !== null
      ? []
      : [{ label: text.displayName, value: given(identity.title) }]),
    { label: text.username, value: given(identity.username) },
    { label: text.friendlyName, value: given(identity.friendlyName) },
    {
      label: text.email,
      value: given(identity.email),
      mark:
        identity.isEmailConfirmed === null
          ? null
          : {
              isGood: identity.isEmailConfirmed,
              text: identity.isEmailConfirmed ? text.confirmed : text.notConfirmed,
            },
    },
    { label: text.joinedAt, ...moment(identity.joinedAt) },
    { label: text.country, ...named(identity.country, countryName) },
    { label: text.locale, ...named(identity.locale, languageName) },
    { label: text.anonymous, value: yesOrNo(identity.isAnonymous) },
    { label: text.partner, value: given(identity.attributionPartner) },
    { label: text.id, value: identity.id, isMono: true },
    { label: text.uuid, value: identity.uuid, isMono: true },
  ];
};

const plexPassFields = (plexPass: AccountDetails['plexPass']): readonly AccountField[] => {
  const text = accountFieldText().plexPass;
  return [
    { label: text.plan, value: knownValue(planText().plan, plexPass.plan) },
    { label: text.status, value: passStatus(plexPass) },
    { label: text.since, ...moment(plexPass.subscribedAt) },
    { label: text.paymentService, value: given(plexPass.paymentService) },
    { label: text.description, value: given(plexPass.description) },
    featuresField(plexPass.features),
  ];
};

/** Whether it is active, and Plex's own word for how it stands where that says more. */
const passStatus = ({ active, status }: AccountDetails['plexPass']): string | null => {
  const text = accountFieldText().plexPass;
  const known = active === null ? null : active ? text.active : text.inactive;
  const said = knownValue(planText().status, status);
  const parts = [known, said].filter((part) => part !== null);
  return parts.length === 0
    ? null
    : parts.filter((part, index) => parts.indexOf(part) === index).join(', ');
};

const securityFields = (security: AccountDetails['security']): readonly AccountField[] => {
  const text = accountFieldText().security;
  return [
    { label: text.twoFactor, value: oneOf(security.twoFactorEnabled, text.on, text.off) },
    {
      label: text.backupCodes,
      value: oneOf(security.backupCodesCreated, text.made, text.notMade),
    },
    {
      label: text.password,
      value: oneOf(security.hasPassword, text.passwordSet, text.passwordNotSet),
    },
    { label: text.emailOnly, value: yesOrNo(security.emailOnlyAuth) },
    { label: text.remember, ...moment(security.rememberExpiresAt), note: text.rememberNote },
  ];
};

const homeFields = (home: AccountDetails['home']): readonly AccountField[] => {
  const text = accountFieldText().home;
  return [
    { label: text.member, value: yesOrNo(home.isMember) },
    { label: text.admin, value: yesOrNo(home.isAdmin) },
    { label: text.guest, value: yesOrNo(home.isGuest) },
    { label: text.restricted, value: yesOrNo(home.isRestricted) },
    { label: text.protected, value: yesOrNo(home.isProtected) },
    { label: text.restrictionProfile, value: given(home.restrictionProfile) },
    { label: text.size, value: homeSize(home) },
  ];
};

const homeSize = ({ size, maxSize }: AccountDetails['home']): string | null => {
  const text = accountFieldText().home;
  if (size === null) return maxSize === null ? null : text.onlyMax(String(maxSize));
  return maxSize === null ? String(size) : text.sizeOf(String(size), String(maxSize));
};

const profileFields = (profile: AccountDetails['profile']): readonly AccountField[] => {
  const text = accountFieldText().profile;
  const words = profileText();
  const languages = (codes: readonly string[]) => listed(codes.map((code) => languageName(code)));
  return [
    { label: text.autoSelectAudio, value: yesOrNo(profile.autoSelectAudio) },
    { label: text.audioLanguages, value: languages(profile.audioLanguages) },
    {
      label: text.audioAccessibility,
      value: knownValue(words.audioAccessibility, profile.audioAccessibility),
    },
    {
      label: text.autoSelectSubtitle,
      value: knownValue(words.autoSelectSubtitle, profile.autoSelectSubtitle),
    },
    { label: text.subtitleLanguages, value: languages(profile.subtitleLanguages) },
    {
      label: text.subtitleAccessibility,
      value: knownValue(words.subtitleAccessibility, profile.subtitleAccessibility),
    },
    {
      label: text.subtitleForced,
      value: knownValue(words.subtitleForced, profile.subtitleForced),
    },
    {
      label: text.watchedIndicator,
      value: knownValue(words.watchedIndicator, profile.watchedIndicator),
    },
    {
      label: text.reviewsVisibility,
      value: knownValue(words.mediaReviewsVisibility, profile.mediaReviewsVisibility),
    },
    { label: text.reviewsLanguages, value: languages(profile.mediaReviewsLanguages) },
  ];
};

const preferenceFields = (preferences: AccountDetails['preferences']): readonly AccountField[] => {
  const text = accountFieldText().preferences;
  return [
    {
      label: text.mailingList,
      value: knownValue(planText().mailingList, preferences.mailingListStatus),
    },
    { label: text.mailingListActive, value: yesOrNo(preferences.mailingListActive) },
    { label: text.scrobbleTypes, value: listed(preferences.scrobbleTypes) },
    { label: text.experimental, value: yesOrNo(preferences.experimentalFeatures) },
    { label: text.adsConsent, value: yesOrNo(preferences.adsConsent) },
    { label: text.adsConsentSetAt, ...moment(preferences.adsConsentSetAt) },
    { label: text.adsConsentReminderAt, ...moment(preferences.adsConsentReminderAt) },
  ];
};

/** One of Plex's own services behind the account. That there is a token is told; the token is not. */
const serviceField = (service: AccountService): AccountField => {
  const text = accountFieldText().services;
  const held = service.hasToken
    ? service.hasSecret
      ? text.held.both
      : text.held.token
    : service.hasSecret
      ? text.held.secret
      : null;
  return {
    label: service.identifier,
    value: listed([service.status, held].filter((part) => part !== null)) ?? text.nothing,
    sent: service.endpoint,
  };
};
