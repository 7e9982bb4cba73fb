import type { Many } from '../state/settings.ts';
import type { ServerPlan } from '../state/media-server.ts';
import type { SecretLedger } from '../state/secret-ledger.ts';
import type { FakeUser } from '../state/users.ts';
import { plainRecord } from './records.ts';

/** How the fake calls this one of the many: `member-0001` is the first. */
export const memberName = (number: number): string => `member-${String(number).padStart(4, '0')}`;

const numbersOf = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);

/** People with nothing special about them, who are only there to be many. */
export function manyPeople({ people }: Many, secrets: SecretLedger): readonly FakeUser[] {
  return numbersOf(people).map((number) => {
    const name = memberName(number);
    return {
      name,
      id: 8_000_000 + number,
      uuid: `00f1${String(number).padStart(12, '0')}`,
      username: name,
      title: `Member ${String(number)}`,
      email: `${name}@example.invalid`,
      password: secrets.record('password', `${name}-password`),
      verificationCode: null,
      emailOnly: false,
      homePin: null,
      record: plainRecord(),
    };
  });
}

/** The servers of these people, all switched off. */
export function manyServers({ people, serversEach }: Many): readonly ServerPlan[] {
  return numbersOf(people).flatMap((person) =>
    numbersOf(serversEach).map((number) => ({
      name: `Store ${String(person).padStart(4, '0')}-${String(number).padStart(4, '0')}`,
      owner: memberName(person),
      sharedWith: [],
      version: '1.43.2.10687-563d026ea',
      platform: 'Linux',
      platformVersion: '24.04 LTS (Noble Numbat)',
      device: 'PC',
      publicAddress: '203.0.113.7',
      publicAddressMatches: false,
      startsOffline: true,
      connections: [{ kind: 'refused', local: true } as const],
      settings: {},
    })),
  );
}
