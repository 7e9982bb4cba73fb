import type { FakeUser } from '../state/fake-user.ts';
import { plainRecord } from './plain-record.ts';

/** Came by somebody else's sign-in, so has no password; reaches no server at all. */
export function noor(): FakeUser {
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
