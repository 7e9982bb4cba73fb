import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ProfileFiles, Vault } from '../../electron/ports.ts';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInWithPassword } from './testing/sign-in.ts';

const names = ['sam', 'edith', 'robin'] as const;

let plex: FakePlex;
let core: CoreUnderTest;
let ids: readonly AccountId[];
let vault: Vault;
let files: ProfileFiles;

beforeEach(async () => {
  plex = await startFakePlex();
  files = createMemoryProfileFiles();
  // The keychain outlives a run of Usher.
  vault = { ...createMemoryVault(), dispose: () => undefined };
  core = await startCore({ plexUrl: plex.baseUrl, vault, files });
  const signedIn: AccountId[] = [];
  for (const name of names) signedIn.push(await signInWithPassword(core, plex, name));
  ids = signedIn;
});
afterEach(() => plex.stop());

/** A password reset that signs everything out, found by asking. */
async function signOutAtPlex(...which: readonly (typeof names)[number][]): Promise<void> {
  for (const name of which) {
    plex.revokeAll(name);
    const accountId = ids[names.indexOf(name)];
    if (accountId !== undefined) await core.request('account.load', { accountId });
  }
}

async function repair(name: (typeof names)[number], accountId: AccountId): Promise<void> {
  const { email, password, verificationCode } = plex.user(name);
  await core.must('signIn.submitPassword', {
    login: email,
    password: password ?? '',
    verificationCode,
    rememberMe: true,
    forAccountId: accountId,
  });
  await core.waitFor('signIn', (state) => state.kind === 'done' && state.accountId === accountId);
}

test('a run takes every rejected account in the order of the list, and no other', async () => {
  await signOutAtPlex('robin', 'sam');
  await core.must('repair.start', {});
  expect(core.snapshot().repair).toEqual({
    accountIds: [ids[0], ids[2]],
    skippedIds: [],
    apps: [],
  });
});

test('a run goes on while accounts are repaired, skipped, taken up again and rejected', async () => {
  await signOutAtPlex('sam', 'robin');
  await core.must('repair.start', {});
  const [sam, edith, robin] = ids as [AccountId, AccountId, AccountId];
  await core.must('repair.skip', { accountId: sam });
  expect(core.snapshot().repair).toEqual({ accountIds: [sam, robin], skippedIds: [sam], apps: [] });
  await core.must('repair.takeUp', { accountId: sam });
  await repair('sam', sam);
  await signOutAtPlex('edith');
  // The window asks for the run anew each time it shows it.
  await core.must('repair.start', {});
  expect(core.snapshot()).toMatchObject({
    repair: { accountIds: [sam, robin, edith], skippedIds: [] },
    accounts: [
      { verdict: { kind: 'valid' } },
      { verdict: { kind: 'rejected' } },
      { verdict: { kind: 'rejected' } },
    ],
  });
});

test('a run that Usher was quit in begins anew with those that remain, found rejected without asking', async () => {
  await signOutAtPlex('sam', 'edith', 'robin');
  await core.must('repair.start', {});
  const [sam, edith, robin] = ids as [AccountId, AccountId, AccountId];
  await repair('sam', sam);
  await core.must('repair.skip', { accountId: edith });
  await core.usher.close();
  const remaining = () =>
    core
      .snapshot()
      .accounts.filter(({ verdict }) => verdict.kind === 'rejected')
      .map(({ id }) => id);

  plex.requests.clear();
  core = await startCore({ plexUrl: plex.baseUrl, vault, files });
  expect(remaining()).toEqual([edith, robin]);
  await core.must('repair.start', {});
  expect(core.snapshot().repair).toEqual({ accountIds: [edith, robin], skippedIds: [], apps: [] });
  await repair('edith', edith);
  await repair('robin', robin);
  await core.usher.settle();
  expect(remaining()).toEqual([]);
  expect(core.snapshot().accounts.map(({ id }) => id)).toEqual(ids);
});

