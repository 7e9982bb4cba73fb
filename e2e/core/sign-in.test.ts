import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createKeychainProcess } from '../../electron/storage/keychain/keychain-process.ts';
import { createKeychainVault } from '../../electron/storage/keychain/keychain-vault.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import { createScriptedWorkerHost } from '../../electron/storage/keychain/testing/scripted-worker-host.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import type { SignInState } from '../../shared/model/sign-in.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Vault } from '../../electron/ports.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { createRunningClock } from '../../electron/testing.ts';
import { newestToken } from '../fixtures/newest-token.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInWithPassword } from './testing/sign-in.ts';
import { tokenModes } from './token-modes.ts';

let plex: FakePlex;
let core: CoreUnderTest;

beforeEach(async () => {
  plex = await startFakePlex();
  core = await startCore({ plexUrl: plex.baseUrl });
});
afterEach(() => plex.stop());

const settled = (state: SignInState): boolean =>
  state.kind === 'done' || ('phase' in state && ['failed', 'codeRequired'].includes(state.phase));

async function submit(login: string, password: string, verificationCode: string | null = null) {
  const form = { login, password, verificationCode, rememberMe: true };
  await core.must('signIn.submitPassword', form);
  return core.waitFor('signIn', settled);
}

async function waitingCode(): Promise<Extract<SignInState, { kind: 'code'; phase: 'waiting' }>> {
  const state = await core.waitFor(
    'signIn',
    (one) => one.kind === 'code' && one.phase === 'waiting',
  );
  if (state.kind !== 'code' || state.phase !== 'waiting') throw new Error('not waiting');
  return state;
}

/** Lets two seconds pass, which is when the PIN is asked for, until the sign-in has come to a state. */
async function pollUntil(fits: (state: SignInState) => boolean): Promise<SignInState> {
  for (;;) {
    await core.clock.advance(2000);
    await new Promise((done) => setImmediate(done));
    const state = core.snapshot().signIn;
    if (fits(state)) return state;
    // Nothing comes after it: to wait on would hang the whole run.
    if (settled(state)) throw new Error(`The sign-in came to ${JSON.stringify(state)}.`);
  }
}

