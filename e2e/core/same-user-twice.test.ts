import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Vault } from '../../electron/ports.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { err } from '../../shared/result.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInWithPassword } from './testing/sign-in.ts';
import { tokenModes } from './token-modes.ts';

describe.each(tokenModes)('$mode:', ({ settings }) => {
  let plex: FakePlex;
  let core: CoreUnderTest;
  let robin: AccountId;
  let isLocked: boolean;

  beforeEach(async () => {
    plex = await startFakePlex({ settings });
    isLocked = false;
    const memory = createMemoryVault();
    const vault: Vault = {
      ...memory,
      delete: (key) =>
        isLocked ? Promise.resolve(err({ code: 'vault.locked' })) : memory.delete(key),
    };
    core = await startCore({ plexUrl: plex.baseUrl, vault });
    robin = await signInWithPassword(core, plex, 'robin');
  });
  afterEach(async () => {
    await core.usher.close();
    await plex.stop();
  });

  const switchToEdith = async (): Promise<AccountId> => {
    const to = { accountId: robin, memberUuid: plex.user('edith').uuid, pin: null };
    return (await core.must('home.switch', to)).accountId;
  };

  const tokenOf = async (accountId: AccountId): Promise<string> =>
    (await core.must('secret.reveal', { secret: { kind: 'account', accountId } })).secret;

  /** What Plex says against the tokens of these accounts. */
  const refusalsOf = async (...accountIds: readonly AccountId[]): Promise<readonly unknown[]> => {
    const loading = accountIds.map((accountId) => core.request('account.load', { accountId }));
    return (await Promise.all(loading)).filter(({ ok }) => !ok);
  };

  describe('somebody who is here as themselves and as a Home user', () => {
    test.each(['ownFirst', 'homeFirst'] as const)(
      'has a good token in both places (%s), one for both only where Plex ended the other',
      async (order) => {
        const first =
          order === 'ownFirst'
            ? await signInWithPassword(core, plex, 'edith')
            : await switchToEdith();
        const second =
          order === 'ownFirst'
            ? await switchToEdith()
            : await signInWithPassword(core, plex, 'edith');
        expect(second).not.toBe(first);
        expect(await refusalsOf(first, second, robin)).toEqual([]);
        const isShared = (await tokenOf(first)) === (await tokenOf(second));
        expect(isShared).toBe(settings.oneTokenPerClient);
      },
    );

    test('signs out in one place and keeps the other, and with the last one the token ends', async () => {
      const home = await switchToEdith();
      const own = await signInWithPassword(core, plex, 'edith');
      const { revoked } = await core.must('account.signOut', { accountId: home });
      // What is still in use here is not revoked, and nobody is told that it was.
      expect(revoked.state).toBe(settings.oneTokenPerClient ? 'pending' : 'done');
      expect(core.snapshot().accounts.map(({ id }) => id)).toEqual([robin, own]);
      expect(await refusalsOf(own)).toEqual([]);
      const token = await tokenOf(own);
      expect((await core.must('account.signOut', { accountId: own })).revoked.state).toBe('done');
      expect(plex.sessions.wasRevoked(token)).toBe(true);
    });

    test('is not told that a token was rejected which one place goes on with, where the keychain keeps it', async () => {
      const home = await switchToEdith();
      await signInWithPassword(core, plex, 'edith');
      isLocked = true;
      const signedOut = await core.request('account.signOut', { accountId: home });
      expect(signedOut).toEqual(err({ code: 'vault.locked' }));
      const kind = settings.oneTokenPerClient ? 'valid' : 'rejected';
      const { accounts } = core.snapshot();
      expect(accounts.find(({ id }) => id === home)).toMatchObject({
        ...{ status: 'ready', verdict: { kind } },
      });
    });

    test('keeps a token that the network keeps from being asked about', async () => {
      const own = await signInWithPassword(core, plex, 'edith');
      const token = await tokenOf(own);
      plex.faults.add({ match: { path: '/api/v2/user' }, action: { status: 503 } });
      await switchToEdith();
      expect(await tokenOf(own)).toBe(token);
    });
  });

  describe('somebody who is here as a Home user alone', () => {
    const codeFor = async (forAccountId: AccountId): Promise<string> => {
      await core.must('signIn.startCode', { forAccountId });
      const state = await core.waitFor(
        'signIn',
        (one) => one.kind === 'code' && one.phase === 'waiting',
      );
      return state.kind === 'code' && state.phase === 'waiting' ? state.code : '';
    };

    test('and signs in where another was asked for, has a good token also when that is discarded', async () => {
      const home = await switchToEdith();
      plex.approvePin(await codeFor(robin), 'edith');
      await core.clock.advance(2_000);
      await core.waitFor('signIn', ({ kind }) => kind === 'otherUser');
      await core.must('signIn.discardOther', {});
      expect(await refusalsOf(home, robin)).toEqual([]);
      expect(core.snapshot().accounts).toHaveLength(2);
    });

    test('and signs in where another was asked for, keeps the token when the new one has ended too', async () => {
      const home = await switchToEdith();
      const token = await tokenOf(home);
      plex.approvePin(await codeFor(robin), 'edith');
      await core.clock.advance(2_000);
      await core.waitFor('signIn', ({ kind }) => kind === 'otherUser');
      plex.revokeAll('edith');
      await core.must('signIn.discardOther', {});
      expect(await tokenOf(home)).toBe(token);
    });

    test('and approves what was cancelled meanwhile, has a good token all the same', async () => {
      const home = await switchToEdith();
      const code = await codeFor(robin);
      plex.faults.add({ match: { path: '/api/v2/user' }, times: 1, action: { hold: true } });
      plex.approvePin(code, 'edith');
      await core.clock.advance(2_000);
      await core.waitFor('signIn', (one) => 'phase' in one && one.phase === 'finishing');
      await core.must('signIn.cancel', {});
      plex.faults.clear();
      await expect.poll(() => refusalsOf(home, robin)).toEqual([]);
      expect(core.snapshot().accounts).toHaveLength(2);
    });
  });
});
