import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FoundToken, TokenFinding } from '../../shared/model/identification.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInAndList } from './testing/sign-in.ts';

const minuteMs = 60_000;

let plex: FakePlex;
let core: CoreUnderTest;

beforeEach(async () => {
  plex = await startFakePlex();
  core = await startCore({ plexUrl: plex.baseUrl });
});
afterEach(() => plex.stop());

const signIn = (name: string): Promise<AccountId> => signInAndList(core, plex, name);

const isOver = ({ kind }: TokenFinding): boolean => kind !== 'waiting' && kind !== 'asking';

/** What was found in the text, once every token of it has been asked about. */
async function identify(text: string): Promise<readonly FoundToken[]> {
  await core.must('identify.ask', { text });
  const { tokens } = await core.waitFor(
    'identification',
    (state) => state.tokens.length > 0 && state.tokens.every(({ finding }) => isOver(finding)),
  );
  return tokens;
}
const findingOf = async (text: string): Promise<TokenFinding | undefined> =>
  (await identify(text))[0]?.finding;

/** Where a token was shown, by host and path. */
const shownTo = (token: string): readonly string[] =>
  plex.requests
    .list()
    .filter(({ headers }) => headers['x-plex-token'] === token)
    .map(({ host, path }) => `${host}${path}`);

describe('an account token', () => {
  test('is told with its account, its servers, and the device it was given to', async () => {
    const token = plex.grantToken('robin', {
      clientIdentifier: 'tv',
      deviceName: 'Bedroom',
      product: 'Plex for LG',
      provides: 'player',
    });
    const [found] = await identify(`curl -H 'X-Plex-Token: ${token}' https://attic.invalid:32400/`);
    expect(found).toMatchObject({
      token: { kind: 'classic', lastFour: token.slice(-4) },
      place: { field: 'X-Plex-Token', label: null, host: 'attic.invalid:32400' },
      jwt: null,
      finding: {
        kind: 'account',
        provedAt: expect.any(Number) as number,
        account: { username: 'robin', isRestricted: false, here: null },
        device: { name: 'Bedroom', product: 'Plex for LG', isServer: false, isHere: false },
        servers: expect.arrayContaining([
          expect.objectContaining({ name: 'Attic', isOwned: true }),
          expect.objectContaining({ name: 'Cabin', isOwned: false, ownerName: 'sam' }),
        ]) as object[],
      },
    });
  });

  test('of a server’s own device is told as that', async () => {
    const { onlineToken } = plex.server('Attic');
    expect(await findingOf(`<Preferences PlexOnlineToken="${onlineToken}"/>`)).toMatchObject({
      kind: 'account',
      account: { username: 'robin' },
      device: { name: 'Attic', isServer: true },
    });
  });

  test('of an account that is signed in here is told as that, and whether it is the very same', async () => {
    const accountId = await signIn('robin');
    const { secret } = await core.must('secret.reveal', { secret: { kind: 'account', accountId } });
    expect(await findingOf(secret)).toMatchObject({
      account: { here: { accountId, isSameToken: true } },
      device: { isHere: true },
    });
    expect(await findingOf(plex.grantToken('robin', { clientIdentifier: 'tv' }))).toMatchObject({
      account: { here: { accountId, isSameToken: false } },
      device: { isHere: false },
    });
  });

  test('that is a JWT is told with its claims and its end', async () => {
    const jwt = plex.grantJwt('robin', { clientIdentifier: 'app' });
    const [found] = await identify(`Authorization: Bearer ${jwt}`);
    expect(found).toMatchObject({
      token: { kind: 'jwt' },
      jwt: {
        algorithm: 'EdDSA',
        keyId: 'fake-plex-key',
        issuer: 'plex.tv',
        claims: { aud: ['plex.tv', 'app'], user: { username: 'robin' } },
      },
      finding: { kind: 'account', account: { username: 'robin' } },
    });
    const { issuedAt, expiresAt } = found?.jwt ?? {};
    expect((expiresAt ?? 0) - (issuedAt ?? 0)).toBe(7 * 24 * 60 * minuteMs);
  });

  test('is told although its servers and devices cannot be asked for', async () => {
    plex.faults.add({ match: { path: '/api/v2/resources' }, action: { status: 503 } });
    plex.faults.add({ match: { path: '/devices.xml' }, action: { html: true } });
    expect(await findingOf(plex.grantToken('sam'))).toMatchObject({
      kind: 'account',
      servers: null,
      device: null,
    });
  });

  test.each(['ada', 'wren', 'juno', 'visitor'])(
    'is told however little or much its account holds: %s',
    async (name) => {
      const finding = await findingOf(plex.grantToken(name));
      expect(finding).toMatchObject({ kind: 'account', account: { uuid: plex.user(name).uuid } });
    },
  );

  test.each([401, 422] as const)('that Plex refuses by %i is told as refused', async (status) => {
    const token = plex.grantToken('robin');
    plex.settings.deauthorised = status;
    plex.revokeAll('robin');
    expect(await findingOf(token)).toMatchObject({ kind: 'refused', byPlex: true, servers: [] });
  });

  test('that has run out, a JWT, is told as refused', async () => {
    const jwt = plex.grantJwt('robin');
    plex.clock.advance(8 * 24 * 60 * minuteMs);
    expect(await findingOf(jwt)).toMatchObject({ kind: 'refused', byPlex: true });
  });

  test.each([
    [{ status: 503 }, 'plex.unavailable'],
    [{ status: 429, headers: { 'Retry-After': '9' } }, 'plex.rateLimited'],
    [{ html: true }, 'network.intercepted'],
    [{ redirectTo: 'https://portal.invalid/' }, 'network.intercepted'],
    [{ reset: true }, 'network.offline'],
  ] as const)('is unknown, and nothing is said against it, after %j', async (action, reason) => {
    plex.faults.add({ match: { path: '/api/v2/user' }, action });
    const token = plex.grantToken('robin');
    expect(await findingOf(token)).toEqual({ kind: 'unknown', reason, servers: [] });
    plex.faults.clear();
    const [found] = core.snapshot().identification.tokens;
    if (found === undefined) throw new Error('forgotten');
    await core.clock.advance(30_000);
    await core.must('identify.askAgain', { foundTokenId: found.id });
    await core.waitFor('identification', ({ tokens }) => tokens[0]?.finding.kind === 'account');
  });

  test('that comes after Plex asked to wait is not sent there any more', async () => {
    plex.faults.add({ match: { path: '/api/v2/user' }, action: { status: 429 } });
    const tokens = ['one', 'two', 'three'].map((clientIdentifier) =>
      plex.grantToken('robin', { clientIdentifier }),
    );
    const found = await identify(tokens.join('\n'));
    expect(found.map(({ finding }) => finding)).toMatchObject(
      tokens.map(() => ({ kind: 'unknown', reason: 'plex.rateLimited' })),
    );
    expect(plex.requests.list().filter(({ path }) => path === '/api/v2/user')).toHaveLength(1);
  });
});

