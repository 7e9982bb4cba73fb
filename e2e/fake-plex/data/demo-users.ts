import type { SecretLedger } from '../state/secret-ledger.ts';
import type { FakeUser } from '../state/users.ts';
import { flock } from './homes.ts';
import { pastSubscription, plainRecord } from './records.ts';
import { robin } from './robin.ts';

/** Everybody in the fake. All of them are invented. */
export function demoUsers(secrets: SecretLedger): readonly FakeUser[] {
  return [
    robin(secrets),
    sam(secrets),
    edith(secrets),
    noor(),
    juno(secrets),
    visitor(),
    wren(secrets),
    ada(secrets),
    ...flock(),
  ];
}

/** A record with next to nothing in it: what may be null is null, what may be absent is absent. */
function ada(secrets: SecretLedger): FakeUser {
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

/**
 * Signs in with her e-mail address only; a full member of Robin's Home and owner of Granny's. As in captures, a service
 * without a token leaves the key out, and `autoSelectSubtitle` goes beyond what published clients list.
 */
function edith(secrets: SecretLedger): FakeUser {
  return {
    name: 'edith',
    id: 7_200_003,
    uuid: '00f0000000000003',
    username: 'edith',
    title: 'Edith',
    email: 'edith@example.invalid',
    password: secrets.record('password', 'edith-demo-password'),
    verificationCode: null,
    emailOnly: true,
    homePin: null,
    record: {
      ...plainRecord(),
      friendlyName: 'Granny',
      emailOnlyAuth: true,
      profile: { autoSelectAudio: false, autoSelectSubtitle: 2, defaultSubtitleForced: 3 },
      services: [
        { identifier: 'epg', endpoint: 'https://epg.example.invalid', status: 'online' },
        {
          identifier: 'sync',
          endpoint: 'https://sync.example.invalid',
          token: secrets.issue('serviceToken'),
          status: 'online',
        },
      ],
      home: true,
      homeSize: 4,
    },
  };
}

/** A managed user of Robin's Home, behind a PIN. */
function juno(secrets: SecretLedger): FakeUser {
  return {
    name: 'juno',
    id: 7_200_005,
    uuid: '00f0000000000005',
    username: '',
    title: 'Juno',
    email: '',
    password: null,
    verificationCode: null,
    emailOnly: false,
    homePin: '4321',
    record: {
      ...plainRecord(),
      hasPassword: false,
      protected: true,
      pin: secrets.issue('pinHash'),
      restricted: true,
      restrictionProfile: 'older_kid',
      mappedRestrictionProfile: 'older_kid',
      customRestrictions: { all: '', movies: '', music: '', photos: '', television: '' },
      home: true,
      homeSize: 4,
    },
  };
}

/** Came by somebody else's sign-in, so has no password; reaches no server at all. */
function noor(): FakeUser {
  return {
    name: 'noor',
    id: 7_200_004,
    uuid: '00f0000000000004',
    username: 'noor',
    title: 'noor',
    email: 'noor@example.invalid',
    password: null,
    verificationCode: null,
    emailOnly: false,
    homePin: null,
    record: { ...plainRecord(), hasPassword: false, country: 'FR', locale: 'fr' },
  };
}

/** A plain account with a password and no second factor, whose monthly Plex Pass has lapsed; owner of Cabin. */
function sam(secrets: SecretLedger): FakeUser {
  return {
    name: 'sam',
    id: 7_200_002,
    uuid: '00f0000000000002',
    username: 'sam',
    title: 'sam',
    email: 'sam@example.invalid',
    password: secrets.record('password', 'sam-demo-password'),
    verificationCode: null,
    emailOnly: false,
    homePin: null,
    record: {
      ...plainRecord(),
      confirmed: false,
      joinedAt: 1_600_000_000,
      country: 'IE',
      subscription: {
        active: false,
        subscribedAt: '2021-01-02T03:04:05Z',
        status: 'Lapsed',
        paymentService: 'braintree',
        plan: 'monthly',
        features: ['home'],
      },
      pastSubscriptions: [pastSubscription({ mode: 'monthly', endsAt: 1_690_000_000 })],
    },
  };
}

/** The guest of Robin's Home, without a PIN. As in captures of such records, several lists are absent. */
function visitor(): FakeUser {
  return {
    name: 'visitor',
    id: 7_200_006,
    uuid: '00f0000000000006',
    username: '',
    title: 'Guest',
    email: '',
    password: null,
    verificationCode: null,
    emailOnly: false,
    homePin: null,
    record: {
      ...plainRecord(),
      subscriptions: undefined,
      pastSubscriptions: undefined,
      trials: undefined,
      hasPassword: false,
      restricted: true,
      guest: true,
      home: true,
      homeSize: 4,
      rememberExpiresAt: null,
    },
  };
}

const RIGHT_TO_LEFT = 'מגדלור בקצה הים ';
const EMOJI = '🦉👩‍👩‍👧‍👦🏳️‍🌈';
const HTML = '<b onmouseover="document.title=1">bold</b>&amp;<script>document.title=2</script>';

/** Everything too long, too strange or of an unknown kind, and forty servers. */
function wren(secrets: SecretLedger): FakeUser {
  const title = `\u202E${RIGHT_TO_LEFT}${EMOJI} ${HTML} `.padEnd(300, RIGHT_TO_LEFT);
  return {
    name: 'wren',
    id: 9_007_199_254_740_991,
    uuid: '00f0000000000007',
    username: 'wren',
    title,
    email: `${'w'.repeat(64)}@${'long-label.'.repeat(15)}example.invalid`,
    password: secrets.record('password', 'wren-demo-password'),
    verificationCode: null,
    emailOnly: false,
    homePin: null,
    record: {
      ...plainRecord(),
      friendlyName: `${EMOJI} ${HTML}`,
      locale: 'x-'.concat('very-long-locale-'.repeat(200)),
      joinedAt: 253_402_300_799,
      country: 'ZZ',
      mailingListStatus: 'error',
      scrobbleTypes: Array.from({ length: 500 }, (_, index) => String(index)).join(','),
      subscription: {
        active: true,
        subscribedAt: 'not a date',
        status: 'Hibernating',
        paymentService: 'carrier-pigeon',
        plan: 'perpetual-motion',
        features: Array.from({ length: 400 }, (_, index) => `feature-${String(index)}`),
      },
      subscriptionDescription: `${HTML} `.repeat(40),
      home: true,
      homeAdmin: true,
      homeSize: 999_999,
      maxHomeSize: -1,
      entitlements: Array.from(
        { length: 120 },
        (_, index) => `entitlement ${String(index)} ${EMOJI}`,
      ),
      roles: ['plexpass', 'lighthouse-keeper', ''],
      services: Array.from({ length: 60 }, (_, index) => ({
        identifier: `service-${String(index)}`,
        endpoint: `https://service-${String(index)}.example.invalid/${'path/'.repeat(50)}`,
        token: secrets.issue('serviceToken'),
        secret: secrets.issue('serviceSecret'),
        status: index % 2 === 0 ? 'online' : 'somewhere in between',
      })),
      trials: [null, 'a trial', { nested: { deeper: { deepest: true } } }],
      somethingNew: { unheardOf: [1, 'two', null, { three: true }] },
    },
  };
}
