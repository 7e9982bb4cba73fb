import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { Vault } from '../../electron/ports.ts';
import { makeGate } from '../../electron/testing.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import { err, ok } from '../../shared/result.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { newestToken } from '../fixtures/newest-token.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInAndList, signInWithPassword } from './testing/sign-in.ts';
import { tokenModes } from './token-modes.ts';

let plex: FakePlex;
let core: CoreUnderTest;
let keys: Set<string>;
let memory: Vault;

beforeEach(async () => {
  plex = await startFakePlex();
  keys = new Set();
  memory = createMemoryVault();
  core = await startCore({ plexUrl: plex.baseUrl, vault: counted(memory) });
});
afterEach(() => plex.stop());

/** The vault, with its keys in sight. */
const counted = (vault: Vault): Vault => ({
  ...vault,
  set: (key, secret) => {
    keys.add(key);
    return vault.set(key, secret);
  },
  delete: (key) => {
    keys.delete(key);
    return vault.delete(key);
  },
});

const asked = (path: string): Promise<void> =>
  expect.poll(() => plex.requests.list().map((one) => one.path)).toContain(path);

const signedIn = (): Promise<AccountId> => signInAndList(core, plex, 'robin');

test('a token that is minted while its account is signed out leaves nothing behind', async () => {
  const accountId = await signedIn();
  plex.faults.add({ match: { path: '/security/token' }, action: { hold: true } });
  const serverId = plex.server('Attic').machineIdentifier as ServerId;
  const minting = core.request('server.copyToken', {
    mode: 'new',
    accountId,
    serverId,
  });
  await asked('/security/token');
  await core.must('account.signOut', { accountId });
  plex.faults.clear();
  expect(await minting).toEqual(err({ code: 'account.notFound' }));
  expect(core.snapshot()).toMatchObject({
    accounts: [],
    tokens: [],
    clipboard: { kind: 'empty' },
  });
  expect(core.clipboardText()).toBe('');
  expect([...keys]).toEqual([]);
});

const attic = (): ServerId => plex.server('Attic').machineIdentifier as ServerId;

test('a server that moves while a token is minted on it is found at its new address', async () => {
  plex.server('Attic').connections = [{ kind: 'refused', local: true }];
  const accountId = await signedIn();
  expect(
    await core.request('server.copyToken', {
      mode: 'new',
      accountId,
      serverId: attic(),
    }),
  ).toMatchObject({
    error: { code: 'server.unreachable' },
  });
  plex.server('Attic').connections = [{ kind: 'live', local: true }];
  const refreshing = core.must('servers.refresh', { accountId });
  const minted = await core.mint({ accountId, serverId: attic() });
  await refreshing;
  expect(minted.serverName).toBe('Attic');
});

test('a server that leaves the list while a token is minted on it leaves the token in its list', async () => {
  const accountId = await signedIn();
  plex.faults.add({ match: { path: '/security/token' }, action: { hold: true } });
  const minting = core.mint({ accountId, serverId: attic() });
  await asked('/security/token');
  plex.faults.add({
    match: { path: '/api/v2/resources' },
    action: { status: 200, body: '[]', headers: { 'Content-Type': 'application/json' } },
  });
  await core.must('servers.refresh', { accountId });
  expect(core.snapshot().servers[0]?.servers).toEqual([]);
  plex.faults.clear();
  expect(await minting).toMatchObject({ serverName: 'Attic' });
  expect(core.snapshot().tokens).toMatchObject([{ serverName: 'Attic' }]);
});

test('a server that has left the list by the time it is to be minted on is told as gone', async () => {
  const accountId = await signedIn();
  plex.faults.add({
    match: { path: '/api/v2/resources' },
    action: { status: 200, body: '[]', headers: { 'Content-Type': 'application/json' } },
  });
  const refreshing = core.must('servers.refresh', { accountId });
  expect(
    await core.request('server.copyToken', {
      mode: 'new',
      accountId,
      serverId: attic(),
    }),
  ).toEqual(err({ code: 'server.notFound' }));
  await refreshing;
  expect(core.snapshot().tokens).toEqual([]);
  expect(plex.requests.list().map(({ path }) => path)).not.toContain('/security/token');
});

test('an account that is loaded while it is signed out stays gone', async () => {
  const accountId = await signedIn();
  plex.faults.add({ match: { path: '/api/v2/user' }, times: 1, action: { hold: true } });
  plex.requests.clear();
  const loading = core.request('account.load', { accountId });
  await asked('/api/v2/user');
  await core.must('account.signOut', { accountId });
  plex.faults.clear();
  await loading;
  expect(core.snapshot().accounts).toEqual([]);
  expect([...keys]).toEqual([]);
});

test('asked twice at once, an account is signed out once', async () => {
  const accountId = await signedIn();
  const answers = await Promise.all([
    core.request('account.signOut', { accountId }),
    core.request('account.signOut', { accountId }),
  ]);
  expect(answers.map((answer) => answer.ok)).toEqual([true, true]);
  const revoked = plex.requests.list().filter(({ path }) => path === '/api/v2/users/signout');
  expect(revoked).toHaveLength(1);
});