describe.each(tokenModes)('$mode:', ({ settings }) => {
  beforeEach(() => void Object.assign(plex.settings, settings));

  describe('a sign-in that is given up leaves no token behind at Plex', () => {
    const locked = (): Promise<Result<never>> => Promise.resolve(err({ code: 'vault.locked' }));
    const startWithoutKeychain = async (): Promise<void> => {
      core = await startCore({
        plexUrl: plex.baseUrl,
        vault: { ...createMemoryVault(), set: locked },
      });
    };
    const ways = [
      { end: 'cancelled', act: () => core.must('signIn.cancel', {}) },
      { end: 'left for another', act: () => core.must('signIn.startCode', {}) },
      { end: 'ended with Usher', act: () => core.usher.close() },
    ];

    test.each(ways)('by password, not taken by the keychain, $end', async ({ act }) => {
      await startWithoutKeychain();
      await submit('sam', plex.user('sam').password ?? '');
      const token = newestToken(plex, 'sam');
      expect(plex.sessions.wasRevoked(token)).toBe(false);
      await act();
      await expect.poll(() => plex.sessions.wasRevoked(token)).toBe(true);
      expect(core.snapshot().notices).toEqual([]);
    });

    test.each(ways)('by code, not taken by the keychain, $end', async ({ act }) => {
      await startWithoutKeychain();
      await core.must('signIn.startCode', {});
      plex.approvePin((await waitingCode()).code, 'sam');
      await pollUntil((state) => state.kind === 'code' && state.phase === 'failed');
      const token = newestToken(plex, 'sam');
      await act();
      await expect.poll(() => plex.sessions.wasRevoked(token)).toBe(true);
    });

    test.each([
      { end: 'ended with Usher', isCancelled: false, isTaken: true },
      { end: 'cancelled and ended with Usher', isCancelled: true, isTaken: true },
      { end: 'not taken and ended with Usher', isCancelled: false, isTaken: false },
    ])('by password, on its way into the keychain, $end', async ({ isCancelled, isTaken }) => {
      const memory = createMemoryVault();
      let isWriting = false;
      let goOn = (): void => undefined;
      const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
      const vault: Vault = {
        ...memory,
        set: async (key, secret) => {
          isWriting = true;
          await mayGoOn;
          return isTaken ? memory.set(key, secret) : locked();
        },
      };
      core = await startCore({ plexUrl: plex.baseUrl, vault });
      const { password } = plex.user('sam');
      const form = {
        login: 'sam',
        password: password ?? '',
        verificationCode: null,
        rememberMe: true,
      };
      await core.must('signIn.submitPassword', form);
      await expect.poll(() => isWriting).toBe(true);
      const token = newestToken(plex, 'sam');
      if (isCancelled) await core.must('signIn.cancel', {});
      const closing = core.usher.close();
      goOn();
      await closing;
      expect(plex.sessions.wasRevoked(token)).toBe(true);
      expect(core.snapshot()).toMatchObject({ accounts: [], notices: [] });
    });

    test('by code, cancelled before Plex has said whose it is', async () => {
      plex.faults.add({ match: { path: '/api/v2/user' }, action: { hang: true } });
      await core.must('signIn.startCode', {});
      plex.approvePin((await waitingCode()).code, 'sam');
      await pollUntil((state) => state.kind === 'code' && state.phase === 'finishing');
      const token = newestToken(plex, 'sam');
      await core.must('signIn.cancel', {});
      await expect.poll(() => plex.sessions.wasRevoked(token)).toBe(true);
    });
  });

  describe('a sign-in of somebody who is here, given up once Plex has handed out the token,', () => {
    let sam: AccountId;
    beforeEach(async () => {
      sam = await signInWithPassword(core, plex, 'sam');
    });
    const storedToken = async (): Promise<string> =>
      (await core.must('secret.reveal', { secret: { kind: 'account', accountId: sam } })).secret;

    test('gives the account that token, and revokes none', async () => {
      const old = await storedToken();
      plex.faults.add({ match: { path: '/api/v2/user' }, times: 1, action: { hang: true } });
      await core.must('signIn.startCode', {});
      plex.approvePin((await waitingCode()).code, 'sam');
      await pollUntil((state) => state.kind === 'code' && state.phase === 'finishing');
      await core.must('signIn.cancel', {});
      const token = newestToken(plex, 'sam');
      await expect.poll(storedToken).toBe(token);
      await core.must('account.load', { accountId: sam });
      expect(plex.sessions.wasRevoked(old)).toBe(settings.oneTokenPerClient);
      expect(plex.requests.list().map(({ path }) => path)).not.toContain('/api/v2/users/signout');
      expect(core.snapshot()).toMatchObject({ accounts: [{ id: sam }], notices: [] });
    });

    test('has it wait for a keychain that does not take it', async () => {
      const memory = createMemoryVault();
      let isFailing = false;
      const locked = (): Promise<Result<never>> => Promise.resolve(err({ code: 'vault.locked' }));
      const vault: Vault = {
        ...memory,
        set: (key, secret) => (isFailing ? locked() : memory.set(key, secret)),
      };
      core = await startCore({ plexUrl: plex.baseUrl, vault });
      sam = await signInWithPassword(core, plex, 'sam');
      isFailing = true;
      await submit('sam', plex.user('sam').password ?? '');
      await core.must('signIn.cancel', {});
      isFailing = false;
      await core.must('vault.check', {});
      await expect.poll(storedToken).toBe(newestToken(plex, 'sam'));
      await core.must('account.load', { accountId: sam });
    });
  });

  describe('a code that was approved, and whose account Plex does not tell,', () => {
    const failed = (state: SignInState): boolean =>
      state.kind === 'code' && state.phase === 'failed';
    const signOuts = () => plex.requests.list().filter(({ path }) => path.endsWith('/signout'));

    async function failToRead(): Promise<string> {
      plex.faults.add({ match: { path: '/api/v2/user' }, action: { status: 503 } });
      await core.must('signIn.startCode', {});
      plex.approvePin((await waitingCode()).code, 'edith');
      expect(await pollUntil(failed)).toMatchObject({ error: { code: 'plex.unavailable' } });
      return newestToken(plex, 'edith');
    }

    test('is read once more when the person starts again, without another approval', async () => {
      const token = await failToRead();
      plex.faults.clear();
      await core.must('signIn.startCode', {});
      expect(await core.waitFor('signIn', settled)).toMatchObject({ kind: 'done' });
      expect(plex.pins.list()).toHaveLength(1);
      expect(plex.sessions.wasRevoked(token)).toBe(false);
      expect(core.snapshot().accounts).toMatchObject([{ email: 'edith@example.invalid' }]);
    });

    test('is revoked when it is given up', async () => {
      const token = await failToRead();
      await core.must('signIn.cancel', {});
      await expect.poll(() => plex.sessions.wasRevoked(token)).toBe(true);
      expect(core.snapshot().notices).toEqual([]);
    });

    test('is revoked when it is given up beside an account, once Plex tells that it is nobody’s here', async () => {
      await signInWithPassword(core, plex, 'sam');
      const token = await failToRead();
      plex.faults.clear();
      await core.must('signIn.cancel', {});
      await expect.poll(() => plex.sessions.wasRevoked(token)).toBe(true);
    });

    test('is told to be left at Plex where it can’t be revoked, or may be somebody’s who is here', async () => {
      plex.faults.add({ match: { path: '/api/v2/users/signout' }, action: { status: 503 } });
      await failToRead();
      await core.must('signIn.cancel', {});
      const left = { kind: 'newTokenLeft', title: null };
      await core.waitFor('notices', ({ length }) => length === 1);
      expect(core.snapshot().notices).toMatchObject([left]);
      plex.faults.clear();
      await signInWithPassword(core, plex, 'sam');
      plex.requests.clear();
      await failToRead();
      await core.must('signIn.cancel', {});
      await core.waitFor('notices', ({ length }) => length === 2);
      expect(signOuts()).toEqual([]);
    });
  });

  describe('signing in again to an account that is here', () => {
    test('again into an account that is here replaces its token and keeps its place', async () => {
      const first = await signInWithPassword(core, plex, 'sam');
      await signInWithPassword(core, plex, 'edith');
      await core.must('secret.copy', { secret: { kind: 'account', accountId: first } });
      const oldToken = core.clipboardText();
      const again = await signInWithPassword(core, plex, 'sam');
      expect(again).toBe(first);
      expect(core.snapshot().accounts.map(({ id }) => id)[0]).toBe(first);
      await core.must('secret.copy', { secret: { kind: 'account', accountId: first } });
      expect(core.clipboardText()).not.toBe(oldToken);
    });

    test('that the vault takes again is not undone by the token of an earlier one that waited for it', async () => {
      const memory = createMemoryVault();
      let isFailing = false;
      const vault: Vault = {
        ...memory,
        set: (key, secret) =>
          isFailing ? Promise.resolve(err({ code: 'vault.locked' })) : memory.set(key, secret),
      };
      core = await startCore({ plexUrl: plex.baseUrl, vault });
      const accountId = await signInWithPassword(core, plex, 'sam');
      isFailing = true;
      const sam = plex.user('sam');
      expect(await submit('sam', sam.password ?? '')).toMatchObject({ phase: 'failed' });
      isFailing = false;
      await signInWithPassword(core, plex, 'sam');
      await core.must('vault.check', {});
      const secret = { kind: 'account', accountId } as const;
      const kept = (await core.must('secret.reveal', { secret })).secret;
      expect(kept).toBe(newestToken(plex, 'sam'));
    });
  });
});

