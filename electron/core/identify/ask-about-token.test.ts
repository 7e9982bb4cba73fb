import { expect, test } from 'vitest';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { err, ok } from '../../../shared/result.ts';
import { maskToken } from '../../token-text.ts';
import { findAccountHere, listKnownServers } from './ask-about-token.ts';

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

type Change = Partial<ServerSummary>;

/** What there is to ask, for accounts that each have these servers. */
function known(
  lists: Readonly<Record<string, readonly Change[]>>,
  accessTokens: Readonly<Record<string, string>> = {},
  status: AccountSummary['status'] = 'ready',
) {
  const toSummary = (change: Change): ServerSummary =>
    ({ ownership: 'owned', isOnline: true, ...change, name: change.id }) as ServerSummary;
  return listKnownServers(
    {
      accounts: { summaries: () => Object.keys(lists).map((id) => ({ id, status })) } as never,
      servers: {
        list: (id: string) => ({ servers: (lists[id] ?? []).map(toSummary) }),
        hasAccessToken: (account: string, server: string, token: string) =>
          accessTokens[`${account}/${server}`] === token,
      } as never,
    },
    'zzFAKEzz',
  );
}
const id = (text: string) => text as ServerId;

test('servers of several accounts are asked once, those that are online first', () => {
  const servers = known({
    pat: [{ id: id('away'), isOnline: false }, { id: id('a') }],
    kim: [{ id: id('a') }, { id: id('b') }],
  });
  expect(servers.map(({ server }) => server.name)).toEqual(['a', 'b', 'away']);
});

test('the access token of a known server is for that server alone', () => {
  const servers = known(
    { pat: [{ id: id('a') }, { id: id('b') }], kim: [{ id: id('a') }] },
    { 'kim/a': 'zzFAKEzz' },
  );
  expect(servers.map(({ server, accountId }) => [server.name, accountId])).toEqual([['a', 'kim']]);
});

test('a friend’s server is asked about its own access token alone', () => {
  const friends = { id: id('friends'), ownership: 'shared' } as const;
  const lists = { pat: [friends, { id: id('a') }, { id: id('home'), ownership: 'home' } as const] };
  const namesOf = (accessTokens: Readonly<Record<string, string>>) =>
    known(lists, accessTokens).map(({ server }) => server.name);
  expect(namesOf({})).toEqual(['a', 'home']);
  expect(namesOf({ 'pat/friends': 'zzFAKEzz' })).toEqual(['friends']);
});

test('a server that one account owns and another is let in to is the owner’s', () => {
  const servers = known({ kim: [{ id: id('a'), ownership: 'shared' }], pat: [{ id: id('a') }] });
  expect(servers).toMatchObject([{ accountId: 'pat', server: { isOwned: true } }]);
});

test('servers of an account that is being signed out are left alone', () => {
  expect(known({ pat: [{ id: id('a') }] }, {}, 'signingOut')).toEqual([]);
});