describe.each(tokenModes)('$mode:', ({ settings }) => {
  beforeEach(() => void Object.assign(plex.settings, settings));

  test('a rejection of the old token says nothing of the new one', async () => {
    const accountId = await signedIn();
    plex.revokeAll('robin');
    plex.faults.add({ match: { path: '/api/v2/user' }, times: 1, action: { hold: true } });
    plex.requests.clear();
    const loading = core.request('account.load', { accountId });
    await asked('/api/v2/user');
    await signInWithPassword(core, plex, 'robin');
    plex.faults.clear();
    expect(await loading).toMatchObject(err({ code: 'token.rejected' }));
    expect(core.snapshot().accounts).toMatchObject([{ id: accountId, verdict: { kind: 'valid' } }]);
  });

  test.each([
    { lists: 'servers', request: 'servers.refresh', path: '/api/v2/resources' },
    { lists: 'devices', request: 'devices.refresh', path: '/devices.xml' },
  ] as const)(
    'a list of $lists that was asked for with the old token is asked for with the new one',
    async ({ lists, request, path }) => {
      const accountId = await signedIn();
      plex.revokeAll('robin');
      plex.faults.add({ match: { path }, times: 1, action: { hold: true } });
      plex.requests.clear();
      const asking = core.request(request, { accountId });
      await asked(path);
      await signInWithPassword(core, plex, 'robin');
      const again = core.request(request, { accountId });
      plex.faults.clear();
      expect([await asking, await again]).toEqual([ok(null), ok(null)]);
      expect(core.snapshot()[lists]).toMatchObject([{ accountId, error: null }]);
      const secret = { kind: 'account', accountId } as const;
      const { secret: token } = await core.must('secret.reveal', { secret });
      const sent = plex.requests.list().filter((one) => one.path === path);
      expect(sent.map(({ headers }) => headers['x-plex-token'] === token)).toEqual([false, true]);
    },
  );

  test('two sign-ins of one account, the first cancelled by the second while it is stored, end in one account that works', async () => {
    let isFirst = true;
    const { pass, reached, open } = makeGate();
    const inner = counted(memory);
    core = await startCore({
      plexUrl: plex.baseUrl,
      vault: {
        ...inner,
        set: async (key, secret) => {
          if (isFirst) {
            isFirst = false;
            await pass();
          }
          return inner.set(key, secret);
        },
      },
    });
    const form = {
      login: 'robin@example.invalid',
      password: 'robin-demo-password',
      verificationCode: '246810',
      rememberMe: true,
    };
    await core.must('signIn.submitPassword', form);
    await reached;
    const second = signInWithPassword(core, plex, 'robin');
    open();
    const accountId = await second;
    await core.must('account.load', { accountId });
    expect(core.snapshot().accounts).toMatchObject([{ id: accountId }]);
    await expect.poll(() => keys.size).toBe(1);
  });

  test('a sign-in that is cancelled while it is stored takes nothing of the PIN that came after it', async () => {
    const { pass, reached, open } = makeGate();
    let isGated = true;
    const files = createMemoryProfileFiles();
    const vault: Vault = {
      ...memory,
      set: async (key, secret) => {
        if (isGated && key.startsWith('account/')) await pass();
        return memory.set(key, secret);
      },
      dispose: () => undefined,
    };
    core = await startCore({ plexUrl: plex.baseUrl, files, vault });
    const login = {
      login: 'sam',
      password: plex.user('sam').password ?? '',
      verificationCode: null,
      rememberMe: true,
    };
    await core.must('signIn.submitPassword', login);
    await reached;
    const token = newestToken(plex, 'sam');
    await core.must('signIn.startCode', {});
    isGated = false;
    const waiting = await core.waitFor(
      'signIn',
      (state) => state.kind === 'code' && state.phase === 'waiting',
    );
    open();
    await expect.poll(() => plex.sessions.wasRevoked(token)).toBe(true);
    plex.approvePin(
      waiting.kind === 'code' && waiting.phase === 'waiting' ? waiting.code : '',
      'edith',
    );
    await core.usher.close();
    const again = await startCore({ plexUrl: plex.baseUrl, files, vault });
    expect(again.snapshot().accounts).toMatchObject([{ username: 'edith' }]);
  });
});

test('a PIN that was cancelled is not taken up again, though the keychain did not let go of it', async () => {
  let isLocked = false;
  const files = createMemoryProfileFiles();
  const vault: Vault = {
    ...memory,
    delete: (key) =>
      isLocked ? Promise.resolve(err({ code: 'vault.locked' })) : memory.delete(key),
    dispose: () => undefined,
  };
  core = await startCore({ plexUrl: plex.baseUrl, files, vault });
  await core.must('signIn.startCode', {});
  const waiting = await core.waitFor(
    'signIn',
    (state) => state.kind === 'code' && state.phase === 'waiting',
  );
  const code = waiting.kind === 'code' && waiting.phase === 'waiting' ? waiting.code : '';
  isLocked = true;
  await core.must('signIn.cancel', {});
  await core.usher.close();
  plex.approvePin(code, 'sam');
  isLocked = false;
  const again = await startCore({ plexUrl: plex.baseUrl, files, vault });
  await again.usher.settle();
  await again.clock.advance(4_000);
  expect(again.snapshot()).toMatchObject({ accounts: [], signIn: { kind: 'idle' } });
});
