import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import type { Verdict } from '../../shared/model/token.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInAndList, startSignedIn } from './testing/sign-in.ts';

let plex: FakePlex;
let core: CoreUnderTest;
let accountId: AccountId;

beforeEach(async () => {
  ({ plex, core, accountId } = await startSignedIn('robin'));
  plex.requests.clear();
});
afterEach(() => plex.stop());

const on = (name: string) => ({
  accountId,
  serverId: plex.server(name).machineIdentifier as ServerId,
});
const mint = (name: string) => core.request('server.copyToken', { ...on(name), mode: 'new' });
const askSource = (name: string) =>
  core.request('server.askSource', {
    ...on(name),
    source: `server://${plex.server(name).machineIdentifier}`,
    refresh: false,
    transientTokenId: null,
  });
const verdictOf = (name: string): Verdict | undefined =>
  core.snapshot().servers[0]?.servers.find((server) => server.name === name)?.verdict;
const asked = (): readonly string[] =>
  plex.requests
    .list()
    .filter(({ path }) => path !== '/identity' && !path.startsWith('/users'))
    .map(({ method, path }) => `${method} ${path}`);

const post = 'POST /security/token';
const get = 'GET /security/token';
const root = 'GET /';
const resources = 'GET /api/v2/resources';
const source = 'GET /security/resources';

describe('a media server that refuses', () => {
  test.each([401, 403, 404, 405, 501] as const)(
    'POST with %i is asked by GET, and mints',
    async (status) => {
      plex.server('Attic').settings.postRefusal = status;
      expect(await mint('Attic')).toMatchObject({ ok: true });
      expect(asked()).toEqual([post, get]);
    },
  );

  test('to create a transient token, and takes the access token, is told as that: the verdict stays valid', async () => {
    plex.server('Attic').settings.makesNoTransients = true;
    expect(await mint('Attic')).toMatchObject({
      ok: false,
      error: { code: 'server.noTransientToken', details: '403 Forbidden' },
    });
    expect(asked()).toEqual([post, get, root]);
    expect(core.log.text()).toContain('plex.said {"status":403,"details":"403 Forbidden"}');
    expect(verdictOf('Attic')).toMatchObject({ kind: 'valid' });
    plex.requests.clear();
    expect(await askSource('Attic')).toMatchObject({
      ok: false,
      error: { code: 'server.noTransientToken' },
    });
    expect(asked()).toEqual([source, root]);
    expect(verdictOf('Attic')).toMatchObject({ kind: 'valid' });
  });

  test.each([401, 403] as const)(
    'an access token that was replaced (%i) is asked with the new one, once',
    async (refusal) => {
      plex.server('Attic').settings.refusal = refusal;
      plex.server('Attic').renewAccessToken(plex.user('robin'));
      expect(await mint('Attic')).toMatchObject({ ok: true });
      expect(asked()).toEqual([post, get, root, resources, post]);
      expect(verdictOf('Attic')).toMatchObject({ kind: 'valid' });
    },
  );

  test('an access token that was replaced is asked about a source with the new one', async () => {
    plex.server('Attic').renewAccessToken(plex.user('robin'));
    expect(await askSource('Attic')).toMatchObject({ ok: true });
    expect(asked()).toEqual([source, root, resources, source]);
  });

  test('the new access token too has its verdict, and is not asked for again and again', async () => {
    plex.faults.add({ match: { host: 'Attic', path: '/security/token' }, action: { status: 401 } });
    plex.faults.add({ match: { host: 'Attic', path: '/' }, action: { status: 401 } });
    expect(await mint('Attic')).toMatchObject({ ok: false, error: { code: 'server.rejected' } });
    expect(asked()).toEqual([post, get, root, resources]);
    expect(verdictOf('Attic')).toMatchObject({ kind: 'rejected' });
    plex.server('Attic').renewAccessToken(plex.user('robin'));
    await core.clock.advance(60_000);
    plex.requests.clear();
    expect(await mint('Attic')).toMatchObject({ ok: false, error: { code: 'server.rejected' } });
    expect(asked()).toEqual([post, get, root, resources, post, get, root]);
  });

  test('with a page where the token was good says nothing against it', async () => {
    plex.faults.add({ match: { host: 'Attic', path: '/security/token' }, action: { status: 403 } });
    plex.faults.add({ match: { host: 'Attic', path: '/' }, action: { status: 403 } });
    expect(await mint('Attic')).toMatchObject({
      ok: false,
      error: { code: 'server.refused', status: 403 },
    });
    expect(verdictOf('Attic')?.kind).not.toBe('rejected');
  });
});

