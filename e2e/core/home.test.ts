import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccountId } from '../../shared/model/ids.ts';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { serversListed, signInWithPassword, startSignedIn } from './testing/sign-in.ts';

let plex: FakePlex;
let core: CoreUnderTest;
let robin: AccountId;

beforeEach(async () => {
  ({ plex, core, accountId: robin } = await startSignedIn('robin'));
  plex.requests.clear();
});
afterEach(() => plex.stop());

const switchTo = (name: string, pin: string | null = null, accountId = robin) =>
  core.request('home.switch', { accountId, memberUuid: plex.user(name).uuid, pin });

const mustSwitchTo = async (name: string, pin: string | null = null): Promise<AccountId> => {
  const switched = await switchTo(name, pin);
  if (!switched.ok) throw new Error(switched.error.code);
  return switched.value.accountId;
};

const tokenOf = async (accountId: AccountId): Promise<string> =>
  (await core.must('secret.reveal', { secret: { kind: 'account', accountId } })).secret;

const switchPaths = () => plex.requests.list().filter(({ path }) => path.endsWith('/switch'));

describe('the Home of an account', () => {
  test('tells of each member what they are, and which one this account is', async () => {
    const home = await core.must('home.load', { accountId: robin });
    expect(home).toMatchObject({
      accountId: robin,
      name: "Robin's Home",
      members: [
        { title: 'robin', kind: 'admin', isProtected: true, isSelf: true },
        { title: 'Edith', kind: 'account', isProtected: false, isSelf: false },
        { title: 'Juno', kind: 'managed', isProtected: true, restrictionProfile: 'older_kid' },
        { title: 'Guest', kind: 'guest', isProtected: false },
      ],
    });
  });

  test('reads the same in XML', async () => {
    const json = await core.must('home.load', { accountId: robin });
    plex.faults.add({ match: { path: '/api/v2/home/users' }, action: { asXml: true } });
    const xml = await core.must('home.load', { accountId: robin });
    expect(xml.members).toEqual(json.members);
    expect(xml.name).toBe(json.name);
  });

  test('of somebody in none is themselves alone', async () => {
    const sam = await signInWithPassword(core, plex, 'sam');
    const { members } = await core.must('home.load', { accountId: sam });
    expect(members).toMatchObject([{ title: 'sam', isSelf: true }]);
  });

  test('of twenty and more, with names of every shape, is told whole', async () => {
    const wren = await signInWithPassword(core, plex, 'wren');
    const { members } = await core.must('home.load', { accountId: wren });
    expect(members).toHaveLength(21);
    for (const { title } of members) expect(title.trim()).not.toBe('');
    expect(members.filter(({ isProtected }) => isProtected)).toHaveLength(5);
  });

  test('has pictures, which are fetched when they are looked at, and without a token', async () => {
    const { members } = await core.must('home.load', { accountId: robin });
    const fetched = () =>
      plex.requests.list().filter(({ path }) => path === `/users/${plex.user('juno').uuid}/avatar`);
    expect(fetched()).toEqual([]);
    const path = members[2]?.avatarPath ?? '';
    const avatar = await core.usher.avatarOf(path.slice('/avatar/'.length));
    expect(avatar?.contentType).toBe('image/png');
    expect(fetched().map(({ token }) => token)).toEqual(['none']);
  });

  test('that Plex does not tell is no empty Home', async () => {
    plex.faults.add({ match: { path: '/api/v2/home/users' }, action: { status: 500 } });
    expect(await core.request('home.load', { accountId: robin })).toMatchObject({
      error: { code: 'plex.unavailable' },
    });
    plex.faults.clear();
    plex.faults.add({ match: { path: '/api/v2/home/users' }, action: { scramble: 'types' } });
    expect((await core.request('home.load', { accountId: robin })).ok).toBe(false);
  });
});

