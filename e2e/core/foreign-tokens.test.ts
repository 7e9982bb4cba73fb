import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import { err } from '../../shared/result.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { serversListed, signInAndList, signInWithPassword } from './testing/sign-in.ts';

const dayMs = 24 * 3_600_000;
const client = { 'X-Plex-Client-Identifier': 'a test that looks on' };

let plex: FakePlex;
let core: CoreUnderTest;
let secrets: Map<string, string>;
let files: ReturnType<typeof createMemoryProfileFiles>;

const start = async (): Promise<CoreUnderTest> => {
  const ok = <T>(value: T) => Promise.resolve({ ok: true, value } as const);
  const vault = {
    ...createMemoryVault(),
    get: (key: string) => ok(secrets.get(key) ?? null),
    set: (key: string, secret: string) => ok((secrets.set(key, secret), null)),
    delete: (key: string) => ok((secrets.delete(key), null)),
  };
  return startCore({ plexUrl: plex.baseUrl, vault, files });
};

beforeEach(async () => {
  plex = await startFakePlex();
  secrets = new Map();
  files = createMemoryProfileFiles();
  core = await start();
});
afterEach(() => plex.stop());

/** The user's Authorized Devices as plex.tv lists them, but for when each was last seen. */
async function devicesOf(name: string): Promise<string> {
  const headers = {
    ...client,
    'X-Plex-Token': plex.grantToken(name, { clientIdentifier: 'eyes' }),
  };
  const answer = await fetch(`${plex.baseUrl}/devices.xml`, { headers });
  return (await answer.text()).replaceAll(/ (lastSeenAt|token)="[^"]*"/g, '');
}

/** What was said of the asker in requests with this token. */
const namesSaidWith = (...tokens: readonly string[]): readonly string[] =>
  plex.requests
    .list()
    .filter(({ headers }) => tokens.includes(String(headers['x-plex-token'])))
    .flatMap(({ headers, query, path }) =>
      [...Object.keys(headers), ...Object.keys(query)]
        .filter((name) => /^x-plex-(?!token|client-identifier)/i.test(name))
        .map((name) => `${path} ${name}`),
    );

async function identify(token: string) {
  await core.must('identify.ask', { text: token });
  const { tokens } = await core.waitFor('identification', (state) =>
    state.tokens.some(({ finding }) => finding.kind !== 'waiting' && finding.kind !== 'asking'),
  );
  const [found] = tokens;
  if (found === undefined) throw new Error('nothing was found');
  return found;
}

async function keep(token: string): Promise<AccountId> {
  const { id } = await identify(token);
  return (await core.must('identify.keep', { foundTokenId: id })).accountId;
}

/** As an Usher wrote it that did not note whose a token is. */
async function ageIndex(): Promise<void> {
  await core.usher.close();
  const index = await files.read('index.json');
  const text = index.ok ? (index.value ?? '') : '';
  await files.write('index.json', text.replaceAll(/"issuedTo": [^\n]*\n/g, ''));
  core = await start();
  plex.requests.clear();
}

describe('asking about a token that was issued to another device', () => {
  test.each([
    ['an app’s', () => plex.grantToken('robin', { clientIdentifier: 'tv', deviceName: 'TV' })],
    ['a media server’s own', () => plex.server('Attic').onlineToken],
    ['a JWT', () => plex.grantJwt('robin', { clientIdentifier: 'app', product: 'App' })],
    ['an access token', () => plex.server('Attic').accessTokenOf(plex.user('robin')) ?? ''],
    ['a transient one', () => plex.server('Attic').mintTransient(plex.user('robin'))],
  ])('says no name and leaves the devices as they are: %s', async (_whose, tokenOf) => {
    await signInAndList(core, plex, 'robin');
    const token = tokenOf();
    const before = await devicesOf('robin');
    plex.requests.clear();
    expect(await identify(token)).toMatchObject({
      finding: { kind: expect.stringMatching(/account|server/) as string },
    });
    expect(namesSaidWith(token)).toEqual([]);
    expect(await devicesOf('robin')).toBe(before);
  });
});

