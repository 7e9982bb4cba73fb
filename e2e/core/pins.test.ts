import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ProfileFiles, Vault } from '../../electron/ports.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import { err } from '../../shared/result.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { serversListed, signInAndList, signInWithPassword } from './testing/sign-in.ts';

let plex: FakePlex;
let files: ProfileFiles;
let vault: Vault;
let core: CoreUnderTest;
let robin: AccountId;

beforeEach(async () => {
  plex = await startFakePlex();
  files = createMemoryProfileFiles();
  vault = createMemoryVault();
  core = await start();
  robin = await signInAndList(core, plex, 'robin');
});
afterEach(() => plex.stop());

const start = () => startCore({ plexUrl: plex.baseUrl, files, vault });
const serverId = (name: string): ServerId => plex.server(name).machineIdentifier as ServerId;
const on = (name: string, accountId = robin) => ({ accountId, serverId: serverId(name) });
const pin = (name: string, accountId = robin) =>
  core.must('server.pin', { ...on(name, accountId), isPinned: true });
const pinned = (one = core) => one.snapshot().settings.pinnedServers;

/** Everything that the settings' files hold. */
const inFiles = async (): Promise<string> => {
  const texts = ['settings.json', 'settings.json.backup'].map((name) => files.read(name));
  return (await Promise.all(texts)).map((text) => (text.ok ? (text.value ?? '') : '')).join('');
};

test('pinned servers stay in the order in which they were pinned, also at the next start', async () => {
  for (const name of ['Cabin', 'Attic', 'Loft', 'Cabin']) await pin(name);
  await core.must('server.pin', { ...on('Attic'), isPinned: false });
  await core.waitFor('settings', ({ pinnedServers }) => pinnedServers.length === 2);
  expect(pinned()).toEqual([on('Cabin'), on('Loft')]);
  expect(pinned(await start())).toEqual([on('Cabin'), on('Loft')]);
});

test('a server that the account does not have is not pinned', async () => {
  const accountId = await signInAndList(core, plex, 'ada');
  expect(await core.request('server.pin', { ...on('Attic', accountId), isPinned: true })).toEqual(
    err({ code: 'server.notFound' }),
  );
  expect(pinned()).toEqual([]);
});

test('the pins of an account go with it when it is signed out, and nothing is left of them', async () => {
  const sam = await signInAndList(core, plex, 'sam');
  await pin('Cabin', sam);
  await pin('Attic');
  await pin('Loft');
  await core.must('account.signOut', { accountId: robin });
  await core.waitFor('settings', ({ pinnedServers }) => pinnedServers.length === 1);
  expect(pinned()).toEqual([on('Cabin', sam)]);
  expect(await inFiles()).not.toContain(robin);
});

test('pins that a crash left of an account that is gone are removed at the next start', async () => {
  await pin('Attic');
  const text = await inFiles();
  await core.must('account.removeLocally', { accountId: robin });
  await files.write('settings.json', text);
  const next = await start();
  await next.usher.settle();
  expect(pinned(next)).toEqual([]);
  expect(await inFiles()).not.toContain(robin);
});

test('the pins of an account that is held until Usher quits stand in no file', async () => {
  const sam = await signInWithPassword(core, plex, 'sam', { rememberMe: false });
  await serversListed(core, sam);
  await pin('Attic');
  await pin('Cabin', sam);
  expect(pinned()).toEqual([on('Attic'), on('Cabin', sam)]);
  await core.must('settings.update', { isNotifying: false });
  expect(await inFiles()).not.toContain(sam);
  await core.must('server.pin', { ...on('Cabin', sam), isPinned: false });
  expect(pinned()).toEqual([on('Attic')]);
});