describe('switching to a Home user', () => {
  test('keeps the token as an entry of its own below the account', async () => {
    const sam = await signInWithPassword(core, plex, 'sam');
    const visitor = await mustSwitchTo('visitor');
    expect(core.snapshot().accounts).toMatchObject([
      { id: robin, homeOf: null },
      { id: visitor, homeOf: robin, title: 'Guest', username: '', email: '' },
      { id: sam, homeOf: null },
    ]);
    expect(await tokenOf(visitor)).not.toBe(await tokenOf(robin));
  });

  test('gives it servers, minting and a verdict like any account', async () => {
    const visitor = await mustSwitchTo('visitor');
    const list = await serversListed(core, visitor);
    expect(list.servers.map(({ name }) => name)).toEqual(['Attic']);
    const server = list.servers[0];
    if (server === undefined) throw new Error('no server');
    await core.mint({ accountId: visitor, serverId: server.id });
    expect(core.clipboardText()).toMatch(/^transient-/);
    const details = await core.must('account.load', { accountId: visitor });
    expect(details.home.isGuest).toBe(true);
    plex.sessions.revokeAll(plex.user('visitor'));
    await core.request('account.load', { accountId: visitor });
    expect(core.snapshot().accounts).toMatchObject([
      { id: robin, verdict: { kind: 'valid' } },
      { id: visitor, verdict: { kind: 'rejected' } },
    ]);
  });

  test('asks for the PIN where Plex does, tells a wrong one, and asks Plex once a time', async () => {
    expect(await switchTo('juno')).toMatchObject({
      ok: false,
      error: { code: 'plex.pinRequired' },
    });
    expect(await switchTo('juno', '0000')).toMatchObject({
      ok: false,
      error: { code: 'plex.pinWrong' },
    });
    expect(switchPaths()).toHaveLength(2);
    expect(core.snapshot().accounts).toMatchObject([{ id: robin, verdict: { kind: 'valid' } }]);
    expect((await switchTo('juno', '4321')).ok).toBe(true);
  });

  test('takes a PIN that Plex wants of somebody it does not list as protected', async () => {
    plex.faults.add({ match: { path: '^/switch$|.*/switch$' }, times: 1, action: { status: 403 } });
    expect(await switchTo('visitor')).toMatchObject({ error: { code: 'plex.pinRequired' } });
    expect((await switchTo('visitor', '9999')).ok).toBe(true);
  });

  test.each(['12', '12345', 'abcd', '１２３４', ' 123'])(
    'does not send %j, which is no PIN',
    async (pin) => {
      expect(await switchTo('juno', pin)).toMatchObject({
        ok: false,
        error: { code: 'home.pinMalformed' },
      });
      expect(switchPaths()).toEqual([]);
    },
  );

  test.each(['..', 'a/b', '%2e%2e', 'me?x=1'])(
    'does not ask for %j, which would be another address',
    async (memberUuid) => {
      plex.requests.clear();
      expect(
        await core.request('home.switch', { accountId: robin, memberUuid, pin: null }),
      ).toMatchObject({ error: { code: 'home.memberNotFound' } });
      expect(plex.requests.list()).toEqual([]);
    },
  );

  test('leaves the PIN in no address but that of the switch, and in no log, answer or profile', async () => {
    const wrong = await switchTo('juno', '0909');
    plex.faults.add({ match: { path: '^/api/v2/home/.*' }, times: 1, action: { reset: true } });
    const lost = await switchTo('juno', '4321');
    await mustSwitchTo('juno', '4321');
    const others = plex.requests.list().filter(({ path }) => !path.endsWith('/switch'));
    const left = JSON.stringify([
      ...others.map(({ query }) => query),
      ...[wrong, lost, core.snapshot(), core.log.text()],
      ...(await Promise.all(
        (['index.json', 'servers.json', 'activity.json'] as const).map((name) =>
          core.files.read(name),
        ),
      )),
    ]);
    expect(left).not.toMatch(/\b(0909|4321)\b/);
    expect(switchPaths()).toHaveLength(3);
  });

  test.each([{ status: 429, headers: { 'Retry-After': '60' } }, { status: 503 }])(
    'that is answered by %j says nothing about the token of the account that asked',
    async (action) => {
      const verdictNow = () => core.snapshot().accounts.find(({ id }) => id === robin)?.verdict;
      plex.faults.add({ match: { path: '^/api/v2/home/users/.*/switch$' }, action });
      expect(await switchTo('edith')).toMatchObject({ ok: false });
      expect(verdictNow()).toMatchObject({ kind: 'valid' });
    },
  );

  test('says how long Plex wants to be left alone, and does not go on by itself', async () => {
    plex.settings.switchesAllowed = 1;
    await mustSwitchTo('visitor');
    expect(await switchTo('visitor')).toMatchObject({
      ok: false,
      error: { code: 'plex.rateLimited', retryAfterSeconds: 30 },
    });
    await core.clock.advance(10_000);
    expect(await switchTo('visitor')).toMatchObject({ error: { retryAfterSeconds: 20 } });
    expect(switchPaths()).toHaveLength(2);
    plex.faults.add({
      match: { path: '^/api/v2/home/users/.*/switch$' },
      action: { status: 429, headers: { 'Retry-After': '90' } },
    });
    await core.clock.advance(20_000);
    expect(await switchTo('visitor')).toMatchObject({ error: { retryAfterSeconds: 90 } });
    await core.clock.advance(120_000);
    expect(switchPaths()).toHaveLength(3);
  });

  test('knows nobody from outside, nor the account itself', async () => {
    expect(await switchTo('sam')).toMatchObject({ error: { code: 'home.memberNotFound' } });
    expect(await switchTo('robin')).toMatchObject({ error: { code: 'home.ownAccount' } });
  });

  test('again replaces the token in its place, and tells so', async () => {
    const first = await mustSwitchTo('visitor');
    const before = await tokenOf(first);
    expect(await switchTo('visitor')).toMatchObject({
      value: { accountId: first, wasReplaced: true, title: 'Guest' },
    });
    expect(await tokenOf(first)).not.toBe(before);
    expect(core.snapshot().accounts).toHaveLength(2);
  });

  test('from a Home user stands beside it, under the same account', async () => {
    const edith = await mustSwitchTo('edith');
    const switched = await switchTo('visitor', null, edith);
    expect(switched.ok).toBe(true);
    expect(core.snapshot().accounts.map(({ homeOf }) => homeOf)).toEqual([null, robin, robin]);
  });

  test('is not the same as that user signing in here, in whichever order', async () => {
    const switched = await mustSwitchTo('edith');
    const own = await signInWithPassword(core, plex, 'edith');
    expect(core.snapshot().accounts.map(({ id }) => id)).toEqual([robin, switched, own]);
    const tokens = [await tokenOf(switched), await tokenOf(own)];
    expect(new Set(tokens).size).toBe(2);
    await mustSwitchTo('edith');
    expect(await tokenOf(own)).toBe(tokens[1]);
    await core.must('account.signOut', { accountId: switched });
    expect(core.snapshot().accounts.map(({ id }) => id)).toEqual([robin, own]);
    expect((await core.request('account.load', { accountId: own })).ok).toBe(true);
  });

  test('is the one way to a new token for it: signing in is not begun for it', async () => {
    const edith = await mustSwitchTo('edith');
    expect(await core.request('signIn.startCode', { forAccountId: edith })).toMatchObject({
      ok: false,
      error: { code: 'home.switchOnly' },
    });
    expect(core.snapshot().signIn.kind).not.toBe('code');
  });

  test('while the account is being signed out keeps nothing, and gives the token back', async () => {
    plex.faults.add({
      match: { path: '^/api/v2/home/users/.*/switch$' },
      times: 1,
      action: { hold: true },
    });
    const switching = switchTo('visitor');
    await expect.poll(switchPaths).toHaveLength(1);
    await core.must('account.signOut', { accountId: robin });
    plex.faults.clear();
    expect(await switching).toMatchObject({ ok: false });
    expect(core.snapshot().accounts).toEqual([]);
    expect(plex.sessions.sessions().filter(({ user }) => user.name === 'visitor')).toEqual([]);
  });

  test('survives a restart, and an index written before there were Home users is read', async () => {
    const files = createMemoryProfileFiles();
    const vault = createMemoryVault();
    core = await startCore({ plexUrl: plex.baseUrl, files, vault });
    robin = await signInWithPassword(core, plex, 'robin');
    const visitor = await mustSwitchTo('visitor');
    const again = await startCore({ plexUrl: plex.baseUrl, files, vault });
    expect(again.snapshot().accounts).toMatchObject([
      { id: robin },
      { id: visitor, homeOf: robin },
    ]);
    const index = await files.read('index.json');
    const older = (index.ok ? (index.value ?? '') : '').replaceAll(
      /,?\s*"homeOf":\s*(null|"[^"]*")/g,
      '',
    );
    expect(older).not.toContain('homeOf');
    await files.write('index.json', older);
    const oldest = await startCore({ plexUrl: plex.baseUrl, files, vault });
    expect(oldest.snapshot().accounts.map(({ homeOf }) => homeOf)).toEqual([null, null]);
  });
});

