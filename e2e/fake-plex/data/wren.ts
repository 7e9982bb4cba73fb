import type { FakeUser } from '../state/fake-user.ts';
import type { SecretLedger } from '../state/secret-ledger.ts';
import { plainRecord } from './plain-record.ts';

const RIGHT_TO_LEFT = 'מגדלור בקצה הים ';
const EMOJI = '🦉👩‍👩‍👧‍👦🏳️‍🌈';
const HTML = '<b onmouseover="document.title=1">bold</b>&amp;<script>document.title=2</script>';

/** Everything too long, too strange or of an unknown kind, and forty servers. */
export function wren(secrets: SecretLedger): FakeUser {
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