describe('a token for a server', () => {
  test('is told with the server that takes it, and the account whose access token it is', async () => {
    const accountId = await signIn('robin');
    const token = plex.server('Cabin').accessTokenOf(plex.user('robin')) ?? '';
    expect(await findingOf(`{"accessToken":"${token}"}`)).toMatchObject({
      kind: 'server',
      server: { name: 'Cabin', isOwned: false },
      accessTokenOf: accountId,
    });
    expect(shownTo(token).filter((place) => !place.startsWith('plex'))).toEqual(['Cabin/']);
  });

  test('of another person is told with the server alone', async () => {
    await signIn('sam');
    const token = plex.server('Cabin').accessTokenOf(plex.user('robin')) ?? '';
    expect(await findingOf(token)).toMatchObject({
      kind: 'server',
      server: { name: 'Cabin' },
      accessTokenOf: null,
    });
  });

  test.each(['Attic', 'Old Barn'])(
    'of a server that is away, %s, is not shown to a friend’s',
    async (name) => {
      await signIn('robin');
      const token = plex.server(name).mintTransient(plex.user('robin'));
      await plex.server(name).stop();
      expect(await findingOf(token)).toMatchObject({ kind: 'unknown' });
      expect(shownTo(token)).toEqual(expect.arrayContaining(['Loft/']));
      expect(shownTo(token)).not.toContain('Cabin/');
    },
  );

  test('when transient is asked of servers, and never of plex.tv', async () => {
    await signIn('robin');
    const token = plex.server('Attic').mintTransient(plex.user('robin'));
    expect(await findingOf(`<MediaContainer size="0" token="${token}"/>`)).toMatchObject({
      kind: 'server',
      server: { name: 'Attic' },
    });
    expect(shownTo(token).length).toBeGreaterThan(0);
    expect(shownTo(token).filter((place) => place.startsWith('plex'))).toEqual([]);
  });

  test('when transient and dead is unknown while a server is away, and refused when all have said no', async () => {
    const accountId = await signIn('robin');
    const token = plex.server('Attic').mintTransient(plex.user('robin'));
    await plex.server('Attic').restart();
    expect(await findingOf(token)).toMatchObject({
      kind: 'unknown',
      reason: null,
      servers: expect.arrayContaining([
        expect.objectContaining({ name: 'Attic', reason: null }),
        expect.objectContaining({ name: "Granny's", reason: 'server.unreachable' }),
      ]) as object[],
    });
    await plex.server("Granny's").start();
    await core.must('servers.refresh', { accountId });
    expect(await findingOf(token)).toMatchObject({ kind: 'refused', byPlex: false });
  });

  test('when transient is unknown where no server is known', async () => {
    const token = plex.server('Attic').mintTransient(plex.user('robin'));
    expect(await findingOf(token)).toEqual({ kind: 'unknown', reason: null, servers: [] });
    expect(shownTo(token)).toEqual([]);
  });

  test('is not taken for proved by a server that answers everybody', async () => {
    await signIn('sam');
    plex.server('Cabin').settings.openToAll = true;
    expect(await findingOf('zzFAKEzzNOBODYSzz0001')).toMatchObject({
      kind: 'refused',
      byPlex: true,
      servers: expect.arrayContaining([
        expect.objectContaining({ name: 'Cabin', reason: 'server.openToAll' }),
      ]) as object[],
    });
  });

  test('goes to no address that has not proved to be the server, and to none of the pasted text', async () => {
    await signIn('robin');
    plex.requests.clear();
    // The first of Loft's addresses leads to Cabin by now.
    const token = plex.server('Loft').mintTransient(plex.user('robin'));
    const place = `${plex.server('Cabin').url}/?X-Plex-Token=${token}`;
    expect(await findingOf(place)).toMatchObject({ kind: 'server', server: { name: 'Loft' } });
    for (const request of plex.requests.list()) expect(request.token).not.toBe('query');
    for (const { host, headers, path } of plex.requests.list()) {
      if (headers['x-plex-token'] === token) expect(path).toBe('/');
      expect(host === 'plex' || path === '/' || path === '/identity').toBe(true);
    }
  });
});

