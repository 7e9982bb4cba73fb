import type { FakeUser } from '../state/fake-user.ts';
import type { SecretLedger } from '../state/secret-ledger.ts';

/** A record with next to nothing in it: what may be null is null, what may be absent is absent. */
export function ada(secrets: SecretLedger): FakeUser {
  return {
    name: 'ada',
    id: 7_200_008,
    uuid: '00f0000000000008',
    username: 'ada',
    title: '',
    email: 'ada@example.invalid',
    password: secrets.record('password', 'ada-demo-password'),
    verificationCode: null,
    emailOnly: false,
    homePin: null,
    record: {
      friendlyName: null,
      locale: null,
      thumb: null,
      anonymous: null,
      country: null,
      joinedAt: null,
      confirmed: null,
      hasPassword: null,
      twoFactorEnabled: null,
      adsConsent: null,
      adsConsentSetAt: null,
      adsConsentReminderAt: null,
      attributionPartner: null,
      subscription: null,
      subscriptionDescription: null,
      subscriptions: null,
      pastSubscriptions: null,
      trials: null,
      profile: null,
      entitlements: null,
      services: null,
      rememberExpiresAt: null,
    },
  };
}
