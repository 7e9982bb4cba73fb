import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import { makeGate } from '../../electron/testing.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import type { SignOutProgress } from '../../shared/model/sign-out.ts';
import { err, ok } from '../../shared/result.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInAndList, signInWithPassword } from './testing/sign-in.ts';
import { tokenModes } from './token-modes.ts';

describe.each(tokenModes)('$mode:', ({ settings }) => {
  let plex: FakePlex;
  let core: CoreUnderTest;
  let secrets: Map<string, string>;
  let isLocked: boolean;
  /** What the keychain waits for before it gives out what it has read. */
  let beforeAnswer: () => Promise<void>;
  let files: ReturnType<typeof createMemoryProfileFiles>;
  let sam: AccountId;
  let token: string;

  const start = (): Promise<CoreUnderTest> => {
    const locked = () => Promise.resolve(err({ code: 'vault.locked' } as const));
    const vault = {
      ...createMemoryVault(),
      get: async (key: string) => {
        const answer = isLocked ? await locked() : ok(secrets.get(key) ?? null);
        await beforeAnswer();
        return answer;
      },
      set: (key: string, secret: string) => {
        if (isLocked) return locked();
        secrets.set(key, secret);
        return Promise.resolve(ok(null));
      },
      delete: (key: string) => {
        if (isLocked) return locked();
        secrets.delete(key);
        return Promise.resolve(ok(null));
      },
      check: () => (isLocked ? locked() : Promise.resolve(ok(null))),
    };
    return startCore({ plexUrl: plex.baseUrl, vault, files });
  };

  beforeEach(async () => {
    plex = await startFakePlex({ settings });
    secrets = new Map();
    isLocked = false;
    beforeAnswer = () => Promise.resolve();
    files = createMemoryProfileFiles();
    core = await start();
    sam = await signInAndList(core, plex, 'sam');
    token = (await core.must('secret.reveal', { secret: { kind: 'account', accountId: sam } }))
      .secret;
  });
  afterEach(() => plex.stop());

  const signOutPath = '/api/v2/users/signout';
  const goOffline = (): void =>
    void plex.faults.add({ match: { host: 'plex' }, action: { reset: true } });
  const signOutsAsked = (): number =>
    plex.requests.list().filter(({ path }) => path === signOutPath).length;

  /** Put off, with the next try planned. */
  async function hasWaited(): Promise<readonly SignOutProgress[]> {
    const waiting = await core.waitFor('signOuts', ([one]) => one?.phase === 'waiting');
    await new Promise((turn) => setImmediate(turn));
    return waiting;
  }

  const done = { state: 'done' } as const;
  const pending = { state: 'pending' } as const;

  test('a removal that was cut short is finished once the keychain is open again, whoever notices that first', async () => {
    const edith = await signInWithPassword(core, plex, 'edith');
    plex.faults.add({ match: { path: signOutPath }, action: { hang: true } });
    void core.request('account.signOut', { accountId: sam });
    await expect.poll(() => signOutsAsked()).toBe(1);
    files.killAll();
    plex.faults.clear();
    isLocked = true;
    core = await start();
    await core.usher.settle();
    expect(core.snapshot()).toMatchObject({
      vault: { kind: 'unusable', error: { code: 'vault.locked' } },
      accounts: [{ status: 'signingOut' }, { status: 'ready' }],
    });
    isLocked = false;
    // Unlocked by another program, which a question about another account is the first to meet.
    await core.must('account.load', { accountId: edith });
    await expect.poll(() => core.snapshot().accounts).toMatchObject([{ id: edith }]);
    expect(plex.sessions.wasRevoked(token)).toBe(true);
    expect(core.snapshot().notices).toMatchObject([{ kind: 'removalFinished', title: 'sam' }]);
  });

  test('an account that was signed in again stays, while a removal before it is finished', async () => {
    const edith = await signInWithPassword(core, plex, 'edith');
    plex.faults.add({ match: { path: signOutPath }, action: { hang: true } });
    for (const accountId of [sam, edith]) void core.request('account.signOut', { accountId });
    await expect.poll(() => signOutsAsked()).toBe(2);
    files.killAll();
    plex.faults.clear();
    plex.faults.add({ match: { path: signOutPath }, action: { hold: true } });
    core = await start();
    const settled = core.usher.settle();
    await expect.poll(() => signOutsAsked()).toBe(3);
    expect(await signInWithPassword(core, plex, 'edith')).toBe(edith);
    plex.faults.clear();
    await settled;
    expect(core.snapshot().accounts).toMatchObject([{ id: edith, status: 'ready' }]);
    await core.must('account.load', { accountId: edith });
  });

  test('an account that was signed in again while its old token was read keeps its transient tokens', async () => {
    const serverId = plex.server('Cabin').machineIdentifier as ServerId;
    await core.mint({ accountId: sam, serverId });
    plex.faults.add({ match: { path: signOutPath }, action: { hang: true } });
    void core.request('account.signOut', { accountId: sam });
    await expect.poll(() => signOutsAsked()).toBe(1);
    files.killAll();
    plex.faults.clear();
    const gate = makeGate();
    beforeAnswer = gate.pass;
    core = await start();
    const settled = core.usher.settle();
    await gate.reached;
    expect(await signInWithPassword(core, plex, 'sam')).toBe(sam);
    gate.open();
    await settled;
    expect(core.snapshot()).toMatchObject({
      accounts: [{ id: sam, status: 'ready' }],
      tokens: [{ accountId: sam, serverId }],
    });
  });

  test('a sign-out leaves nothing of the account in the profile, in no backup either', async () => {
    const edith = await signInAndList(core, plex, 'edith');
    await core.must('account.setNote', { accountId: sam, note: 'lives upstairs' });
    const [server] =
      core.snapshot().servers.find(({ accountId }) => accountId === sam)?.servers ?? [];
    if (server === undefined) throw new Error('sam has no server');
    await core.mint({ accountId: sam, serverId: server.id });
    await core.must('account.signOut', { accountId: sam });
    for (const name of ['index.json', 'index.json.backup', 'servers.json', 'servers.json.backup']) {
      const text = await files.read(name);
      expect(text.ok && text.value).toMatch(/"version"/);
      expect(text.ok && text.value).not.toMatch(/sam|upstairs|Cabin/i);
    }
    const kept = await files.read('servers.json.backup');
    expect(kept.ok && kept.value).toContain(edith);
  });

  describe('a sign-out proves itself', () => {
    test('by what Plex said, by what it says when asked with the token once more, and by the keychain', async () => {
      const told: SignOutProgress['ticks'][] = [];
      core.usher.events.subscribe(({ signOuts = [] }) => {
        told.push(...signOuts.map(({ ticks }) => ticks));
      });
      plex.requests.clear();
      expect(await core.must('account.signOut', { accountId: sam })).toEqual({
        revoked: done,
        rejected: done,
        removed: done,
      });
      expect(plex.requests.list().map(({ path }) => path)).toEqual([signOutPath, '/api/v2/user']);
      expect(plex.sessions.wasRevoked(token)).toBe(true);
      expect([...secrets.keys()]).toEqual([]);
      const order = told.map(({ revoked, rejected, removed }) =>
        [revoked, rejected, removed].map(({ state }) => state).join(' '),
      );
      expect([...new Set(order)]).toEqual([
        'pending pending pending',
        'running pending pending',
        'done pending pending',
        'done running pending',
        'done done pending',
        'done done running',
        'done done done',
      ]);
      expect(core.snapshot().signOuts).toEqual([]);
    });

    test.each([401, 422] as const)(
      'also of a token that Plex rejected before (%i)',
      async (status) => {
        plex.settings.deauthorised = status;
        plex.revokeAll('sam');
        expect(await core.must('account.signOut', { accountId: sam })).toEqual({
          revoked: done,
          rejected: done,
          removed: done,
        });
      },
    );

    test('and says plainly, without removing anything, that Plex still accepts the token', async () => {
      plex.faults.add({ match: { path: signOutPath }, action: { status: 204 } });
      const signingOut = core.request('account.signOut', { accountId: sam });
      await expect.poll(() => signOutsAsked()).toBe(1);
      await core.waitFor('signOuts', ([one]) => one?.ticks.rejected.state === 'running');
      await core.clock.advance(1_500);
      const failure = { code: 'token.stillAccepted' } as const;
      expect(await signingOut).toEqual(err(failure));
      expect(core.snapshot()).toMatchObject({
        accounts: [{ id: sam, status: 'ready', verdict: { kind: 'valid' } }],
        signOuts: [
          {
            phase: 'failed',
            ticks: {
              revoked: done,
              rejected: { state: 'failed', error: failure },
              removed: pending,
            },
          },
        ],
      });
      plex.faults.clear();
      expect(await core.must('account.signOut', { accountId: sam })).toMatchObject({
        rejected: done,
      });
    });

    test('and ticks nothing it could not ask: revoked and removed, but not proved', async () => {
      plex.faults.add({ match: { path: '/api/v2/user' }, action: { status: 503 } });
      expect(await core.must('account.signOut', { accountId: sam })).toEqual({
        revoked: done,
        rejected: { state: 'failed', error: { code: 'plex.unavailable', status: 503 } },
        removed: done,
      });
      expect([...secrets.keys()]).toEqual([]);
    });

    test('and keeps the account, as rejected, while the keychain does not let go of the token', async () => {
      plex.faults.add({ match: { path: '/api/v2/user' }, action: { hold: true } });
      const signingOut = core.request('account.signOut', { accountId: sam });
      await core.waitFor('signOuts', ([one]) => one?.ticks.rejected.state === 'running');
      isLocked = true;
      plex.faults.clear();
      expect(await signingOut).toEqual(err({ code: 'vault.locked' }));
      expect(core.snapshot()).toMatchObject({
        accounts: [{ status: 'ready', verdict: { kind: 'rejected' } }],
        signOuts: [{ ticks: { revoked: done, rejected: done, removed: { state: 'failed' } } }],
      });
      isLocked = false;
      await core.must('account.signOut', { accountId: sam });
      expect([...secrets.keys()]).toEqual([]);
    });
  });

  describe('a sign-out that Plex can’t be told of', () => {
    test('removes nothing until the person says so', async () => {
      goOffline();
      const failure = { code: 'network.offline' } as const;
      expect(await core.request('account.signOut', { accountId: sam })).toEqual(err(failure));
      expect(core.snapshot()).toMatchObject({
        accounts: [{ status: 'ready' }],
        signOuts: [{ phase: 'failed', ticks: { revoked: { state: 'failed', error: failure } } }],
      });
    });

    test('is finished later, by itself: meanwhile the account is off the list and its token out of use', async () => {
      const serverId = plex.server('Cabin').machineIdentifier as ServerId;
      await core.mint({ accountId: sam, serverId });
      goOffline();
      await core.must('account.signOutLater', { accountId: sam });
      const waiting = await hasWaited();
      expect(waiting).toMatchObject([{ accountId: sam, title: 'sam', isPutOff: true }]);
      expect(core.snapshot()).toMatchObject({ accounts: [], servers: [], tokens: [] });
      expect([...secrets.values()]).toEqual([token]);
      const gone = err({ code: 'account.notFound' });
      const secret = { kind: 'account', accountId: sam } as const;
      expect(await core.request('secret.copy', { secret })).toEqual(gone);
      expect(await core.request('account.load', { accountId: sam })).toEqual(gone);
      expect(
        await core.request('server.copyToken', {
          mode: 'new',
          accountId: sam,
          serverId,
        }),
      ).toEqual(gone);

      plex.faults.clear();
      await core.clock.advance(30_000);
      await core.waitFor('notices', ({ length }) => length > 0);
      expect(core.snapshot()).toMatchObject({
        signOuts: [],
        notices: [{ kind: 'signOutFinished', title: 'sam', isProved: true }],
      });
      expect(plex.sessions.wasRevoked(token)).toBe(true);
      expect([...secrets.keys()]).toEqual([]);
    });

    test('is tried again with growing pauses, and as late as Plex asks for', async () => {
      plex.faults.add({ match: { path: signOutPath }, action: { status: 503 } });
      await core.must('account.signOutLater', { accountId: sam });
      const asked = async (count: number): Promise<void> => {
        await expect.poll(() => signOutsAsked()).toBe(count);
        await hasWaited();
      };
      await asked(1);
      await core.clock.advance(29_000);
      expect(signOutsAsked()).toBe(1);
      await core.clock.advance(1_000);
      await asked(2);
      await core.clock.advance(59_000);
      expect(signOutsAsked()).toBe(2);
      plex.faults.clear();
      plex.faults.add({
        match: { path: signOutPath },
        action: { status: 429, headers: { 'Retry-After': '3600' } },
      });
      await core.clock.advance(1_000);
      await asked(3);
      await core.clock.advance(3_599_000);
      expect(signOutsAsked()).toBe(3);
      plex.faults.clear();
      await core.clock.advance(1_000);
      await core.waitFor('signOuts', ({ length }) => length === 0);
    });

    test('is taken up again at the next start', async () => {
      goOffline();
      await core.must('account.signOutLater', { accountId: sam });
      await core.usher.close();
      const index = await files.read('index.json');
      expect(index).toMatchObject({ value: expect.not.stringContaining(token) as string });
      plex.faults.clear();
      core = await start();
      expect(core.snapshot()).toMatchObject({ accounts: [], signOuts: [{ phase: 'waiting' }] });
      await core.usher.settle();
      await core.waitFor('notices', ({ length }) => length > 0);
      expect(plex.sessions.wasRevoked(token)).toBe(true);
      expect([...secrets.keys()]).toEqual([]);
    });

    test('can be tried now, on the person’s word', async () => {
      goOffline();
      await core.must('account.signOutLater', { accountId: sam });
      await hasWaited();
      plex.faults.clear();
      expect(await core.must('account.signOut', { accountId: sam })).toMatchObject({
        removed: done,
      });
      expect(core.snapshot().signOuts).toEqual([]);
    });

    test('is given up for this computer alone, which leaves the token good at Plex', async () => {
      goOffline();
      await core.must('account.signOutLater', { accountId: sam });
      await core.must('account.removeLocally', { accountId: sam });
      expect(core.snapshot()).toMatchObject({ accounts: [], signOuts: [] });
      expect([...secrets.keys()]).toEqual([]);
      expect(plex.sessions.wasRevoked(token)).toBe(false);
    });

    test('does not stand in the way of a new sign-in of the same user, whose token it leaves alone', async () => {
      goOffline();
      await core.must('account.signOutLater', { accountId: sam });
      await hasWaited();
      plex.faults.clear();
      const anew = await signInWithPassword(core, plex, 'sam');
      expect(anew).not.toBe(sam);
      await core.clock.advance(30_000);
      await core.waitFor('signOuts', ({ length }) => length === 0);
      expect(plex.sessions.wasRevoked(token)).toBe(true);
      await core.must('account.load', { accountId: anew });
    });

    test('ends without revoking where Plex handed out the same token to a new sign-in', async () => {
      goOffline();
      await core.must('account.signOutLater', { accountId: sam });
      await hasWaited();
      plex.faults.clear();
      const { id, uuid, username } = plex.user('sam');
      plex.faults.add({
        match: { path: '/api/v2/users/signin' },
        times: 1,
        action: { status: 201, body: JSON.stringify({ id, uuid, username, authToken: token }) },
      });
      const anew = await signInWithPassword(core, plex, 'sam');
      await core.clock.advance(30_000);
      await core.waitFor('signOuts', ({ length }) => length === 0);
      expect(plex.sessions.wasRevoked(token)).toBe(false);
      expect(core.snapshot().notices).toEqual([]);
      expect([...secrets.values()]).toEqual([token]);
      await core.must('account.load', { accountId: anew });
    });

    test('does not make a locked keychain ask again and again; once it is open it goes on', async () => {
      goOffline();
      await core.must('account.signOutLater', { accountId: sam });
      await hasWaited();
      isLocked = true;
      plex.faults.clear();
      await core.clock.advance(30_000);
      expect(await hasWaited()).toMatchObject([
        { ticks: { revoked: { error: { code: 'vault.locked' } } } },
      ]);
      plex.requests.clear();
      isLocked = false;
      await core.clock.advance(24 * 3_600_000);
      expect(signOutsAsked()).toBe(0);
      await core.must('vault.check', {});
      await core.waitFor('signOuts', ({ length }) => length === 0);
    });

    test('is among what the doctor expects the keychain to hold', async () => {
      goOffline();
      await core.must('account.signOutLater', { accountId: sam });
      await hasWaited();
      const held = { expectedCount: 1, foundCount: 1, missingCount: 0 };
      expect(await core.must('doctor.run', {})).toMatchObject({ index: held });
      secrets.clear();
      const lost = { index: { ...held, foundCount: 0, missingCount: 1 } };
      expect(await core.must('doctor.run', {})).toMatchObject(lost);
    });

    test('whose token somebody removed from the keychain ends, and is told as not revoked', async () => {
      goOffline();
      await core.must('account.signOutLater', { accountId: sam });
      await hasWaited();
      secrets.clear();
      await core.must('account.signOut', { accountId: sam });
      expect(core.snapshot()).toMatchObject({
        signOuts: [],
        notices: [{ kind: 'signOutTokenLost', title: 'sam' }],
      });
    });
  });
});