test('an account that is removed meanwhile leaves the run', async () => {
  await signOutAtPlex('sam', 'robin');
  await core.must('repair.start', {});
  await core.must('account.removeLocally', { accountId: ids[0] as AccountId });
  expect(core.snapshot().repair.accountIds).toEqual([ids[2]]);
  await core.must('repair.end', {});
  expect(core.snapshot().repair.accountIds).toEqual([]);
});

test('without a rejected account there is no run', async () => {
  await core.must('repair.start', {});
  await core.must('repair.skip', { accountId: ids[0] as AccountId });
  expect(core.snapshot().repair).toEqual({ accountIds: [], skippedIds: [], apps: [] });
});

test('after a mass sign-out the tokens of five programs are made anew in one go, and written where they stood', async () => {
  const [, , robin] = ids as [AccountId, AccountId, AccountId];
  const { appTokens } = core.usher.services;
  const apps = ['Kometa', 'Tautulli', 'Seerr', 'Maintainerr', 'Backup'];
  for (const name of apps) {
    const destinations = [{ format: 'env', path: `/srv/${name}.env`, key: 'PLEX_TOKEN' } as const];
    const wanted = { accountId: robin, name, serverId: null, destinations };
    const added = await appTokens.add(wanted, { kind: 'person', isConfirmed: true });
    expect(added).toMatchObject({ ok: true, value: { unwritten: [] } });
  }
  const valueOf = (name: string) => core.destinations.valueAt(`/srv/${name}.env#PLEX_TOKEN`) ?? '';
  const isAlive = (token: string): boolean => plex.sessions.find(token) !== undefined;
  const old = apps.map(valueOf);
  core.destinations.put('/srv/Seerr.env#PLEX_TOKEN', 'zzFAKEzzOTHERzzTOKEN');
  await signOutAtPlex('robin');
  await core.must('appToken.refresh', {});
  // Nothing can be made without the account.
  await core.must('repair.replaceApps', {});
  expect(core.snapshot().repair.apps).toEqual([]);
  await repair('robin', robin);
  plex.requests.clear();
  await core.must('repair.replaceApps', {});

  const report = core.snapshot().repair.apps;
  expect(report.map(({ progress }) => progress.kind)).toEqual(apps.map(() => 'done'));
  expect(report.map(({ progress }) => progress)).toMatchObject([
    ...[{ unwritten: [] }, { unwritten: [] }],
    { unwritten: [{ reason: 'destination.changed' }] },
    ...[{ unwritten: [] }, { unwritten: [] }],
  ]);
  expect(valueOf('Seerr')).toBe('zzFAKEzzOTHERzzTOKEN');
  const written = apps.filter((name) => name !== 'Seerr').map(valueOf);
  expect(written.map(isAlive)).toEqual(written.map(() => true));
  expect(old.map(isAlive)).toEqual(old.map(() => false));
  expect(appTokens.summaries().map(({ verdict, work }) => [verdict.kind, work.kind])).toEqual(
    apps.map(() => ['valid', 'none']),
  );
  const identifiers = plex.requests
    .list()
    .filter(({ method, path }) => method === 'POST' && path === '/api/v2/pins')
    .map(({ headers }) => headers['x-plex-client-identifier']);
  expect(new Set(identifiers).size).toBe(5);
});

test('an app token that Plex takes again by then stays as it is', async () => {
  const [, , robin] = ids as [AccountId, AccountId, AccountId];
  const { appTokens } = core.usher.services;
  const wanted = { accountId: robin, name: 'Kometa', serverId: null, destinations: [] };
  const added = await appTokens.add(wanted, { kind: 'person', isConfirmed: true });
  if (!added.ok) throw new Error(added.error.code);
  const { id } = added.value;
  const token = await appTokens.token(id);
  expect(await appTokens.replace(id, null)).toEqual({ ok: true, value: [] });
  expect(await appTokens.token(id)).toEqual(token);
});
