import type { FakeUser } from '../state/fake-user.ts';
import { plainRecord } from './plain-record.ts';

/** The guest of Robin's Home, without a PIN. As in captures of such records, several lists are absent. */
export function visitor(): FakeUser {
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
