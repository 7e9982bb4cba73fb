import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createMemoryVault,
  type MemoryVault,
} from '../../electron/storage/keychain/vault-switch.ts';
import { emptyIndex } from '../../electron/storage/profile/index-content.ts';
import { createProfileFiles } from '../../electron/storage/profile/profile-files.ts';
import type { ServerId } from '../../shared/model/ids.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { createRunningClock } from '../../electron/testing.ts';
import { scanForSecrets } from '../fixtures/scan-for-secrets.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import {
  indexIn,
  keptFolder,
  readKeptKeychain,
  useKeptProfile,
} from './kept-profile/use-kept-profile.ts';

let plex: FakePlex;
let folder: string;
let vault: MemoryVault;
let items: Readonly<Record<string, string>>;
let core: CoreUnderTest;

beforeEach(async () => {
  const kept = await readKeptKeychain();
  items = kept.items;
  const clock = createRunningClock();
  clock.setNow(kept.writtenAt);
  plex = await startFakePlex({ now: () => clock.now() });
  folder = await mkdtemp(join(tmpdir(), 'usher-kept-'));
  await useKeptProfile(folder, plex);
  vault = createMemoryVault();
  for (const [key, secret] of Object.entries(items)) vault.put(key, secret);
  core = await startCore({
    plexUrl: plex.baseUrl,
    files: createProfileFiles({ folder }),
    vault: { ...vault, dispose: () => undefined },
    clock,
  });
});
afterEach(async () => {
  await core.usher.close();
  await plex.stop();
  const leaks = await scanForSecrets(plex.secrets.list(), { folder, texts: {} });
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  expect(leaks).toEqual([]);
});

const accountOf = (title: string) => {
  const account = core.snapshot().accounts.find((one) => one.title === title);
  if (account === undefined) throw new Error(`no account ${title}`);
  return account;
};
const serverId = (name: string): ServerId => plex.server(name).machineIdentifier as ServerId;

/** Where values are in the JSON files of the folder, in place of the values; of a list, in any of its entries. */
async function shapesIn(
  folderToRead: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const names = (await readdir(folderToRead)).filter((name) => name.endsWith('.json')).sort();
  const texts = names.map(async (name) => readFile(join(folderToRead, name), 'utf8'));
  const shapes = (await Promise.all(texts)).map((text) => {
    const content = JSON.parse(text) as { readonly version: number; readonly data: unknown };
    return [`version ${content.version}`, ...new Set(pathsIn(content.data, ''))].sort();
  });
  return Object.fromEntries(names.map((name, index) => [name, shapes[index] ?? []]));
}

function pathsIn(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => pathsIn(entry, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, `${path}.${key}`));
}

test('shows what was left, before anybody is asked', () => {
  const { accounts, servers, tokens, signOuts, settings, activity } = core.snapshot();
  expect(accounts).toMatchObject([
    { username: 'robin', verdict: { kind: 'valid' }, note: 'The one with the café’s invoices' },
    { title: 'Juno', homeOf: accounts[0]?.id, status: 'signingOut' },
    { username: 'sam', verdict: { kind: 'valid' } },
    { username: 'ada', verdict: { kind: 'rejected' } },
    { title: 'Guest', token: { kind: 'jwt' }, tokenEnd: {} },
  ]);
  expect(servers.map((list) => list.servers.map(({ name }) => name))).toEqual([
    ['Attic', 'Cabin', 'Loft'],
    ['Attic'],
    ['Cabin', 'Loft'],
    [],
    ['Attic'],
  ]);
  expect(tokens).toMatchObject([
    { accountName: 'sam', serverName: 'Cabin', verdict: { kind: 'valid' } },
    { accountName: 'robin', serverName: 'Attic', verdict: { kind: 'valid' } },
    { serverName: 'Cabin', verdict: { kind: 'rejected', because: 'serverRestarted' } },
    { accountName: 'sam', serverName: 'Loft', remainingMs: 0 },
  ]);
  expect(signOuts).toMatchObject([{ title: 'Edith', phase: 'waiting', isPutOff: true }]);
  expect(settings).toEqual({
    isKeepAliveOn: false,
    isNotifying: false,
    isMintingAnew: true,
    tokenForm: 'header',
    insecureServerIds: [serverId('Cabin')],
    insecureSince: {},
    isReusing: true,
    clipboardSeconds: 30,
    activityDays: 90,
    theme: 'system',
    startWith: 'overview',
    isInBackground: false,
    isBackgroundTold: false,
    quickShortcut: null,
    isHidingAfterCopy: true,
    lastView: null,
    pinnedServers: [],
    usedCommands: [],
  });
  expect(activity.count).toBe(15);
  expect(plex.requests.list()).toEqual([]);
});