describe('an account with Home users below it', () => {
  test('takes them along when it is signed out, each revoked at Plex', async () => {
    const sam = await signInWithPassword(core, plex, 'sam');
    const visitor = await mustSwitchTo('visitor');
    const juno = await mustSwitchTo('juno', '4321');
    const tokens = [await tokenOf(visitor), await tokenOf(juno), await tokenOf(robin)];
    await core.must('account.signOut', { accountId: robin });
    expect(core.snapshot().accounts.map(({ id }) => id)).toEqual([sam]);
    for (const token of tokens) expect(plex.sessions.wasRevoked(token)).toBe(true);
  });

  test('stays when one of them cannot be revoked, and can be signed out again', async () => {
    const visitor = await mustSwitchTo('visitor');
    plex.faults.add({
      match: { path: '/api/v2/users/signout' },
      times: 1,
      action: { reset: true },
    });
    expect(await core.request('account.signOut', { accountId: robin })).toMatchObject({
      error: { code: 'network.offline' },
    });
    expect(core.snapshot().accounts).toMatchObject([
      { id: robin, status: 'ready' },
      { id: visitor, status: 'ready' },
    ]);
    await core.must('account.signOut', { accountId: robin });
    expect(core.snapshot().accounts).toEqual([]);
  });

  test('goes also when the token of one of them is gone from the keychain', async () => {
    const visitor = await mustSwitchTo('visitor');
    const index = await core.files.read('index.json');
    const text = index.ok ? (index.value ?? '') : '';
    const keys = text.match(/account\/[\w-]+/g) ?? [];
    await core.vault.delete(keys.at(-1) ?? '');
    expect(await core.request('account.load', { accountId: visitor })).toMatchObject({
      error: { code: 'vault.missing' },
    });
    await core.must('account.signOut', { accountId: robin });
    expect(core.snapshot().accounts).toEqual([]);
  });

  test('removed from this computer alone takes them along, and leaves their tokens good', async () => {
    const visitor = await mustSwitchTo('visitor');
    const token = await tokenOf(visitor);
    await core.must('account.removeLocally', { accountId: robin });
    expect(core.snapshot().accounts).toEqual([]);
    expect(plex.sessions.find(token)).toBeDefined();
  });

  test('stays when one of them is signed out', async () => {
    const visitor = await mustSwitchTo('visitor');
    const token = await tokenOf(visitor);
    await core.must('account.signOut', { accountId: visitor });
    expect(core.snapshot().accounts).toMatchObject([{ id: robin, verdict: { kind: 'valid' } }]);
    expect(plex.sessions.wasRevoked(token)).toBe(true);
    expect((await core.request('account.load', { accountId: robin })).ok).toBe(true);
  });

  test('of this session only has Home users of this session only', async () => {
    const files = createMemoryProfileFiles();
    core = await startCore({ plexUrl: plex.baseUrl, files });
    await core.must('vault.useSessionOnly', {});
    robin = await signInWithPassword(core, plex, 'robin');
    await core.must('vault.check', {});
    await mustSwitchTo('visitor');
    expect(core.snapshot().accounts).toMatchObject([
      { storage: 'session' },
      { storage: 'session' },
    ]);
    const index = await files.read('index.json');
    expect(JSON.stringify(index)).not.toContain(plex.user('visitor').uuid);
  });
});
