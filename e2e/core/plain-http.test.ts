import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import { makeGate } from '../../electron/testing.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import type { PersonQuestion } from '../../shared/model/person-question.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInAndList, signInWithPassword } from './testing/sign-in.ts';

const host = 'attic.invalid';

let secureGate: ReturnType<typeof makeGate> | null = null;
let unencrypted: string[] = [];

/** As if the name were another computer's, and led to this one; and as if Attic answered over TLS, in its own time. */
const fetchAcross: typeof fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  const { hostname, pathname, search } = new URL(url);
  if (hostname.endsWith('.plex.direct')) {
    await secureGate?.pass();
    return fetch(`${plex.server('Attic').url}${pathname}${search}`, init);
  }
  if (hostname === host) unencrypted.push(pathname);
  return fetch(url.replace(`//${host}:`, '//127.0.0.1:'), init);
};

let plex: FakePlex;
let core: CoreUnderTest;
let accountId: AccountId;
let questions: PersonQuestion[];
let isConfirmed: boolean;
let files: ReturnType<typeof createMemoryProfileFiles>;
let vault: ReturnType<typeof createMemoryVault>;
const start = (): Promise<CoreUnderTest> =>
  startCore({
    plexUrl: plex.baseUrl,
    fetch: fetchAcross,
    files,
    vault,
    confirms: (question) => {
      questions.push(question);
      return Promise.resolve(isConfirmed);
    },
  });

beforeEach(async () => {
  files = createMemoryProfileFiles();
  vault = createMemoryVault();
  questions = [];
  isConfirmed = true;
  plex = await startFakePlex();
  plex.server('Attic').connections = [{ kind: 'named', host, local: true }];
  core = await start();
  accountId = await signInAndList(core, plex, 'robin');
  plex.requests.clear();
});
afterEach(() => plex.stop());

const attic = () => ({ accountId, serverId: plex.server('Attic').machineIdentifier as ServerId });
const uri = (): string => `http://${host}:${String(plex.server('Attic').port)}`;
const insecure = () => ({ ok: false, error: { code: 'server.insecure', uri: uri() } });
const source = () => ({
  ...attic(),
  source: `server://${attic().serverId}`,
  refresh: false,
  transientTokenId: null,
});
const tokensSent = (): readonly string[] =>
  plex.requests
    .list()
    .filter(({ host: at, token }) => at === 'Attic' && token !== 'none')
    .map(({ path }) => path);