test('mints, and copies a token that was minted then; the files stay as they were in form', async () => {
  const accountId = accountOf('sam').id;
  await core.must('servers.refresh', { accountId });
  await core.mint({ accountId, serverId: serverId('Cabin') });
  // In the form that was chosen there.
  expect(core.clipboardText()).toMatch(/^X-Plex-Token: transient-/);
  // A copy waits 300 ms for the server, which are soon over on a machine that is busy with other tests.
  core.clock.slowDown(20);
  const index = await indexIn(keptFolder);
  const kept = index.transientTokens.findLast((one) => one.serverName === 'Cabin');
  if (kept === undefined) throw new Error('no token');
  const secret = { kind: 'transient', tokenId: kept.id } as const;
  expect(await core.must('secret.copy', { secret, form: 'raw' })).toEqual({ kind: 'copied' });
  expect(core.clipboardText()).toBe(items[kept.secretKey]);
  await core.must('account.setNote', {
    accountId: accountOf('Guest').id,
    note: 'Lent by a friend',
  });
  await core.must('settings.update', { isNotifying: true });
  await core.usher.close();
  const before = await shapesIn(keptFolder);
  // Noted since, and read over by that Usher: whose device a token was issued to, and what only a sign-in tells.
  const noted = [
    ...['.accounts[].issuedTo', '.waitingSignOuts[].issuedTo'],
    ...['.accounts[].pastSubscriptions', '.accounts[].trials'],
  ];
  const chosen = [
    'activityDays',
    'clipboardSeconds',
    'isBackgroundTold',
    'isHidingAfterCopy',
    'isInBackground',
    'isReusing',
    'lastView',
    'quickShortcut',
    'startWith',
    'theme',
  ];
  const { 'settings.json': settingsBefore = [] } = before;
  expect(await shapesIn(folder)).toEqual({
    ...before,
    'settings.json': [...settingsBefore, ...chosen.map((name) => `.${name}`)].sort(),
    // Of a version that knows tokens of programs, of which there are none.
    'index.json': [...(before['index.json'] ?? []), ...noted]
      .map((shape) => shape.replace('version 2', 'version 3'))
      .sort(),
  });
});

test('goes on with what was cut short', async () => {
  await core.usher.settle();
  await core.waitFor('signOuts', ({ length }) => length === 0);
  const { accounts, notices, tokens, signIn } = core.snapshot();
  expect(accounts.map(({ title }) => title)).toEqual(['robin', 'sam', 'ada', 'Guest']);
  expect(tokens).toHaveLength(4);
  expect(notices).toMatchObject([
    { kind: 'leftoversRemoved', count: 1 },
    { kind: 'removalFinished', title: 'Juno' },
    { kind: 'signOutFinished', title: 'Edith', isProved: true },
  ]);
  const before = await indexIn(keptFolder);
  const ended = [...before.accounts.filter((one) => one.isSigningOut), ...before.waitingSignOuts];
  expect(ended.map(({ secretKey }) => plex.sessions.wasRevoked(items[secretKey] ?? ''))).toEqual([
    true,
    true,
  ]);

  expect(signIn).toMatchObject({ kind: 'code', phase: 'waiting', code: 'FTZ8' });
  expect(plex.approvePin('FTZ8', 'noor')).toBe(true);
  await core.clock.advance(10_000);
  await core.waitFor('signIn', ({ kind }) => kind === 'done');
  expect(accountOf('noor').verdict.kind).toBe('valid');
  await core.usher.close();
  const { accounts: kept, transientTokens } = await indexIn(folder);
  const named = [...kept, ...transientTokens].map(({ secretKey }) => secretKey);
  const left = Object.keys(items).filter((key) => vault.has(key));
  expect(named).toEqual(expect.arrayContaining(left));
  expect(left).toHaveLength(8);
});

const done = { state: 'done' };

test('signs out of everything, which leaves nothing', async () => {
  await core.usher.settle();
  await core.waitFor('signOuts', ({ length }) => length === 0);
  for (const { id, title } of core.snapshot().accounts) {
    const ticks = await core.must('account.signOut', { accountId: id });
    expect({ title, ticks }).toMatchObject({ title, ticks: { revoked: done, removed: done } });
  }
  await core.must('signIn.cancel', {});
  await core.usher.close();
  expect(Object.keys(items).filter((key) => vault.has(key))).toEqual([]);
  expect(await indexIn(folder)).toEqual(emptyIndex);
});