describe('a transient token that was minted here', () => {
  const mint = async (accountId: AccountId) => {
    const serverId = plex.server('Attic').machineIdentifier as ServerId;
    const minted = await core.mint({ accountId, serverId });
    return { minted, token: core.clipboardText() };
  };

  test('is found as that very one, with its server and its end, and is sent nowhere', async () => {
    const accountId = await signIn('robin');
    await mint(accountId);
    const { minted, token } = await mint(accountId);
    plex.requests.clear();
    const [found] = await identify(`X-Plex-Token: ${token}`);
    expect(found).toMatchObject({
      mintedAs: minted.id,
      finding: { kind: 'server', server: { name: 'Attic', isOwned: true }, accessTokenOf: null },
    });
    expect(core.snapshot().tokens.find(({ id }) => id === found?.mintedAs)).toMatchObject({
      serverName: 'Attic',
      token: { lastFour: token.slice(-4) },
    });
    expect(plex.requests.list()).toEqual([]);
  });

  test('and has run out is told as that, with nobody asked', async () => {
    const accountId = await signIn('robin');
    const { minted, token } = await mint(accountId);
    await core.clock.advance(49 * 60 * minuteMs);
    plex.requests.clear();
    const [found] = await identify(token);
    expect(found).toMatchObject({
      mintedAs: minted.id,
      finding: { kind: 'refused', byPlex: false, servers: [] },
    });
    expect(shownTo(token)).toEqual([]);
  });

  test('and was found rejected is told as that', async () => {
    const accountId = await signIn('robin');
    const { minted, token } = await mint(accountId);
    await plex.server('Attic').restart();
    await core.must('verdicts.check', {
      tokens: [{ kind: 'transient', tokenId: minted.id }],
      isAsked: true,
    });
    plex.requests.clear();
    expect((await identify(token))[0]).toMatchObject({
      mintedAs: minted.id,
      finding: { kind: 'refused', servers: [{ name: 'Attic', reason: null }] },
    });
    expect(shownTo(token)).toEqual([]);
  });

  test('and is forgotten is asked about as any other', async () => {
    const accountId = await signIn('robin');
    const { minted, token } = await mint(accountId);
    await core.must('token.forget', { tokenId: minted.id });
    expect((await identify(token))[0]).toMatchObject({
      mintedAs: null,
      finding: { kind: 'server', server: { name: 'Attic' } },
    });
    expect(shownTo(token).length).toBeGreaterThan(0);
  });
});