describe('a token', () => {
  test('goes over plain http only once the person has allowed that server', async () => {
    expect(await core.request('server.copyToken', { ...attic(), mode: 'reuse' })).toEqual(
      insecure(),
    );
    expect(await core.request('server.askSource', source())).toEqual(insecure());
    expect(tokensSent()).toEqual([]);
    expect(questions).toEqual([]);

    isConfirmed = false;
    expect(await core.request('server.allowPlainHttp', { ...attic(), isAllowed: true })).toEqual({
      ok: false,
      error: { code: 'question.declined' },
    });
    expect(questions).toEqual([
      { kind: 'plainHttp', serverName: 'Attic', hosts: [new URL(uri()).host] },
    ]);
    expect(await core.request('server.copyToken', { ...attic(), mode: 'new' })).toEqual(insecure());
    expect(tokensSent()).toEqual([]);

    isConfirmed = true;
    await core.must('server.allowPlainHttp', { ...attic(), isAllowed: true });
    expect(core.snapshot().settings.insecureServerIds).toEqual([attic().serverId]);
    expect(Object.keys(core.snapshot().settings.insecureSince)).toEqual([attic().serverId]);
    await core.mint(attic());
    await core.must('server.askSource', source());
    expect(tokensSent()).toEqual(['/security/token', '/security/resources']);
  });

  test('may still do so after a restart, and no longer once that is taken back', async () => {
    await core.must('server.allowPlainHttp', { ...attic(), isAllowed: true });
    await core.must('server.allowPlainHttp', { ...attic(), isAllowed: true });
    expect(questions).toHaveLength(1);
    core = await start();
    expect(core.snapshot().settings.insecureServerIds).toEqual([attic().serverId]);
    await core.mint(attic());
    await core.must('server.allowPlainHttp', { ...attic(), isAllowed: false });
    expect(await core.request('server.copyToken', { ...attic(), mode: 'new' })).toEqual(insecure());
  });

  test('does so only while nothing secure answers, however slowly', async () => {
    const { connections } = plex.server('Attic');
    const secure = { kind: 'secure', address: '127.0.0.1', port: 9, local: false } as const;
    plex.server('Attic').connections = [...connections, secure];
    await core.must('servers.refresh', { accountId });
    await core.must('server.allowPlainHttp', { ...attic(), isAllowed: true });
    secureGate = makeGate();
    unencrypted = [];
    const minted = core.request('server.copyToken', { ...attic(), mode: 'new' });
    await core.waitFor('servers', ({ servers }) =>
      servers.some((one) => one.connections.some(({ state }) => state.kind === 'proved')),
    );
    await core.clock.advance(100);
    secureGate.open();
    expect(await minted).toMatchObject({ ok: true });
    expect(unencrypted).toEqual(['/identity']);
  });

  test.each([
    [
      'a server that wants https by now',
      (): void => void (plex.server('Attic').settings.httpsRequired = true),
    ],
    [
      'an address that Plex lists no more',
      (): void => void (plex.server('Attic').connections = []),
    ],
  ])('goes not to %s, though the list of the last run says otherwise', async (_what, change) => {
    await core.must('server.allowPlainHttp', { ...attic(), isAllowed: true });
    change();
    core = await start();
    expect(await core.request('server.copyToken', { ...attic(), mode: 'new' })).toMatchObject({
      ok: false,
      error: { code: 'server.unreachable' },
    });
    expect(tokensSent()).toEqual([]);
  });

  test('needs no leave to stay on this computer, and goes there first', async () => {
    plex.server('Attic').connections = [
      { kind: 'named', host, local: true },
      { kind: 'live', local: false },
    ];
    await core.must('servers.refresh', { accountId });
    await core.mint(attic());
    const [list] = core.snapshot().servers;
    const server = list?.servers.find(({ name }) => name === 'Attic');
    expect(server).toMatchObject({
      routeUri: plex.server('Attic').url,
      connections: [
        { uri: uri(), isSecure: false, isExposed: true },
        { uri: plex.server('Attic').url, isSecure: false, isExposed: false },
      ],
    });
  });

  test('is allowed for no server that is not there', async () => {
    const serverId = 'nobody' as ServerId;
    expect(
      await core.request('server.allowPlainHttp', { accountId, serverId, isAllowed: true }),
    ).toMatchObject({ ok: false, error: { code: 'server.notFound' } });
    expect(questions).toEqual([]);
    expect(core.snapshot().settings.insecureServerIds).not.toContain(serverId);
  });

  test('is never sent to ask who is there, however often the addresses are tried', async () => {
    await core.request('server.tryConnections', attic());
    expect(plex.requests.list().length).toBeGreaterThan(0);
    expect(tokensSent()).toEqual([]);
  });
});

describe('the way to a server', () => {
  test('that served on a network is kept for it without a secret, and shown at the next start there', async () => {
    let network = 'home';
    const kept = createMemoryProfileFiles();
    const again = (): Promise<CoreUnderTest> =>
      startCore({
        plexUrl: plex.baseUrl,
        files: kept,
        vault,
        currentNetwork: () => network,
      });
    const routeOf = (running: CoreUnderTest): string | null | undefined =>
      running.snapshot().servers[0]?.servers.find(({ name }) => name === 'Loft')?.routeUri;

    core = await again();
    accountId = await signInWithPassword(core, plex, 'robin');
    const serverId = plex.server('Loft').machineIdentifier as ServerId;
    await core.mint({ accountId, serverId });
    await core.usher.close();

    expect(routeOf(await again())).toBe(plex.server('Loft').url);
    network = 'café';
    expect(routeOf(await again())).toBeNull();
    const written = await kept.read('servers.json');
    for (const { value } of plex.secrets.list()) {
      expect(JSON.stringify(written)).not.toContain(value);
    }
  });

  test('tells the version the server itself gave, which plex.tv may not know yet', async () => {
    await core.must('server.tryConnections', {
      accountId,
      serverId: plex.server('Loft').machineIdentifier as ServerId,
    });
    const loft = core.snapshot().servers[0]?.servers.find(({ name }) => name === 'Loft');
    expect(loft?.version).toBe(plex.server('Loft').version);
  });
});
