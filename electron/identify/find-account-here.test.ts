import { expect, test } from 'vitest';
import type { AccountSummary } from '../../shared/model/account.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { err, ok } from '../../shared/result.ts';
import { maskToken } from '../token-text.ts';
import { findAccountHere } from './find-account-here.ts';

interface Entry {
  readonly token: string;
  readonly homeOf?: string;
  readonly uuid?: string;
  readonly isLocked?: boolean;
}

/** What is said of the token, and which entries the keychain was asked for. */
async function ask(entries: Readonly<Record<string, Entry>>, token: string) {
  const read: string[] = [];
  const here = await findAccountHere(
    {
      summaries: () =>
        Object.entries(entries).map(
          ([id, { token: held, homeOf = null, uuid = 'u' }]) =>
            ({ id, uuid, status: 'ready', homeOf, token: maskToken(held) }) as AccountSummary,
        ),
      token: (id: AccountId) => {
        read.push(id);
        const entry = entries[id];
        return Promise.resolve(
          entry === undefined || entry.isLocked === true
            ? err({ code: 'vault.locked' })
            : ok(entry.token),
        );
      },
    },
    'u',
    token,
  );
  return { here, read };
}

test('the keychain is asked only where the last four could be those of this token', async () => {
  expect(await ask({ a: { token: 'zzFAKEzzOTHERzz0002' } }, 'zzFAKEzzASKEDzz0001')).toEqual({
    here: { accountId: 'a', isSameToken: false },
    read: [],
  });
  expect(await ask({ a: { token: 'zzFAKEzzASKEDzz0001' } }, 'zzFAKEzzASKEDzz0001')).toEqual({
    here: { accountId: 'a', isSameToken: true },
    read: ['a'],
  });
});

test('a keychain that does not say leaves it open', async () => {
  const entries = { a: { token: 'zzFAKEzzASKEDzz0001', isLocked: true } };
  expect((await ask(entries, 'zzFAKEzzASKEDzz0001')).here).toEqual({
    accountId: 'a',
    isSameToken: null,
  });
});

test('an entry below the admin of a Home counts only with this very token', async () => {
  const entries = {
    own: { token: 'zzFAKEzzOWNzz0002' },
    below: { token: 'zzFAKEzzHOMEzz0003', homeOf: 'x' },
  };
  expect((await ask(entries, 'zzFAKEzzHOMEzz0003')).here).toMatchObject({ accountId: 'below' });
  expect((await ask(entries, 'zzFAKEzzASKEDzz0001')).here).toMatchObject({ accountId: 'own' });
  const { below } = entries;
  expect((await ask({ below }, 'zzFAKEzzASKEDzz0001')).here).toBeNull();
});

test('another account is none of its', async () => {
  const entries = { a: { token: 'zzFAKEzzASKEDzz0001', uuid: 'other' } };
  expect(await ask(entries, 'zzFAKEzzASKEDzz0001')).toEqual({ here: null, read: [] });
});