describe('what is never sent anywhere', () => {
  test.each([
    ['a claim code', 'claim-zzFAKEclaimCode0001', { kind: 'claimCode' }],
    ['a local token', 'X-Plex-Token: local-zzFAKElocal-0001', { kind: 'localToken' }],
    [
      'a JWT of another maker',
      'eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJodHRwczovL290aGVyLmludmFsaWQifQ.zzFAKE',
      { kind: 'notFromPlex' },
    ],
    ['three parts with nothing in them', 'eyJhbGci.zzFAKE.zzFAKE', { kind: 'notFromPlex' }],
  ])('%s', async (_what, token, finding) => {
    await signIn('robin');
    plex.requests.clear();
    expect(await findingOf(token)).toEqual(finding);
    expect(plex.requests.list()).toEqual([]);
  });
});

describe('a pasted text', () => {
  test('with several tokens has each told, in the order they stand in', async () => {
    await signIn('sam');
    const devices = ['Phone', 'Tablet'].map((name, index) => {
      const token = plex.grantToken('edith', { clientIdentifier: name, deviceName: name });
      return `<Device name="${name}" id="${index}" token="${token}"/>`;
    });
    const found = await identify(`<MediaContainer>${devices.join('')}</MediaContainer>`);
    expect(found.map(({ place, finding }) => [place.label, finding])).toMatchObject([
      ['Phone', { kind: 'account', device: { name: 'Phone' } }],
      ['Tablet', { kind: 'account', device: { name: 'Tablet' } }],
    ]);
  });

  test('with a thousand has the first twenty told', async () => {
    const records = Array.from({ length: 1_000 }, (_, i) => ({ token: `claim-zzFAKEcode${i}` }));
    const state = await core.must('identify.ask', { text: JSON.stringify(records) });
    expect([state.tokens.length, state.isCutOff]).toEqual([20, true]);
  });

  test.each([
    ['without a token', 'hello', { code: 'identify.nothingFound' }],
    ['with nothing in it', '', { code: 'identify.nothingFound' }],
    [
      'that is too long',
      'a'.repeat(1_000_001),
      { code: 'identify.tooLong', limitCharacters: 1_000_000 },
    ],
  ])('%s is told as such', async (_what, text, error) => {
    expect(await core.request('identify.ask', { text })).toEqual({ ok: false, error });
  });

  test('may come from the clipboard, unseen by the page', async () => {
    core.copyElsewhere(`X-Plex-Token: ${plex.grantToken('sam')}`);
    const { tokens } = await core.must('identify.askClipboard', {});
    expect(tokens).toMatchObject([{ place: { field: 'X-Plex-Token' } }]);
  });

  test('leaves nothing in answers, events, log and profile', async () => {
    const told: string[] = [];
    core.usher.events.subscribe((change) => void told.push(JSON.stringify(change)));
    await signIn('robin');
    const account = plex.grantToken('edith', { deviceName: 'Phone' });
    const transient = plex.server('Attic').mintTransient(plex.user('robin'));
    const jwt = plex.grantJwt('edith');
    const text = `{"name":"${account}","a":{"token":"${account}"},"b":{"token":"${transient}"},"c":{"jwt":"${jwt}"}}`;
    const answer = await core.must('identify.ask', { text });
    await core.usher.close();
    const places = [
      JSON.stringify(answer),
      ...told,
      core.log.text(),
      JSON.stringify(await core.files.read('index.json')),
      JSON.stringify(await core.files.read('servers.json')),
      JSON.stringify(await core.files.read('activity.json')),
    ].join('\n');
    for (const secret of [account, transient, jwt]) expect(places).not.toContain(secret);
  });
});

