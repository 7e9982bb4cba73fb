import type { FakeUser } from '../state/users.ts';
import type { SecretLedger } from '../state/secret-ledger.ts';
import { pastSubscription, plainRecord } from './records.ts';

/** The main user: lifetime Plex Pass, two-factor sign-in, admin of a Home, owner of three servers. */
export function robin(secrets: SecretLedger): FakeUser {
  return {
    name: 'robin',
    id: 7_200_001,
    uuid: '00f0000000000001',
    username: 'robin',
    title: 'robin',
    email: 'robin@example.invalid',
    password: secrets.record('password', 'robin-demo-password'),
    verificationCode: '246810',
    emailOnly: false,
    homePin: '1357',
    record: {
      ...plainRecord(),
      friendlyName: 'Robin Ashgrove',
      locale: 'en',
      joinedAt: 1_331_000_000,
      protected: true,
      pin: secrets.issue('pinHash'),
      scrobbleTypes: '1,4',
      subscription: {
        active: true,
        subscribedAt: '2019-05-06T07:08:09Z',
        status: 'Active',
        paymentService: null,
        plan: 'lifetime',
        features: [
          'home',
          'sync',
          'hwtranscode',
          'companions_sonos',
          'lyrics',
          'radio',
          'pms_health',
        ],
      },
      subscriptionDescription: 'Lifetime Plex Pass',
      home: true,
      homeAdmin: true,
      homeSize: 4,
      profile: {
        autoSelectAudio: true,
        defaultAudioAccessibility: 1,
        defaultAudioLanguage: 'en',
        defaultAudioLanguages: ['en', 'mi'],
        defaultSubtitleLanguage: 'en',
        defaultSubtitleLanguages: ['en'],
        autoSelectSubtitle: 1,
        defaultSubtitleAccessibility: 0,
        defaultSubtitleForced: 1,
        watchedIndicator: 1,
        mediaReviewsVisibility: 0,
        mediaReviewsLanguages: ['en'],
      },
      entitlements: ['all', 'android', 'ios', 'roku', 'xbox_one', 'windows'],
      roles: ['plexpass'],
      subscriptions: [
        {
          ...pastSubscription({ id: 'zz-lifetime-1', mode: 'lifetime', state: 'active' }),
          active: true,
          subscribedAt: '2019-05-06T07:08:09Z',
          paymentService: 'braintree',
          features: ['sync', 'webhooks'],
        },
      ],
      pastSubscriptions: [
        pastSubscription({
          mode: 'yearly',
          endsAt: 1_557_100_000,
          canceled: true,
          canReactivate: true,
          billing: {
            internalPaymentMethod: { type: 'card', token: secrets.issue('paymentToken') },
            paymentMethodId: 310_001,
          },
        }),
        pastSubscription({ mode: 'monthly', endsAt: 1_450_000_000 }),
      ],
      trials: [{ type: 'plexpass', state: 'ended', endsAt: 1_340_000_000 }],
      services: [
        {
          identifier: 'metadata-dev',
          endpoint: 'https://metadata.example.invalid',
          token: secrets.issue('serviceToken'),
          secret: null,
          status: 'online',
        },
        {
          identifier: 'scrobbler',
          endpoint: 'https://scrobbler.example.invalid/api',
          token: secrets.issue('serviceToken'),
          secret: secrets.issue('serviceSecret'),
          status: 'offline',
        },
        {
          identifier: 'epg',
          endpoint: 'https://epg.example.invalid',
          token: null,
          secret: null,
          status: 'online',
        },
      ],
      settings: [
        {
          id: 'experience',
          type: 'json',
          value: '{"sidebar":{"pinned":["attic"]},"schemaVersion":11}',
          hidden: false,
          updatedAt: 1_700_000_000,
        },
      ],
      adsConsent: false,
      adsConsentSetAt: 1_650_000_000,
      adsConsentReminderAt: 1_800_000_000,
      twoFactorEnabled: true,
      backupCodesCreated: true,
    },
  };
}
