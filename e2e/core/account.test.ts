import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { MINUTE_MS, SECOND_MS } from '../../electron/timing.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInWithPassword } from './testing/sign-in.ts';

let plex: FakePlex;
let core: CoreUnderTest;

beforeEach(async () => {
  plex = await startFakePlex();
  core = await startCore({ plexUrl: plex.baseUrl });
});
afterEach(() => plex.stop());

describe('the account behind a token', () => {
  test('is asked anew each time, and freed of every secret', async () => {
    const accountId = await signInWithPassword(core, plex, 'robin');
    plex.requests.clear();
    const details = await core.must('account.load', { accountId });
    expect(plex.requests.list().map(({ path }) => path)).toContain('/api/v2/user');
    expect(details).toMatchObject({
      identity: { username: 'robin' },
      security: { twoFactorEnabled: true },
      plexPass: { active: true },
    });
    expect(details.services.length).toBeGreaterThan(0);
    const sent = JSON.stringify(details);
    for (const { value } of plex.secrets.list()) expect(sent).not.toContain(value);
  });

  const asksForIt = async (accountId: AccountId, mayBeOfSignIn = true): Promise<boolean> => {
    plex.requests.clear();
    await core.must('account.load', { accountId, mayBeOfSignIn });
    return plex.requests.list().some(({ path }) => path === '/api/v2/user');
  };

  test.each(['robin', 'sam', 'edith', 'wren', 'ada'])(
    'is not asked for again to be looked at after the sign-in, which told all of it: %s',
    async (name) => {
      const accountId = await signInWithPassword(core, plex, name);
      const ofSignIn = await core.must('account.load', { accountId, mayBeOfSignIn: true });
      expect(plex.requests.list().map(({ path }) => path)).not.toContain('/api/v2/user');
      plex.settings.tellsPastAlways = true;
      const { record, ...asked } = await core.must('account.load', { accountId });
      // A fortnight from the answer.
      const { rememberExpiresAt } = ofSignIn.security;
      const { askedAt } = ofSignIn;
      const { pastSubscriptions, trials, security } = asked;
      expect({ ...ofSignIn, record }).toEqual({
        ...asked,
        answerTo: 'signIn',
        askedAt,
        security: { ...security, rememberExpiresAt },
        pastSubscriptions:
          pastSubscriptions === null ? null : { ...pastSubscriptions, at: askedAt },
        trials: trials === null ? null : { ...trials, at: askedAt },
        record,
      });
    },
  );

  test('is asked for when it is looked at once more, when the person says so, and when the sign-in is a minute old', async () => {
    const robin = await signInWithPassword(core, plex, 'robin');
    expect(await asksForIt(robin)).toBe(false);
    expect(await asksForIt(robin)).toBe(true);
    const sam = await signInWithPassword(core, plex, 'sam');
    expect(await asksForIt(sam, false)).toBe(true);
    expect(await asksForIt(sam)).toBe(true);
    const edith = await signInWithPassword(core, plex, 'edith');
    await core.clock.advance(MINUTE_MS);
    expect(await asksForIt(edith)).toBe(true);
  });

  test('is asked for where the sign-in left out something that is shown', async () => {
    const { record, username, uuid, id } = plex.user('robin');
    const { subscription } = record;
    const body = { id, uuid, username, subscription, authToken: plex.grantToken('robin') };
    plex.faults.add({
      match: { path: '/api/v2/users/signin' },
      times: 1,
      action: { status: 201, body: JSON.stringify(body) },
    });
    const accountId = await signInWithPassword(core, plex, 'robin');
    expect(await asksForIt(accountId)).toBe(true);
  });

  test.each([
    { says: 'leaves them out', tellsPastAlways: false },
    { says: 'tells them anew', tellsPastAlways: true },
  ])(
    'keeps the past subscriptions and trials that a password sign-in told, where Plex then $says, and after a restart',
    async ({ tellsPastAlways }) => {
      plex.settings.tellsPastAlways = tellsPastAlways;
      const accountId = await signInWithPassword(core, plex, 'robin');
      await core.clock.advance(SECOND_MS);
      const told = {
        pastSubscriptions: {
          list: [
            { mode: 'yearly', state: 'ended', isCanceled: true, canReactivate: true },
            { mode: 'monthly', state: 'ended', isCanceled: false, canReactivate: false },
          ],
        },
        trials: { list: [{ type: 'plexpass', state: 'ended' }] },
      };
      const details = await core.must('account.load', { accountId });
      expect(details).toMatchObject(told);
      expect(details.pastSubscriptions?.at === details.askedAt).toBe(tellsPastAlways);
      plex.settings.tellsPastAlways = false;
      const { vault, files } = core;
      const index = JSON.stringify(await files.read('index.json'));
      expect(index).toContain('yearly');
      for (const { value } of plex.secrets.list()) expect(index).not.toContain(value);
      core = await startCore({ plexUrl: plex.baseUrl, vault, files });
      expect(await core.must('account.load', { accountId })).toMatchObject(told);
    },
  );

  const signInByCode = async (name: string, forAccountId?: AccountId): Promise<AccountId> => {
    await core.must('signIn.startCode', { forAccountId });
    const state = await core.waitFor('signIn', (one) => 'code' in one);
    plex.approvePin('code' in state ? state.code : '', name);
    await core.clock.advance(2 * SECOND_MS);
    const done = await core.waitFor('signIn', ({ kind }) => kind === 'done');
    if (done.kind !== 'done') throw new Error('not done');
    return done.accountId;
  };

  test('keeps them when it is signed in again in a way that does not tell them', async () => {
    const accountId = await signInWithPassword(core, plex, 'sam');
    expect(await signInByCode('sam', accountId)).toBe(accountId);
    expect(await core.must('account.load', { accountId })).toMatchObject({
      pastSubscriptions: { list: [{ mode: 'monthly' }] },
      trials: { list: [] },
    });
  });

  test('has none that Plex did not tell, whoever else is here', async () => {
    await signInWithPassword(core, plex, 'robin');
    const accountId = await signInByCode('sam');
    expect(await core.must('account.load', { accountId })).toMatchObject({
      pastSubscriptions: null,
      trials: null,
    });
  });

  test.each(['ada', 'wren', 'edith'])(
    'can be told however little or much it holds: %s',
    async (name) => {
      const accountId = await signInWithPassword(core, plex, name);
      const details = await core.must('account.load', { accountId });
      expect(details.identity.uuid).toBe(plex.user(name).uuid);
      expect(core.snapshot().accounts[0]?.title).not.toBe('');
    },
  );

  test('reads the same in XML', async () => {
    const accountId = await signInWithPassword(core, plex, 'robin');
    const json = await core.must('account.load', { accountId });
    plex.faults.add({ match: { path: '/api/v2/user' }, action: { asXml: true } });
    const xml = await core.must('account.load', { accountId });
    expect(xml.identity).toEqual(json.identity);
    expect(xml.plexPass).toEqual(json.plexPass);
    expect(xml.services).toEqual(json.services);
  });

  test('has its avatar fetched by main, without a token', async () => {
    const accountId = await signInWithPassword(core, plex, 'robin');
    const accounts = await core.waitFor('accounts', ([one]) => typeof one?.avatarPath === 'string');
    expect(accounts[0]?.avatarPath).toContain(accountId);
    expect((await core.usher.avatarOf(accountId))?.contentType).toBe('image/png');
    const asked = plex.requests.list().filter(({ path }) => path.endsWith('/avatar'));
    expect(asked.map(({ token }) => token)).toEqual(['none']);
  });
});