describe('signing in by password', () => {
  test('stores the account and tells its facts, not its token', async () => {
    await signInWithPassword(core, plex, 'sam');
    const [account] = core.snapshot().accounts;
    expect(account).toMatchObject({
      username: 'sam',
      storage: 'keychain',
      verdict: { kind: 'valid' },
      token: { kind: 'classic' },
    });
    const tokens = plex.secrets.list().map(({ value }) => value);
    for (const token of tokens) expect(JSON.stringify(core.snapshot())).not.toContain(token);
  });

  test('asks for the verification code of an account that has one, then takes it', async () => {
    const robin = plex.user('robin');
    expect(await submit('robin', robin.password ?? '')).toMatchObject({
      phase: 'codeRequired',
      error: null,
    });
    expect(await submit('robin', robin.password ?? '', '000000')).toMatchObject({
      phase: 'codeRequired',
      error: { code: 'plex.codeWrong' },
    });
    expect(await submit('robin', robin.password ?? '', robin.verificationCode)).toMatchObject({
      kind: 'done',
      wasReplaced: false,
    });
  });

  test('refuses a wrong password, and asks Plex only once', async () => {
    plex.requests.clear();
    expect(await submit('sam', 'wrong')).toMatchObject({
      phase: 'failed',
      error: { code: 'plex.badCredentials' },
    });
    await core.clock.advance(120_000);
    expect(plex.requests.list().filter(({ path }) => path.includes('signin'))).toHaveLength(1);
  });

  test('tells that an account signs in with its e-mail address only', async () => {
    const user = plex.users.find(({ emailOnly }) => emailOnly);
    expect(await submit(user?.username ?? '', user?.password ?? '')).toMatchObject({
      error: { code: 'plex.emailRequired' },
    });
  });

  test('tells that the address is blocked after many failures', async () => {
    plex.settings.signInFailuresAllowed = 1;
    await submit('sam', 'wrong');
    expect(await submit('sam', 'wrong')).toMatchObject({
      error: { code: 'plex.addressBlocked' },
    });
  });

  test('tells how long to wait when Plex wants no more questions', async () => {
    plex.faults.add({
      match: { path: '/api/v2/users/signin' },
      action: { status: 429, headers: { 'Retry-After': '77' } },
    });
    expect(await submit('sam', 'any')).toMatchObject({
      error: { code: 'plex.rateLimited', retryAfterSeconds: 77 },
    });
  });

  test('changes nothing when the answer comes after Cancel', async () => {
    const edith = await signInWithPassword(core, plex, 'edith');
    const path = '/api/v2/users/signin';
    plex.faults.add({ match: { path }, action: { hold: true } });
    plex.requests.clear();
    const sam = plex.user('sam');
    const handedOut = (): number =>
      plex.sessions.sessions().filter(({ user }) => user === sam).length;
    const before = handedOut();
    await core.must('signIn.submitPassword', {
      login: 'sam',
      password: sam.password ?? '',
      verificationCode: null,
      rememberMe: true,
    });
    await expect.poll(() => plex.requests.list().map((one) => one.path)).toContain(path);
    await core.must('signIn.cancel', {});
    plex.faults.clear();
    await expect.poll(handedOut).toBe(before + 1);
    // Asked and answered after it.
    await core.must('account.load', { accountId: edith });
    expect(core.snapshot()).toMatchObject({
      accounts: [{ id: edith }],
      signIn: { kind: 'idle' },
    });
  });

  test('into a vault that fails loses nothing: the token waits until it can be stored', async () => {
    const memory = createMemoryVault();
    let isFailing = true;
    const locked = (): Promise<Result<never>> => Promise.resolve(err({ code: 'vault.locked' }));
    const vault: Vault = {
      ...memory,
      set: (key, secret) => (isFailing ? locked() : memory.set(key, secret)),
      delete: (key) => (isFailing ? locked() : memory.delete(key)),
      check: () => (isFailing ? locked() : memory.check()),
    };
    core = await startCore({ plexUrl: plex.baseUrl, vault });
    const sam = plex.user('sam');
    expect(await submit('sam', sam.password ?? '')).toMatchObject({
      phase: 'failed',
      error: { code: 'vault.locked' },
    });
    expect(core.snapshot().vault).toEqual({ kind: 'unusable', error: { code: 'vault.locked' } });
    isFailing = false;
    await core.must('vault.check', {});
    expect(core.snapshot()).toMatchObject({
      signIn: { kind: 'done' },
      accounts: [{ username: 'sam', storage: 'keychain' }],
    });
  });

  test('without a keychain goes on for this session only, when the person says so', async () => {
    const absent = (): Promise<Result<never>> =>
      Promise.resolve(err({ code: 'vault.unavailable', reason: 'noService' }));
    const vault: Vault = {
      ...createMemoryVault(),
      get: absent,
      set: absent,
      delete: absent,
      check: absent,
    };
    const files = createMemoryProfileFiles();
    core = await startCore({ plexUrl: plex.baseUrl, vault, files });
    expect(await core.must('vault.check', {})).toEqual({
      kind: 'unusable',
      error: { code: 'vault.unavailable', reason: 'noService' },
    });
    await core.must('vault.useSessionOnly', {});
    await signInWithPassword(core, plex, 'sam');
    expect(core.snapshot()).toMatchObject({
      vault: { kind: 'sessionOnly' },
      accounts: [{ username: 'sam', storage: 'session' }],
    });
    const again = await startCore({ plexUrl: plex.baseUrl, vault, files });
    expect(again.snapshot().accounts).toEqual([]);
  });
});