describe('an account that was kept with such a token', () => {
  test('is used without a name, its servers too, until it has signed in here', async () => {
    const token = plex.grantToken('robin', { clientIdentifier: 'tv', deviceName: 'TV' });
    const accountId = await keep(token);
    await serversListed(core, accountId);
    const before = await devicesOf('robin');
    const attic = plex.server('Attic');
    const access = attic.accessTokenOf(plex.user('robin')) ?? '';
    const serverId = attic.machineIdentifier as ServerId;

    core = await start();
    await core.must('account.load', { accountId });
    await core.must('servers.refresh', { accountId });
    await core.mint({ accountId, serverId });
    await core.must('devices.refresh', { accountId });
    await core.must('home.load', { accountId });
    expect(namesSaidWith(token, access)).toEqual([]);
    expect(await devicesOf('robin')).toBe(before);

    await signInWithPassword(core, plex, 'robin');
    plex.requests.clear();
    await core.must('servers.refresh', { accountId });
    await core.mint({ accountId, serverId });
    expect(namesSaidWith(access)).toContain('/security/token x-plex-product');
  });

  test('tells plex.tv that its token is in use, without a name', async () => {
    const token = plex.grantToken('sam', { clientIdentifier: 'tv', deviceName: 'TV' });
    await keep(token);
    core = await start();
    await core.usher.settle();
    await core.clock.advance(2 * dayMs);
    await expect.poll(() => plex.requests.list().map(({ path }) => path)).toContain('/api/v2/ping');
    expect(namesSaidWith(token)).toEqual([]);
  });
});

describe('an account of a profile that was written before this was noted', () => {
  test('that signed in here is named again once plex.tv has said so', async () => {
    const accountId = await signInWithPassword(core, plex, 'sam');
    const [token = ''] = secrets.values();
    await ageIndex();
    await core.must('account.load', { accountId });
    const [first] = plex.requests.list();
    expect(Object.keys(first?.headers ?? {})).not.toContain('x-plex-product');
    await core.must('account.load', { accountId });
    expect(namesSaidWith(token)).toContain('/api/v2/user x-plex-product');
    plex.requests.clear();
    core = await start();
    await core.must('account.load', { accountId });
    expect(plex.requests.list().map(({ path }) => path)).not.toContain('/devices.xml');
  });

  test('that was kept stays without a name', async () => {
    const token = plex.grantToken('sam', { clientIdentifier: 'tv', deviceName: 'TV' });
    const accountId = await keep(token);
    await ageIndex();
    for (let time = 0; time < 2; time += 1) await core.must('account.load', { accountId });
    expect(namesSaidWith(token)).toEqual([]);
  });

  describe('with a media server’s own token', () => {
    let accountId: AccountId;
    let onlineToken: string;
    beforeEach(async () => {
      accountId = await signInWithPassword(core, plex, 'robin');
      ({ onlineToken } = plex.server('Attic'));
      const [key = ''] = secrets.keys();
      secrets.set(key, onlineToken);
      const index = await files.read('index.json');
      const text = index.ok ? (index.value ?? '') : '';
      const lastFour = `"lastFour": "${onlineToken.slice(-4)}"`;
      await files.write('index.json', text.replace(/"lastFour": "[^"]*"/, lastFour));
      await ageIndex();
    });

    const isAlive = (): boolean => !plex.sessions.wasRevoked(onlineToken);
    const paths = () => plex.requests.list().map(({ path }) => path);

    test('is never pinged, nor named', async () => {
      await core.usher.settle();
      await core.clock.advance(2 * dayMs);
      await core.must('account.load', { accountId });
      await core.clock.advance(2 * dayMs);
      expect(paths()).not.toContain('/api/v2/ping');
      expect(namesSaidWith(onlineToken)).toEqual([]);
      expect(await devicesOf('robin')).toContain('name="Attic"');
    });

    test('is not signed out, whether that is known before or not', async () => {
      const refusal = err({ code: 'token.ofServer' });
      expect(await core.request('account.signOut', { accountId })).toEqual(refusal);
      await core.must('account.load', { accountId });
      expect(await core.request('account.signOut', { accountId })).toEqual(refusal);
      expect(await core.request('account.signOutLater', { accountId })).toEqual(refusal);
      expect(paths()).not.toContain('/api/v2/users/signout');
      await core.must('account.removeLocally', { accountId });
      expect(core.snapshot().accounts).toEqual([]);
      expect(isAlive()).toBe(true);
    });

    test('is not signed out while plex.tv does not say whose it is, and waits in vain', async () => {
      plex.faults.add({ match: { host: 'plex' }, action: { reset: true } });
      expect(await core.request('account.signOut', { accountId })).toEqual(
        err({ code: 'network.offline' }),
      );
      await core.must('account.signOutLater', { accountId });
      plex.faults.clear();
      await core.clock.advance(30_000);
      await core.waitFor('signOuts', ([one]) => {
        const tick = one?.ticks.revoked;
        return tick?.state === 'failed' && tick.error.code === 'token.ofServer';
      });
      await core.must('account.removeLocally', { accountId });
      expect(isAlive()).toBe(true);
      expect([...secrets.keys()]).toEqual([]);
    });

    test('gets a token of its own by signing in', async () => {
      await signInWithPassword(core, plex, 'robin');
      await core.must('account.signOut', { accountId });
      expect(isAlive()).toBe(true);
    });
  });
});
