import type { FakeUser } from '../state/fake-user.ts';
import type { SecretLedger } from '../state/secret-ledger.ts';
import { plainRecord } from './plain-record.ts';

/**
 * Signs in with her e-mail address only; a full member of Robin's Home and owner of Granny's. As in captures, a service
 * without a token leaves the key out, and `autoSelectSubtitle` goes beyond what published clients list.
 */
export function edith(secrets: SecretLedger): FakeUser {
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