describe('a sign-in by password that is not to be remembered', () => {
  const untilQuit = { rememberMe: false };
  const kept = async (): Promise<string> => JSON.stringify(await core.files.read('index.json'));

  test('is held in memory alone, leaves nothing of the account in the profile, and is gone after a restart', async () => {
    const written: string[] = [];
    const memory = createMemoryVault();
    const set: Vault['set'] = (key, secret) => {
      written.push(key);
      return memory.set(key, secret);
    };
    core = await startCore({ plexUrl: plex.baseUrl, vault: { ...memory, set } });
    const accountId = await signInWithPassword(core, plex, 'sam', untilQuit);
    const sent = plex.requests.list().find(({ path }) => path === '/api/v2/users/signin');
    expect(new URLSearchParams(sent?.body).get('rememberMe')).toBe('false');
    expect(core.snapshot().accounts).toMatchObject([
      { username: 'sam', storage: 'session', verdict: { kind: 'valid' } },
    ]);
    await core.must('servers.refresh', { accountId });
    const on = { accountId, serverId: plex.server('Cabin').machineIdentifier as ServerId };
    expect(await core.mint(on)).toMatchObject({ storage: 'session' });
    await core.usher.close();
    expect(written).toEqual([]);
    for (const name of ['index.json', 'servers.json', 'activity.json']) {
      const text = JSON.stringify(await core.files.read(name));
      expect(text).not.toContain(accountId);
      expect(text).not.toContain(plex.user('sam').uuid);
    }
    const { vault, files } = core;
    const again = await startCore({ plexUrl: plex.baseUrl, vault, files });
    expect(again.snapshot()).toMatchObject({ accounts: [], tokens: [], notices: [] });
  });

  test('needs no keychain', async () => {
    const locked = (): Promise<Result<never>> => Promise.resolve(err({ code: 'vault.locked' }));
    const vault = { ...createMemoryVault(), set: locked, check: locked };
    core = await startCore({ plexUrl: plex.baseUrl, vault });
    await signInWithPassword(core, plex, 'sam', untilQuit);
    expect(core.snapshot().accounts).toMatchObject([{ storage: 'session' }]);
  });

  test('of somebody who is kept takes the kept token out of the keychain, and a remembered one puts the next in', async () => {
    const accountId = await signInWithPassword(core, plex, 'sam');
    const key = /account\/[\w-]+/.exec(await kept())?.[0] ?? '';
    expect(await signInWithPassword(core, plex, 'sam', untilQuit)).toBe(accountId);
    expect(await core.vault.get(key)).toEqual({ ok: true, value: null });
    expect(await kept()).not.toContain('account/');
    expect(core.snapshot().accounts).toMatchObject([{ id: accountId, storage: 'session' }]);
    await signInWithPassword(core, plex, 'sam');
    expect(core.snapshot().accounts).toMatchObject([{ id: accountId, storage: 'keychain' }]);
  });

  test('is not revoked at Plex when Usher quits, as any account that stays is not', async () => {
    await signInWithPassword(core, plex, 'sam', untilQuit);
    await core.usher.close();
    expect(plex.sessions.wasRevoked(newestToken(plex, 'sam'))).toBe(false);
  });
});