describe('a media server that answers 429', () => {
  test.each([
    ['without a word on how long', {}, 30],
    ['for 90 seconds', { 'Retry-After': '90' }, 90],
  ] as const)(
    '%s is left alone by every question, and no other server is',
    async (_how, headers, seconds) => {
      plex.faults.add({
        match: { host: 'Attic', path: '/security/token' },
        times: 1,
        action: { status: 429, headers },
      });
      expect(await mint('Attic')).toMatchObject({
        error: { code: 'plex.rateLimited', retryAfterSeconds: seconds },
      });
      plex.requests.clear();
      await core.clock.advance(10_000);
      const left = { error: { code: 'plex.rateLimited', retryAfterSeconds: seconds - 10 } };
      expect(await mint('Attic')).toMatchObject(left);
      expect(await askSource('Attic')).toMatchObject(left);
      expect(plex.requests.list()).toEqual([]);
      expect(await mint('Cabin')).toMatchObject({ ok: true });
      await core.clock.advance((seconds - 10) * 1000);
      expect(await mint('Attic')).toMatchObject({ ok: true });
    },
  );
});

describe('a JWT as access token', () => {
  beforeEach(async () => {
    core = await startCore({ plexUrl: plex.baseUrl });
    const jwt = plex.grantJwt('robin');
    const { tokens } = await core.must('identify.ask', { text: jwt });
    const id = tokens[0]?.id;
    if (id === undefined) throw new Error('the JWT was not found');
    await core.waitFor('identification', (state) => state.tokens[0]?.finding.kind === 'account');
    ({ accountId } = await core.must('identify.keep', { foundTokenId: id }));
    await core.must('servers.refresh', { accountId });
    plex.requests.clear();
  });

  test('is used as any other by a server that takes it', async () => {
    plex.server('Attic').settings.takesJwt = true;
    expect(await mint('Attic')).toMatchObject({ ok: true });
    expect(verdictOf('Attic')).toMatchObject({ kind: 'valid' });
  });

  test('refused by the server is named as that, without a list fetched in vain or blame on the account', async () => {
    for (const ask of [mint, askSource]) {
      expect(await ask('Attic')).toMatchObject({ ok: false, error: { code: 'server.jwtRefused' } });
    }
    expect(asked()).toEqual([post, get, root, source, root]);
    expect(verdictOf('Attic')).toMatchObject({ kind: 'unknown', reason: 'server.jwtRefused' });
    expect(core.snapshot().accounts[0]).toMatchObject({ verdict: { kind: 'valid' } });
    await core.must('verdicts.check', {
      tokens: [{ kind: 'access', ...on('Attic') }],
      isAsked: true,
    });
    expect(verdictOf('Attic')).toMatchObject({ kind: 'unknown', reason: 'server.jwtRefused' });
    expect(asked()).not.toContain(resources);
  });

  test('of a server that is shared is none, and works', async () => {
    expect(await mint('Cabin')).toMatchObject({ ok: true });
  });
});

test('the access tokens of servers are in no file and not in the keychain', async () => {
  const written: string[] = [];
  const memory = createMemoryProfileFiles();
  const vault = createMemoryVault();
  const files = {
    ...memory,
    write: (name: string, text: string) => {
      written.push(text);
      return memory.write(name, text);
    },
  };
  const watched = {
    ...vault,
    set: (key: string, secret: string) => {
      written.push(secret);
      return vault.set(key, secret);
    },
  };
  core = await startCore({ plexUrl: plex.baseUrl, files, vault: watched });
  accountId = await signInAndList(core, plex, 'robin');
  await mint('Attic');
  await mint('Cabin');
  const tokens = plex.secrets.list().filter(({ kind }) => kind === 'accessToken');
  expect(tokens.length).toBeGreaterThan(3);
  expect(written.length).toBeGreaterThan(3);
  for (const { value } of tokens) expect(written.join('\n')).not.toContain(value);
});
