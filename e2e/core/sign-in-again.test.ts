import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import type { SignInState } from '../../shared/model/sign-in.ts';
import { err } from '../../shared/result.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInWithPassword } from './testing/sign-in.ts';
import { tokenModes } from './token-modes.ts';

describe.each(tokenModes)('$mode:', ({ settings }) => {
  let plex: FakePlex;
  let core: CoreUnderTest;
  let sam: AccountId;

  beforeEach(async () => {
    plex = await startFakePlex({ settings });
    core = await startCore({ plexUrl: plex.baseUrl });
    sam = await signInWithPassword(core, plex, 'sam');
  });
  afterEach(() => plex.stop());

  const tokenOf = async (accountId: AccountId): Promise<string> =>
    (await core.must('secret.reveal', { secret: { kind: 'account', accountId } })).secret;

  /** A password reset that signs everything out, as Usher finds it. */
  async function rejected(accountId: AccountId, name: string): Promise<void> {
    plex.revokeAll(name);
    expect(await core.request('account.load', { accountId })).toMatchObject(
      err({ code: 'token.rejected' }),
    );
  }

  const hasSettled = (state: SignInState): boolean =>
    state.kind === 'done' ||
    state.kind === 'otherUser' ||
    ('phase' in state && ['failed', 'codeRequired'].includes(state.phase));

  async function submitAs(name: string, forAccountId: AccountId): Promise<SignInState> {
    const { email, password, verificationCode } = plex.user(name);
    await core.must('signIn.submitPassword', {
      login: email,
      password: password ?? '',
      verificationCode,
      rememberMe: true,
      forAccountId,
    });
    return core.waitFor('signIn', hasSettled);
  }

  async function startCode(forAccountId: AccountId): Promise<string> {
    await core.must('signIn.startCode', { forAccountId });
    const state = await core.waitFor(
      'signIn',
      (one) => one.kind === 'code' && one.phase === 'waiting',
    );
    return state.kind === 'code' && state.phase === 'waiting' ? state.code : '';
  }

  async function approve(code: string, name: string): Promise<SignInState> {
    plex.approvePin(code, name);
    await core.clock.advance(2_000);
    return core.waitFor('signIn', hasSettled);
  }

  describe('signing in again to a rejected account', () => {
    test('replaces its token in its place, and leaves its note, servers and transient tokens', async () => {
      await signInWithPassword(core, plex, 'edith');
      await core.must('account.setNote', { accountId: sam, note: 'The cabin’s' });
      const serverId = plex.server('Cabin').machineIdentifier as ServerId;
      await core.mint({ accountId: sam, serverId });
      const old = await tokenOf(sam);
      await rejected(sam, 'sam');
      expect(core.snapshot().accounts[0]).toMatchObject({ verdict: { kind: 'rejected' } });
      const before = core.snapshot();

      expect(await submitAs('sam', sam)).toMatchObject({
        kind: 'done',
        accountId: sam,
        wasReplaced: true,
      });
      const after = core.snapshot();
      expect(after.accounts.map(({ id }) => id)).toEqual(before.accounts.map(({ id }) => id));
      expect(after.accounts[0]).toMatchObject({ note: 'The cabin’s', verdict: { kind: 'valid' } });
      expect(after.servers[0]?.servers.map(({ name }) => name)).toEqual(['Cabin', 'Loft']);
      expect(after.tokens.map(({ id }) => id)).toEqual(before.tokens.map(({ id }) => id));
      expect(await tokenOf(sam)).not.toBe(old);
    });

    test.each(['startCode', 'startBrowser'] as const)(
      'says whom it is for as long as it waits (%s)',
      async (start) => {
        await rejected(sam, 'sam');
        await core.must(`signIn.${start}`, { forAccountId: sam });
        const waiting = await core.waitFor(
          'signIn',
          (state) => 'phase' in state && state.phase === 'waiting',
        );
        expect(waiting).toMatchObject({ forAccountId: sam });
      },
    );

    test('tells the trouble with a password without forgetting whom it is for', async () => {
      await core.must('signIn.submitPassword', {
        login: 'sam',
        password: 'wrong',
        verificationCode: null,
        rememberMe: true,
        forAccountId: sam,
      });
      expect(await core.waitFor('signIn', hasSettled)).toMatchObject({
        phase: 'failed',
        error: { code: 'plex.badCredentials' },
        forAccountId: sam,
      });
    });

    test('of an account that is not here is refused at once', async () => {
      await core.must('signIn.cancel', {});
      const forAccountId = 'nobody' as AccountId;
      for (const name of ['signIn.startBrowser', 'signIn.startCode'] as const) {
        expect(await core.request(name, { forAccountId })).toEqual(
          err({ code: 'account.notFound' }),
        );
      }
      expect(core.snapshot().signIn).toEqual({ kind: 'idle' });
    });

    test('goes on after a restart for the same account', async () => {
      const vault = { ...createMemoryVault(), dispose: () => undefined };
      const files = createMemoryProfileFiles();
      core = await startCore({ plexUrl: plex.baseUrl, vault, files });
      sam = await signInWithPassword(core, plex, 'sam');
      const code = await startCode(sam);
      await expect
        .poll(() => files.read('index.json'))
        .toMatchObject({
          value: expect.stringContaining('pending-pin/') as string,
        });
      files.killAll();
      core = await startCore({ plexUrl: plex.baseUrl, vault, files });
      await core.usher.settle();
      expect(core.snapshot().signIn).toMatchObject({ kind: 'code', forAccountId: sam });
      expect(await approve(code, 'robin')).toMatchObject({ kind: 'otherUser', forAccountId: sam });
      expect(core.snapshot().accounts).toHaveLength(1);
    });
  });

  describe('when somebody else signs in', () => {
    const lastToken = (name: string): string =>
      plex.sessions
        .sessions()
        .filter(({ user }) => user.name === name)
        .at(-1)?.token ?? '';

    test('nothing is replaced, and their token is held until the person says what becomes of it', async () => {
      const old = await tokenOf(sam);
      expect(await submitAs('edith', sam)).toMatchObject({
        kind: 'otherUser',
        phase: 'asking',
        error: null,
        forAccountId: sam,
        user: { email: 'edith@example.invalid', isHere: false },
      });
      expect(core.snapshot().accounts.map(({ id }) => id)).toEqual([sam]);
      expect(await tokenOf(sam)).toBe(old);
      expect(JSON.stringify(core.snapshot())).not.toContain(lastToken('edith'));
    });

    test('their new token is revoked at Plex when the person does without it', async () => {
      await submitAs('edith', sam);
      const token = lastToken('edith');
      await core.must('signIn.discardOther', {});
      expect(plex.sessions.wasRevoked(token)).toBe(true);
      expect(core.snapshot()).toMatchObject({ signIn: { kind: 'idle' }, notices: [] });
      expect(await core.request('signIn.addOther', {})).toEqual(err({ code: 'signIn.notWaiting' }));
    });

    test('a token that could not be revoked is held, and told of', async () => {
      await submitAs('edith', sam);
      plex.faults.add({ match: { path: '/api/v2/users/signout' }, action: { status: 503 } });
      const failure = { code: 'plex.unavailable', status: 503 } as const;
      expect(await core.request('signIn.discardOther', {})).toEqual(err(failure));
      expect(core.snapshot().signIn).toMatchObject({ phase: 'asking', error: failure });
      plex.faults.clear();
      await core.must('signIn.discardOther', {});
      expect(core.snapshot().signIn).toEqual({ kind: 'idle' });
    });

    test('they are added as another account when the person says so', async () => {
      await submitAs('edith', sam);
      await core.must('signIn.addOther', {});
      const { accounts, signIn } = core.snapshot();
      expect(accounts.map(({ email }) => email)).toEqual([
        'sam@example.invalid',
        'edith@example.invalid',
      ]);
      expect(signIn).toMatchObject({
        kind: 'done',
        accountId: accounts[1]?.id,
        wasReplaced: false,
      });
    });

    test('a keychain that fails just then keeps their token waiting, as any other', async () => {
      const memory = createMemoryVault();
      let isFailing = false;
      const vault = {
        ...memory,
        set: (key: string, secret: string) =>
          isFailing
            ? Promise.resolve(err({ code: 'vault.locked' } as const))
            : memory.set(key, secret),
      };
      core = await startCore({ plexUrl: plex.baseUrl, vault });
      sam = await signInWithPassword(core, plex, 'sam');
      await submitAs('edith', sam);
      isFailing = true;
      await core.must('signIn.addOther', {});
      expect(core.snapshot().signIn).toMatchObject({ error: { code: 'vault.locked' } });
      isFailing = false;
      await core.must('vault.check', {});
      expect(core.snapshot().accounts).toHaveLength(2);
    });

    test('going on to something else revokes their token all the same, and a failure of that is told', async () => {
      await submitAs('edith', sam);
      const first = lastToken('edith');
      await core.must('signIn.startCode', { forAccountId: sam });
      await expect.poll(() => plex.sessions.wasRevoked(first)).toBe(true);
      expect(core.snapshot().notices).toEqual([]);

      await submitAs('edith', sam);
      plex.faults.add({ match: { path: '/api/v2/users/signout' }, action: { reset: true } });
      await core.must('signIn.cancel', {});
      expect(await core.waitFor('notices', ({ length }) => length > 0)).toMatchObject([
        { kind: 'newTokenLeft' },
      ]);
    });

    test('whose account is here has its own token left alone where Plex handed out that one again', async () => {
      const edith = await signInWithPassword(core, plex, 'edith');
      const kept = await tokenOf(edith);
      const record = { ...JSON.parse(await recordOf(kept)) } as object;
      plex.faults.add({
        match: { path: '/api/v2/users/signin' },
        times: 1,
        action: { status: 201, body: JSON.stringify({ ...record, authToken: kept }) },
      });
      expect(await submitAs('edith', sam)).toMatchObject({ user: { isHere: true } });
      await core.must('signIn.discardOther', {});
      expect(plex.sessions.wasRevoked(kept)).toBe(false);
      await core.must('account.load', { accountId: edith });
    });

    test('who is here as well gets the new token, and there is nothing to discard', async () => {
      const edith = await signInWithPassword(core, plex, 'edith');
      const samsToken = await tokenOf(sam);
      plex.requests.clear();
      expect(await submitAs('edith', sam)).toMatchObject({
        kind: 'otherUser',
        user: { isHere: true },
      });
      const token = lastToken('edith');
      expect(await tokenOf(edith)).toBe(token);
      expect(await tokenOf(sam)).toBe(samsToken);
      await core.must('signIn.discardOther', {});
      expect(core.snapshot()).toMatchObject({ signIn: { kind: 'idle' }, notices: [] });
      await core.must('account.load', { accountId: edith });
      expect(plex.sessions.wasRevoked(token)).toBe(false);
      expect(plex.requests.list().map(({ path }) => path)).not.toContain('/api/v2/users/signout');
    });

    test('who is here as well gets a token approved while Usher closes', async () => {
      const edith = await signInWithPassword(core, plex, 'edith');
      plex.approvePin(await startCode(sam), 'edith');
      await core.usher.close();
      expect(core.snapshot().accounts).toHaveLength(2);
      expect(core.snapshot().accounts.find(({ id }) => id === edith)?.token.lastFour).toBe(
        lastToken('edith').slice(-4),
      );
    });

    test('closing Usher before the person has said anything revokes their token', async () => {
      await submitAs('edith', sam);
      const token = lastToken('edith');
      await core.usher.close();
      expect(plex.sessions.wasRevoked(token)).toBe(true);
    });

    test('an approval by them while Usher closes is asked about at the next start', async () => {
      const vault = { ...createMemoryVault(), dispose: () => undefined };
      const files = createMemoryProfileFiles();
      core = await startCore({ plexUrl: plex.baseUrl, vault, files });
      sam = await signInWithPassword(core, plex, 'sam');
      plex.approvePin(await startCode(sam), 'edith');
      await core.usher.close();
      core = await startCore({ plexUrl: plex.baseUrl, vault, files });
      expect(core.snapshot().accounts).toHaveLength(1);
      await core.usher.settle();
      await core.clock.advance(2_000);
      expect(await core.waitFor('signIn', hasSettled)).toMatchObject({ kind: 'otherUser' });
    });

    async function recordOf(token: string): Promise<string> {
      const answer = await fetch(`${plex.baseUrl}/api/v2/user`, {
        headers: {
          Accept: 'application/json',
          'X-Plex-Token': token,
          'X-Plex-Client-Identifier': 'test',
        },
      });
      return answer.text();
    }
  });

  describe('a note about an account', () => {
    test('is kept over a restart, and taken away by an empty one', async () => {
      const vault = { ...createMemoryVault(), dispose: () => undefined };
      const files = createMemoryProfileFiles();
      const start = () => startCore({ plexUrl: plex.baseUrl, vault, files });
      core = await start();
      sam = await signInWithPassword(core, plex, 'sam');
      const note = `‏שלום <b>&amp;</b> 🛋️\n${'x'.repeat(400)}`;
      await core.must('account.setNote', { accountId: sam, note });
      core = await start();
      expect(core.snapshot().accounts[0]).toMatchObject({ note });
      await core.must('account.setNote', { accountId: sam, note: '' });
      expect((await start()).snapshot().accounts[0]).toMatchObject({ note: '' });
    });

    test('has at most 500 characters', async () => {
      const note = 'x'.repeat(501);
      expect(await core.request('account.setNote', { accountId: sam, note })).toEqual(
        err({ code: 'request.invalid' }),
      );
    });
  });
});
