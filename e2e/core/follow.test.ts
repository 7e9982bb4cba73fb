import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import { createProfileFiles } from '../../electron/storage/profile/profile-files.ts';
import { openUsherIndex } from '../../electron/storage/profile/usher-index.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInWithPassword } from './testing/sign-in.ts';

let plex: FakePlex;
let folder: string;
/** Follows, as a window does. */
let window: CoreUnderTest;
/** Another process on the same profile and keychain. */
let terminal: CoreUnderTest;

beforeEach(async () => {
  plex = await startFakePlex();
  folder = await mkdtemp(join(tmpdir(), 'usher-follow-'));
  const vault = { ...createMemoryVault(), dispose: () => undefined };
  const start = () =>
    startCore({ plexUrl: plex.baseUrl, vault, files: createProfileFiles({ folder }) });
  window = await start();
  window.usher.follow();
  await window.usher.settle();
  terminal = await start();
});
afterEach(async () => {
  await window.usher.close();
  await terminal.usher.close();
  await plex.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const hasServers = (accountId: AccountId) =>
  window.waitFor(
    'servers',
    (list) => list.accountId === accountId && list.servers.length > 0 && !list.isRefreshing,
  );

const atticId = (): ServerId => plex.server('Attic').machineIdentifier as ServerId;

/** PINs are remembered in the background. */
const hasPendingPins = (count: number): Promise<void> =>
  expect
    .poll(async () => {
      const text = await window.files.read('index.json');
      const content = text.ok ? (text.value ?? '') : '';
      return content.match(/"waitedForBy"/g) ?? [];
    })
    .toHaveLength(count);

describe('a window, when another process', () => {
  test('signs in, shows the account, and its servers', async () => {
    const robin = await signInWithPassword(terminal, plex, 'robin');
    await window.waitFor('accounts', (accounts) => accounts.some(({ id }) => id === robin));
    await hasServers(robin);
  });

  test('adds an address of a server, and removes it, shows that', async () => {
    // Before anybody asks for the list: an address that Plex lists is none that a person added.
    plex.server('Attic').connections = [];
    const accountId = await signInWithPassword(terminal, plex, 'robin');
    await hasServers(accountId);
    const { addedAddresses } = terminal.usher.services;
    const address = `127.0.0.1:${String(plex.server('Attic').port)}`;
    const wisher = { kind: 'person', isConfirmed: true } as const;
    const added = await addedAddresses.add(accountId, address, wisher);
    if (!added.ok) throw new Error(added.error.code);
    const has = (isThere: boolean) =>
      window.waitFor('servers', ({ servers }) => {
        const uris = servers.flatMap((server) => server.connections.filter((one) => one.isAdded));
        return uris.some(({ uri }) => uri === added.value.uri) === isThere;
      });
    await has(true);
    await addedAddresses.remove(accountId, added.value.serverId, added.value.uri);
    await has(false);
  });

  test('mints, forgets and chooses, shows just that', async () => {
    const accountId = await signInWithPassword(terminal, plex, 'robin');
    const minted = await terminal.mint({ accountId, serverId: atticId() });
    await window.waitFor('tokens', ([token]) => token?.id === minted.id);
    const secret = { kind: 'transient', tokenId: minted.id } as const;
    const shown = await window.must('secret.reveal', { secret });
    expect(terminal.clipboardText()).toBe(shown.secret);

    await terminal.must('token.forget', { tokenId: minted.id });
    await window.waitFor('tokens', (tokens) => tokens.length === 0);
    const isNotifying = !window.snapshot().settings.isNotifying;
    await terminal.must('settings.update', { isNotifying });
    await window.waitFor('settings', (one) => one.isNotifying === isNotifying);
    await terminal.usher.services.activity.flush();
    await window.waitFor('activity', ({ count }) => count >= 3);
  });

  test('signs out, lets go of the account and all that it held of it', async () => {
    const accountId = await signInWithPassword(terminal, plex, 'robin');
    await hasServers(accountId);
    await window.must('vault.useSessionOnly', {});
    await window.mint({ accountId, serverId: atticId() });
    await terminal.must('account.signOut', { accountId });
    await window.waitFor('accounts', (accounts) => accounts.length === 0);
    await window.waitFor('tokens', (tokens) => tokens.length === 0);
    expect(window.snapshot().servers).toEqual([]);
    expect(await window.request('account.load', { accountId })).toMatchObject({
      ok: false,
      error: { code: 'account.notFound' },
    });
  });

  test('signs in anew, uses the new token at once', async () => {
    const accountId = await signInWithPassword(window, plex, 'robin');
    await hasServers(accountId);
    plex.revokeAll('robin');
    expect(await signInWithPassword(terminal, plex, 'robin')).toBe(accountId);
    // Without waiting for anything: the old token's secret is gone.
    expect(await window.request('account.load', { accountId })).toMatchObject({ ok: true });
    expect(window.snapshot().accounts).toMatchObject([{ verdict: { kind: 'valid' } }]);
  });

  test('waits for an approval of its own, leaves that to it, and the other way round', async () => {
    await terminal.must('signIn.startCode', {});
    await terminal.waitFor('signIn', (one) => 'phase' in one && one.phase === 'waiting');
    await hasPendingPins(1);
    await window.must('signIn.startCode', {});
    await window.waitFor('signIn', (one) => 'phase' in one && one.phase === 'waiting');
    await hasPendingPins(2);
    await window.must('vault.check', {});
    await window.must('signIn.cancel', {});
    await hasPendingPins(1);
    const third = await startCore({
      plexUrl: plex.baseUrl,
      vault: { ...terminal.vault, dispose: () => undefined },
      files: createProfileFiles({ folder }),
    });
    await third.usher.settle();
    expect(third.snapshot().signIn).toEqual({ kind: 'idle' });
    await third.usher.close();
    const state = terminal.snapshot().signIn;
    if (state.kind !== 'code' || state.phase !== 'waiting') throw new Error(state.kind);
    plex.approvePin(state.code, 'edith');
    await terminal.usher.close();
    expect(terminal.snapshot().accounts).toMatchObject([{ username: 'edith' }]);
  });
});

test('an account that one process is signing out is not signed out by another, nor finished off', async () => {
  const accountId = await signInWithPassword(terminal, plex, 'robin');
  await window.waitFor('accounts', (accounts) => accounts.length === 1);
  plex.faults.add({
    match: { path: '/api/v2/users/signout' },
    action: { hold: true },
  });
  const signingOut = terminal.request('account.signOut', { accountId });
  await window.waitFor('accounts', ([account]) => account?.status === 'signingOut');
  expect(await window.request('account.signOut', { accountId })).toMatchObject({
    ok: false,
    error: { code: 'profile.busy' },
  });
  await window.must('vault.check', {});
  expect(window.snapshot().accounts).toHaveLength(1);
  expect(window.snapshot().notices).toEqual([]);
  plex.faults.clear();
  expect(await signingOut).toMatchObject({ ok: true });
});

test('two that mint and forget at the same time keep an entry and a secret for each token, and no other', async () => {
  const accountId = await signInWithPassword(terminal, plex, 'robin');
  await window.waitFor('accounts', (accounts) => accounts.length === 1);
  const mintAndForget = async (core: CoreUnderTest): Promise<readonly string[]> => {
    const kept: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      kept.push((await core.mint({ accountId, serverId: atticId() })).id);
      const dropped = await core.mint({ accountId, serverId: atticId() });
      await core.must('token.forget', { tokenId: dropped.id });
    }
    return kept;
  };
  const kept = (await Promise.all([window, terminal].map(mintAndForget))).flat();
  const opened = await openUsherIndex(window.files, () => 0);
  if (!opened.ok) throw new Error(opened.error.code);
  const { transientTokens, unfinishedKeys } = opened.value.content();
  expect(transientTokens.map(({ id }) => id as string).sort()).toEqual(kept.sort());
  expect(unfinishedKeys).toEqual([]);
  for (const { secretKey } of transientTokens) {
    expect(await window.vault.get(secretKey)).toMatchObject({ ok: true });
  }
});
