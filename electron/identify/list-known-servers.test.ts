import { expect, test } from 'vitest';
import type { AccountSummary } from '../../shared/model/account.ts';
import type { ServerId } from '../../shared/model/ids.ts';
import type { ServerSummary } from '../../shared/model/server.ts';
import { listKnownServers } from './list-known-servers.ts';

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