describe('the verdict on an account token', () => {
  test.each([401, 422] as const)('is rejected once Plex clearly says so (%i)', async (status) => {
    const accountId = await signInWithPassword(core, plex, 'sam');
    plex.settings.deauthorised = status;
    plex.revokeAll('sam');
    expect(await core.request('account.load', { accountId })).toMatchObject({
      ok: false,
      error: { code: 'token.rejected' },
    });
    expect(core.snapshot().accounts).toMatchObject([
      { id: accountId, verdict: { kind: 'rejected' }, status: 'ready' },
    ]);
  });

  test('offline is unknown, with when it was last proved, and never rejected', async () => {
    const accountId = await signInWithPassword(core, plex, 'sam');
    await plex.stop();
    expect(await core.request('account.load', { accountId })).toMatchObject({
      error: { code: 'network.offline' },
    });
    expect(core.snapshot().accounts[0]?.verdict).toMatchObject({
      kind: 'unknown',
      reason: 'network.offline',
      lastProvedAt: expect.any(Number) as number,
    });
    plex = await startFakePlex();
  });
});

describe('a token', () => {
  test('is shown only when asked for, with how long it may be seen', async () => {
    const accountId = await signInWithPassword(core, plex, 'sam');
    const { secret, visibleMs } = await core.must('secret.reveal', {
      secret: { kind: 'account', accountId },
    });
    expect(plex.secrets.list().map(({ value }) => value)).toContain(secret);
    expect(visibleMs).toBe(10_000);
  });

  test('that another program removed from the keychain is told as missing', async () => {
    const accountId = await signInWithPassword(core, plex, 'sam');
    const index = await core.files.read('index.json');
    const key = /account\/[\w-]+/.exec(index.ok ? (index.value ?? '') : '')?.[0] ?? '';
    await core.vault.delete(key);
    expect(await core.request('account.load', { accountId })).toMatchObject({
      ok: false,
      error: { code: 'vault.missing' },
    });
    expect(core.snapshot().accounts).toHaveLength(1);
  });
});
