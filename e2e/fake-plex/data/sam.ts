import type { FakeUser } from '../state/fake-user.ts';
import type { SecretLedger } from '../state/secret-ledger.ts';
import { pastSubscription } from './past-subscription.ts';
import { plainRecord } from './plain-record.ts';

/** A plain account with a password and no second factor, whose monthly Plex Pass has lapsed; owner of Cabin. */
export function sam(secrets: SecretLedger): FakeUser {
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