describe('signing in by code', () => {
  test('shows four characters, a QR code and the true remaining time, and signs in once approved', async () => {
    await core.must('signIn.startCode', {});
    const waiting = await waitingCode();
    expect(waiting.code).toMatch(/^[A-Z0-9]{4}$/i);
    expect(waiting.remainingMs).toBeGreaterThan(890_000);
    expect(waiting.qr.length).toBeGreaterThan(20);
    expect(waiting.prefilledUrl).toContain(`pin=${waiting.code}`);
    plex.approvePin(waiting.code, 'sam');
    expect(await pollUntil(settled)).toMatchObject({ kind: 'done' });
  });

  test('renews the code when it runs out', async () => {
    plex.settings.weakPinSeconds = 10;
    await core.must('signIn.startCode', {});
    const first = await waitingCode();
    plex.clock.advance(60_000);
    const renewed = await pollUntil(
      (state) => state.kind === 'code' && state.phase === 'waiting' && state.renewalCount === 1,
    );
    expect(renewed).not.toMatchObject({ code: first.code });
    if (renewed.kind !== 'code' || renewed.phase !== 'waiting') throw new Error('not waiting');
    plex.approvePin(renewed.code, 'sam');
    expect(await pollUntil(settled)).toMatchObject({ kind: 'done' });
  });

  test('goes on through trouble with the network, slower', async () => {
    await core.must('signIn.startCode', {});
    const { code } = await waitingCode();
    plex.faults.add({ match: { path: '/api/v2/pins/*' }, times: 2, action: { status: 503 } });
    const isTroubled = (state: SignInState): boolean =>
      state.kind === 'code' && state.phase === 'waiting' && state.trouble !== null;
    // What the page is told, which the state that it is not told of would hide.
    const told = core.waitFor('signIn', isTroubled);
    await pollUntil(isTroubled);
    expect(await told).toMatchObject({ trouble: { code: 'plex.unavailable' } });
    plex.approvePin(code, 'sam');
    expect(await pollUntil(settled)).toMatchObject({ kind: 'done' });
  });

  test('never polls faster than every two seconds', async () => {
    await core.must('signIn.startCode', {});
    await waitingCode();
    plex.requests.clear();
    await core.clock.advance(1500);
    expect(plex.requests.list()).toHaveLength(0);
  });
});

