import type { FakeUser } from '../state/fake-user.ts';
import type { SecretLedger } from '../state/secret-ledger.ts';
import { plainRecord } from './plain-record.ts';

/** A managed user of Robin's Home, behind a PIN. */
export function juno(secrets: SecretLedger): FakeUser {
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
