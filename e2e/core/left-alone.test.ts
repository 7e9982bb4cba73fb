import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInWithPassword } from './testing/sign-in.ts';

let plex: FakePlex;
let core: CoreUnderTest;
let start: () => Promise<CoreUnderTest>;
let accountIds: readonly AccountId[];

beforeEach(async () => {
  plex = await startFakePlex();
  const vault = { ...createMemoryVault(), dispose: () => undefined };
  const files = createMemoryProfileFiles();
  start = () => startCore({ plexUrl: plex.baseUrl, vault, files });
  core = await start();
  accountIds = [
    await signInWithPassword(core, plex, 'sam'),
    await signInWithPassword(core, plex, 'edith'),
  ];
  await expect
    .poll(() => core.snapshot().servers)
    .toMatchObject([
      { isRefreshing: false, error: null },
      { isRefreshing: false, error: null },
    ]);
});
afterEach(() => plex.stop());

const signOutPath = '/api/v2/users/signout';
const serversPath = '/api/v2/resources';

const askedCount = (path: string): number =>
  plex.requests.list().filter((one) => one.path === path).length;

const limit = (path: string): void =>
  void plex.faults.add({
    match: { path },
    action: { status: 429, headers: { 'Retry-After': '3600' } },
  });

/** All that what was just begun can ask has been asked. */
async function settled(): Promise<void> {
  await expect
    .poll(() => core.snapshot().signOuts.map(({ phase }) => phase))
    .toEqual(['waiting', 'waiting']);
  await core.clock.advance(0);
}

/** Put off while Plex wants to be left alone for an hour. */
async function putOffBoth(): Promise<void> {
  limit(signOutPath);
  for (const accountId of accountIds) await core.must('account.signOutLater', { accountId });
  await expect.poll(() => askedCount(signOutPath)).toBeGreaterThan(0);
  await settled();
}

test('sign-outs that wait are not tried while Plex wants to be left alone, whatever else happens', async () => {
  await putOffBoth();
  expect(askedCount(signOutPath)).toBe(1);
  core.returnNetwork();
  await core.must('vault.check', {});
  await core.clock.advance(3_500_000);
  await settled();
  expect(askedCount(signOutPath)).toBe(1);
  plex.faults.clear();
  await core.clock.advance(100_000);
  await core.waitFor('signOuts', ({ length }) => length === 0);
});

test('a person’s own question is told how long the wait still is, without a request; after it, it is asked', async () => {
  await putOffBoth();
  plex.faults.clear();
  const [accountId] = accountIds;
  if (accountId === undefined) throw new Error('nobody signed in');
  await core.clock.advance(600_000);
  plex.requests.clear();
  const early = { error: { code: 'plex.rateLimited', retryAfterSeconds: 3000 } };
  expect(await core.request('account.signOut', { accountId })).toMatchObject(early);
  expect(plex.requests.list()).toEqual([]);
});

test('a sign-out that waits is tried on the person’s word once the wait is over', async () => {
  limit(signOutPath);
  const [accountId] = accountIds;
  if (accountId === undefined) throw new Error('nobody signed in');
  await core.must('account.signOutLater', { accountId });
  await expect.poll(() => core.snapshot().signOuts[0]?.phase).toBe('waiting');
  plex.faults.clear();
  core.sleep(3_600_000);
  await core.must('account.signOut', { accountId });
  expect(askedCount(signOutPath)).toBe(2);
  expect(core.snapshot().signOuts).toEqual([]);
});

test('no server’s access token is asked for while Plex wants to be left alone', async () => {
  const [accountId] = accountIds;
  if (accountId === undefined) throw new Error('nobody signed in');
  const [list] = core.snapshot().servers;
  const names = list?.servers.filter(({ isOnline }) => isOnline).map(({ name }) => name) ?? [];
  expect(names.length).toBeGreaterThan(1);
  for (const { id: serverId, name } of list?.servers ?? []) {
    if (names.includes(name)) await core.mint({ accountId, serverId });
  }
  await core.usher.close();
  for (const name of names) await plex.server(name).restart();
  core = await start();
  limit(serversPath);
  plex.requests.clear();
  await core.usher.settle();
  await expect
    .poll(() => core.snapshot().tokens.map(({ verdict }) => verdict.kind))
    .toEqual(names.map(() => 'rejected'));
  expect(askedCount(serversPath)).toBe(1);
});

test('no further account’s servers are asked for at the start once Plex wants to be left alone', async () => {
  await core.usher.close();
  core = await start();
  limit(serversPath);
  plex.requests.clear();
  await core.usher.settle();
  expect(askedCount(serversPath)).toBe(1);
});