describe('signing in by browser', () => {
  test('opens the auth page with our identity, and no token, and signs in once approved', async () => {
    await core.must('signIn.startBrowser', {});
    await core.waitFor('signIn', (one) => 'phase' in one && one.phase === 'waiting');
    const [url] = core.openedUrls;
    const fragment = new URLSearchParams(new URL(url ?? '').hash.replace(/^#\??/, ''));
    expect(fragment.get('context[device][product]')).toBe('Usher');
    const code = fragment.get('code') ?? '';
    expect(code.length).toBeGreaterThan(10);
    plex.approvePin(code, 'robin');
    expect(await pollUntil(settled)).toMatchObject({ kind: 'done' });
  });

  test('cancelled, then approved in the browser all the same, changes nothing', async () => {
    await core.must('signIn.startBrowser', {});
    await core.waitFor('signIn', (one) => 'phase' in one && one.phase === 'waiting');
    const code =
      new URLSearchParams(new URL(core.openedUrls[0] ?? '').hash.slice(2)).get('code') ?? '';
    await core.must('signIn.cancel', {});
    plex.approvePin(code, 'robin');
    await core.clock.advance(60_000);
    expect(core.snapshot()).toMatchObject({ accounts: [], signIn: { kind: 'idle' } });
  });

  test('that runs out is told as that, and begins anew with another page', async () => {
    plex.settings.strongPinSeconds = 10;
    for (const page of [1, 2]) {
      await core.must('signIn.startBrowser', {});
      await expect.poll(() => new Set(core.openedUrls).size).toBe(page);
      plex.clock.advance(60_000);
      expect(await pollUntil(settled)).toMatchObject({
        kind: 'browser',
        phase: 'failed',
        error: { code: 'plex.pinExpired' },
      });
    }
  });

  test('approved just before the window closes is not lost', async () => {
    await core.must('signIn.startBrowser', {});
    await core.waitFor('signIn', (one) => 'phase' in one && one.phase === 'waiting');
    const url = core.openedUrls[0] ?? '';
    plex.approvePin(new URLSearchParams(new URL(url).hash.slice(2)).get('code') ?? '', 'robin');
    await core.usher.close();
    expect(core.snapshot().accounts).toMatchObject([{ username: 'robin' }]);
  });

  test('approved just before the person quits twice is stored once', async () => {
    await core.must('signIn.startCode', {});
    plex.approvePin((await waitingCode()).code, 'robin');
    plex.requests.clear();
    const first = core.usher.close();
    await Promise.all([first, core.usher.close()]);
    const asked = plex.requests.list().filter(({ path }) => path === '/api/v2/user');
    expect(asked).toHaveLength(1);
    expect(core.snapshot().accounts).toMatchObject([{ username: 'robin' }]);
  });

  test('approved just before the window closes keeps nobody waiting for a keychain that asks in vain, and is finished at the next start', async () => {
    const clock = createRunningClock();
    const files = createMemoryProfileFiles();
    const items = new Map<string, string>();
    let isAskingInVain = false;
    const host = createScriptedWorkerHost((request) => {
      const { id, op, account } = request;
      if (isAskingInVain) return 'hang';
      if (op === 'set') items.set(account, request.secret);
      const value = op === 'get' ? (items.get(account) ?? null) : null;
      return {
        message: { id, ok: true, value: op === 'delete' ? items.delete(account) : value },
      };
    });
    const startOnKeychain = () => {
      const keychain = createKeychainProcess({ host, clock });
      const vault = createKeychainVault({ keychain, service: 'Usher', platform: 'linux' });
      return startCore({ plexUrl: plex.baseUrl, vault, files, clock });
    };
    core = await startOnKeychain();
    await core.must('signIn.startBrowser', {});
    await core.waitFor('signIn', (one) => 'phase' in one && one.phase === 'waiting');
    await expect.poll(() => [...items.keys()].join()).toContain('pending-pin/');
    const url = core.openedUrls[0] ?? '';
    plex.approvePin(new URLSearchParams(new URL(url).hash.slice(2)).get('code') ?? '', 'robin');
    isAskingInVain = true;
    // Only what the test puts forward passes.
    clock.slowDown(1_000_000);
    const callCount = host.calls.length;
    let isClosed = false;
    const closing = core.usher.close().then(() => (isClosed = true));
    await expect.poll(() => host.calls.length).toBeGreaterThan(callCount);
    await clock.advance(2_500);
    expect(isClosed).toBe(false);
    await clock.advance(500);
    await closing;

    clock.slowDown(1);
    isAskingInVain = false;
    core = await startOnKeychain();
    expect(core.snapshot().accounts).toEqual([]);
    await core.usher.settle();
    await pollUntil(settled);
    expect(core.snapshot()).toMatchObject({ accounts: [{ username: 'robin' }] });
    expect(core.snapshot().notices).toContainEqual(
      expect.objectContaining({ kind: 'signInResumed' }),
    );
  });
});

test.each(['startBrowser', 'startCode'] as const)(
  'a sign-in that was waiting when Usher closed is finished at the next start (%s)',
  async (start) => {
    const vault = createMemoryVault();
    const files = createMemoryProfileFiles();
    core = await startCore({ plexUrl: plex.baseUrl, vault, files });
    await core.must(`signIn.${start}`, {});
    const waiting = await core.waitFor(
      'signIn',
      (one) => 'phase' in one && one.phase === 'waiting',
    );
    const url = core.openedUrls[0] ?? '';
    const code =
      'code' in waiting
        ? waiting.code
        : (new URLSearchParams(new URL(url).hash.slice(2)).get('code') ?? '');
    await expect
      .poll(() => files.read('index.json'))
      .toMatchObject({
        value: expect.stringContaining('pending-pin/') as string,
      });
    files.killAll();
    core = await startCore({ plexUrl: plex.baseUrl, vault, files });
    plex.approvePin(code, 'robin');
    await core.usher.settle();
    await pollUntil(settled);
    await core.waitFor('notices', (notices) => notices.length > 0);
    expect(core.snapshot()).toMatchObject({
      accounts: [{ username: 'robin' }],
      notices: [{ kind: 'signInResumed' }],
    });
  },
);

test('every request to plex.tv and to servers carries the identity headers, with one client identifier', async () => {
  const accountId = await signInWithPassword(core, plex, 'sam');
  const serverId = plex.server('Cabin').machineIdentifier as ServerId;
  await core.mint({ accountId, serverId });
  const asked = plex.requests.list().filter(({ path }) => !path.endsWith('/avatar'));
  expect(asked.map(({ host, path }) => `${host} ${path}`)).toEqual(
    expect.arrayContaining(['plex /api/v2/resources', 'Cabin /identity', 'Cabin /security/token']),
  );
  const identifiers = new Set<string>();
  for (const request of asked) {
    expect(request.headers).toMatchObject({
      'x-plex-product': 'Usher',
      'x-plex-version': '0.0.0',
      'x-plex-platform': 'Linux',
      'x-plex-platform-version': '6.1',
      'x-plex-device': 'PC',
    });
    identifiers.add(String(request.headers['x-plex-client-identifier']));
  }
  expect(identifiers.size).toBe(1);
});