describe('found tokens are held', () => {
  const held = (): number => core.snapshot().identification.tokens.length;

  test('for ten minutes', async () => {
    const [found] = await identify('claim-zzFAKEclaimCode0001');
    await core.clock.advance(9 * minuteMs);
    const { remainingMs } = core.snapshot().identification;
    expect(remainingMs).toBeLessThanOrEqual(minuteMs);
    expect(held()).toBe(1);
    await core.clock.advance(minuteMs);
    expect(held()).toBe(0);
    if (found === undefined) throw new Error('nothing was found');
    for (const name of ['identify.keep', 'identify.askAgain'] as const) {
      expect(await core.request(name, { foundTokenId: found.id })).toMatchObject({
        ok: false,
        error: { code: 'identify.forgotten' },
      });
    }
  });

  test('until they are forgotten, one or all', async () => {
    const [first] = await identify('claim-zzFAKEclaimCode0001\nclaim-zzFAKEclaimCode0002');
    if (first === undefined) throw new Error('nothing was found');
    await core.must('identify.forget', { foundTokenId: first.id });
    expect(held()).toBe(1);
    await core.must('identify.forget', { foundTokenId: null });
    expect(held()).toBe(0);
  });

  test('until the screen is locked', async () => {
    await identify('claim-zzFAKEclaimCode0001');
    core.lockScreen();
    expect(held()).toBe(0);
  });

  test('until another text is looked at, and a question under way is given up', async () => {
    plex.faults.add({ match: { path: '/api/v2/user' }, action: { hang: true } });
    await core.must('identify.ask', { text: plex.grantToken('robin') });
    expect(await identify('claim-zzFAKEclaimCode0001')).toMatchObject([
      { token: { kind: 'claim' } },
    ]);
  });
});

describe('keeping a found token', () => {
  const keep = async (text: string) => {
    const [found] = await identify(text);
    if (found === undefined) throw new Error('nothing was found');
    return core.request('identify.keep', { foundTokenId: found.id });
  };

  test('puts its account among those here, with its servers', async () => {
    const token = plex.grantToken('robin', { clientIdentifier: 'tv' });
    const kept = await keep(token);
    if (!kept.ok) throw new Error(kept.error.code);
    const { accountId } = kept.value;
    expect(core.snapshot().accounts).toMatchObject([{ id: accountId, username: 'robin' }]);
    const { secret } = await core.must('secret.reveal', { secret: { kind: 'account', accountId } });
    expect(secret).toBe(token);
    await core.waitFor('servers', ({ servers }) => servers.length > 3);
    expect(core.snapshot().identification.tokens).toEqual([]);
  });

  test('gives an account that is here the new token, and it keeps its place', async () => {
    const accountId = await signIn('robin');
    const token = plex.grantToken('robin', { clientIdentifier: 'tv' });
    expect(await keep(token)).toEqual({ ok: true, value: { accountId } });
    expect(core.snapshot().accounts).toHaveLength(1);
    const { secret } = await core.must('secret.reveal', { secret: { kind: 'account', accountId } });
    expect(secret).toBe(token);
  });

  test('changes what is told of another token of the same account', async () => {
    const tokens = ['one', 'two'].map((clientIdentifier) =>
      plex.grantToken('robin', { clientIdentifier }),
    );
    expect(await keep(tokens.join('\n'))).toMatchObject({ ok: true });
    const { tokens: left } = await core.waitFor(
      'identification',
      (state) => state.tokens.length === 1 && state.tokens.every(({ finding }) => isOver(finding)),
    );
    expect(left).toMatchObject([{ finding: { account: { here: { isSameToken: false } } } }]);
  });

  test('is refused for what is no token of an account', async () => {
    await signIn('robin');
    const refusal = { ok: false, error: { code: 'identify.noAccountToken' } };
    expect(await keep('claim-zzFAKEclaimCode0001')).toEqual(refusal);
    expect(await keep(plex.server('Attic').mintTransient(plex.user('robin')))).toEqual(refusal);
    const access = plex.server('Cabin').accessTokenOf(plex.user('robin')) ?? '';
    expect(await keep(access)).toEqual(refusal);
    expect(core.snapshot().accounts).toHaveLength(1);
  });

  test('is refused for a server’s own, also where its device could not be told before', async () => {
    const refusal = { ok: false, error: { code: 'token.ofServer' } };
    const { onlineToken } = plex.server('Attic');
    expect(await keep(onlineToken)).toEqual(refusal);
    plex.faults.add({ match: { path: '/devices.xml' }, times: 2, action: { status: 503 } });
    expect(await keep(onlineToken)).toMatchObject({ error: { code: 'plex.unavailable' } });
    const [found] = core.snapshot().identification.tokens;
    if (found === undefined) throw new Error('forgotten');
    expect(await core.request('identify.keep', { foundTokenId: found.id })).toEqual(refusal);
    expect(core.snapshot().accounts).toEqual([]);
  });

  test('is refused when the token has died meanwhile', async () => {
    const [found] = await identify(plex.grantToken('robin'));
    plex.revokeAll('robin');
    if (found === undefined) throw new Error('nothing was found');
    expect(await core.request('identify.keep', { foundTokenId: found.id })).toMatchObject({
      ok: false,
      error: { code: 'token.rejected' },
    });
    expect(core.snapshot().accounts).toEqual([]);
  });
});
