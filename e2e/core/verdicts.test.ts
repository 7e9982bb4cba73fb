import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProfileFiles } from '../../electron/ports.ts';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { makeGate } from '../../electron/testing.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import type { TokenRef, Verdict } from '../../shared/model/token.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreOptions, type CoreUnderTest } from './core-under-test.ts';
import { signInAndList } from './testing/sign-in.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

let plex: FakePlex;
let core: CoreUnderTest;

beforeEach(async () => {
  plex = await startFakePlex();
});
afterEach(async () => {
  await core.usher.close();
  await plex.stop();
});

const start = async (options: Partial<CoreOptions> = {}): Promise<void> => {
  core = await startCore({ plexUrl: plex.baseUrl, ...options });
};
const signIn = (name: string): Promise<AccountId> => signInAndList(core, plex, name);
const serverId = (name: string): ServerId => plex.server(name).machineIdentifier as ServerId;
const access = (accountId: AccountId, name: string): TokenRef => ({
  kind: 'access',
  accountId,
  serverId: serverId(name),
});
/** Asks as a person does, and answers what is known then. */
const ask = async (...tokens: TokenRef[]): Promise<readonly (Verdict | null)[]> =>
  core.usher.services.verdicts.check(tokens, { isAsked: true });
const passBy = async (durationMs: number): Promise<void> => {
  plex.clock.advance(durationMs);
  await core.clock.advance(durationMs);
};
const asked = (path: string): number =>
  plex.requests.list().filter((request) => request.path === path).length;
const account = () => core.snapshot().accounts[0];

describe('the verdict on an account token', () => {
  test.each([
    ['a server in trouble', { status: 503 }, 'plex.unavailable'],
    ['too many questions', { status: 429 }, 'plex.rateLimited'],
    ['a captive portal', { html: true }, 'network.intercepted'],
    ['no network', { reset: true }, 'network.offline'],
  ] as const)('is unknown, and says why, with %s', async (_case, action, reason) => {
    await start();
    const accountId = await signIn('sam');
    plex.faults.add({ match: { host: 'plex' }, action });
    const [verdict] = await ask({ kind: 'account', accountId });
    expect(verdict).toMatchObject({ kind: 'unknown', reason });
    plex.faults.clear();
  });

  test('is unknown, and says why, where no answer comes in time', async () => {
    await start();
    const accountId = await signIn('sam');
    plex.requests.clear();
    plex.faults.add({ match: { path: '/api/v2/user' }, action: { hang: true } });
    const asking = ask({ kind: 'account', accountId });
    await expect.poll(() => asked('/api/v2/user')).toBe(1);
    await core.clock.advance(15_000);
    expect(await asking).toMatchObject([{ kind: 'unknown', reason: 'network.timeout' }]);
    plex.faults.clear();
  });

  test('is not the fault of one door of Plex: the account itself is asked before it is blamed', async () => {
    await start();
    const accountId = await signIn('sam');
    plex.faults.add({ match: { path: '/api/v2/resources' }, action: { status: 401 } });
    expect(await core.request('servers.refresh', { accountId })).toMatchObject({
      error: { code: 'plex.refused', status: 401 },
    });
    expect(account()?.verdict.kind).toBe('valid');
  });

  test('comes at the start, and again after sleep and when the network is back, but not twice in ten minutes', async () => {
    const files = createMemoryProfileFiles();
    const vault = { ...createMemoryVault(), dispose: () => undefined };
    await start({ files, vault });
    await signIn('sam');
    await core.usher.close();
    plex.revokeAll('sam');
    await start({ files, vault });
    await core.usher.settle();
    expect(account()?.verdict.kind).toBe('rejected');

    plex.requests.clear();
    core.returnNetwork();
    core.sleep(5 * minuteMs);
    await core.clock.advance(1_000);
    expect(asked('/api/v2/user')).toBe(0);
    core.sleep(6 * minuteMs);
    await expect.poll(() => asked('/api/v2/user')).toBe(1);
  });

  test('is asked for anew once the network is back, though less than ten minutes have passed', async () => {
    await start();
    const accountId = await signIn('sam');
    plex.faults.add({ match: { host: 'plex' }, action: { reset: true } });
    await ask({ kind: 'account', accountId });
    expect(account()?.verdict.kind).toBe('unknown');
    plex.faults.clear();
    core.returnNetwork();
    await core.waitFor('accounts', ([one]) => one?.verdict.kind === 'valid');
  });

  test('waits as long as Plex asks, even when a person does not want to', async () => {
    await start();
    const accountId = await signIn('sam');
    const headers = { 'Retry-After': '120' };
    plex.faults.add({
      match: { path: '/api/v2/user' },
      times: 1,
      action: { status: 429, headers },
    });
    await ask({ kind: 'account', accountId });
    plex.requests.clear();
    const [verdict] = await ask({ kind: 'account', accountId });
    expect(verdict).toMatchObject({ kind: 'unknown', reason: 'plex.rateLimited' });
    expect(asked('/api/v2/user')).toBe(0);
    await passBy(2 * minuteMs);
    expect((await ask({ kind: 'account', accountId }))[0]?.kind).toBe('valid');
  });

  test('does not wait, where a person asks for it, for others that get no answer', async () => {
    await start();
    const ids = [await signIn('sam'), await signIn('edith'), await signIn('ada')];
    const refs = ids.map((accountId) => ({ kind: 'account', accountId }) as const);
    const wanted = refs.slice(2);
    await passBy(11 * minuteMs);
    await ask(...wanted);
    plex.requests.clear();
    plex.faults.add({ match: { path: '/api/v2/user' }, times: 2, action: { hang: true } });
    const looking = core.usher.services.verdicts.check(refs, { isAsked: false });
    await expect.poll(() => asked('/api/v2/user')).toBe(2);
    expect((await ask(...wanted))[0]?.kind).toBe('valid');
    expect(asked('/api/v2/user')).toBe(3);
    await core.clock.advance(15_000);
    expect((await looking).map((verdict) => verdict?.kind)).toEqual([
      'unknown',
      'unknown',
      'valid',
    ]);
    expect(asked('/api/v2/user')).toBe(3);
  });

  test('is written down when it changes, and not each time it is proved', async () => {
    await start();
    const accountId = await signIn('sam');
    await ask({ kind: 'account', accountId });
    await ask({ kind: 'account', accountId });
    plex.faults.add({ match: { path: '/api/v2/user' }, action: { invalidToken: true } });
    await ask({ kind: 'account', accountId });
    await ask({ kind: 'account', accountId });
    plex.faults.clear();
    await ask({ kind: 'account', accountId });
    const deeds = (await core.must('activity.list', {})).filter(
      ({ what }) => what === 'accountToken',
    );
    expect(deeds.map(({ kind }) => kind)).toEqual(['proved', 'rejected', 'signedIn']);
  });
});

describe('the verdict on an access token', () => {
  test('is what its server says, and touches no other token', async () => {
    await start();
    const accountId = await signIn('robin');
    const [attic, cabin] = await ask(access(accountId, 'Attic'), access(accountId, 'Cabin'));
    expect([attic?.kind, cabin?.kind]).toEqual(['valid', 'valid']);
    plex.faults.add({ match: { host: 'Cabin', path: '/' }, action: { status: 401 } });
    expect((await ask(access(accountId, 'Cabin')))[0]?.kind).toBe('rejected');
    expect(account()?.verdict.kind).toBe('valid');
    const [again] = await ask(access(accountId, 'Attic'));
    expect(again?.kind).toBe('valid');
  });

  test('is given on the new one where plex.tv has one by now', async () => {
    await start();
    const accountId = await signIn('robin');
    await ask(access(accountId, 'Cabin'));
    plex.server('Cabin').renewAccessToken(plex.user('robin'));
    expect((await ask(access(accountId, 'Cabin')))[0]?.kind).toBe('valid');
  });

  test('that was rejected is told as good again in the activity, also where plex.tv has a new token by then', async () => {
    await start();
    const accountId = await signIn('robin');
    const cabin = access(accountId, 'Cabin');
    plex.faults.add({ match: { host: 'Cabin', path: '/' }, action: { status: 401 } });
    expect((await ask(cabin))[0]?.kind).toBe('rejected');
    plex.faults.clear();
    await passBy(60_000);
    plex.server('Cabin').renewAccessToken(plex.user('robin'));
    expect((await ask(cabin))[0]?.kind).toBe('valid');
    const deeds = (await core.must('activity.list', {})).filter(
      ({ what }) => what === 'accessToken',
    );
    expect(deeds.map(({ kind }) => kind)).toEqual(['proved', 'rejected']);
  });

  test('is unknown while the server is away, refuses for another reason, or something else answers', async () => {
    await start();
    const accountId = await signIn('robin');
    const cabin = access(accountId, 'Cabin');
    plex.faults.add({ match: { host: 'Cabin', path: '/' }, action: { status: 403 } });
    expect((await ask(cabin))[0]).toMatchObject({ kind: 'unknown', reason: 'server.refused' });
    plex.faults.clear();
    plex.faults.add({ match: { host: 'Cabin', path: '/' }, action: { html: true } });
    expect((await ask(cabin))[0]).toMatchObject({ kind: 'unknown', reason: 'network.intercepted' });
    plex.faults.clear();
    await plex.server('Cabin').stop();
    expect((await ask(cabin))[0]).toMatchObject({ kind: 'unknown', reason: 'server.unreachable' });
  });

  test('is not asked for where plex.tv says that the server is off, unless a person asks', async () => {
    await start();
    const accountId = await signIn('robin');
    plex.requests.clear();
    await core.must('verdicts.check', { tokens: [access(accountId, "Granny's")], isAsked: false });
    expect(plex.requests.list()).toEqual([]);
  });

  test('of forty servers at once makes no storm: one server at a time, and none twice', async () => {
    await start();
    const accountId = await signIn('wren');
    const servers = core.snapshot().servers[0]?.servers ?? [];
    expect(servers.length).toBeGreaterThanOrEqual(40);
    plex.requests.clear();
    const tokens = servers.map(({ id }) => ({ kind: 'access', accountId, serverId: id }) as const);
    await Promise.all([
      core.must('verdicts.check', { tokens, isAsked: false }),
      core.must('verdicts.check', { tokens, isAsked: false }),
    ]);
    const proofs = plex.requests.list().filter(({ path }) => path === '/');
    expect(new Set(proofs.map(({ host }) => host)).size).toBe(proofs.length);
    expect(asked('/api/v2/resources')).toBeLessThanOrEqual(1);
    plex.requests.clear();
    await core.must('verdicts.check', { tokens, isAsked: false });
    expect(plex.requests.list()).toEqual([]);
  });
});

describe('the verdict on a transient token', () => {
  const mint = async (accountId: AccountId, name: string): Promise<TokenRef> => {
    const { id } = await core.mint({ accountId, serverId: serverId(name) });
    return { kind: 'transient', tokenId: id };
  };

  test('is valid from minting on, and rejected once its server was restarted', async () => {
    await start();
    const token = await mint(await signIn('robin'), 'Cabin');
    expect(core.snapshot().tokens[0]?.verdict.kind).toBe('valid');
    expect((await ask(token))[0]?.kind).toBe('valid');
    await plex.server('Cabin').restart();
    const verdict = { kind: 'rejected', because: 'serverRestarted' };
    expect((await ask(token))[0]).toMatchObject(verdict);
    expect(core.snapshot().tokens[0]?.verdict).toMatchObject(verdict);
    expect(account()?.verdict.kind).toBe('valid');
  });

  test('tells a restart from a server that is no longer shared', async () => {
    await start();
    const accountId = await signIn('robin');
    const token = await mint(accountId, 'Cabin');
    await plex.server('Cabin').restart();
    plex.faults.add({ match: { host: 'Cabin', path: '/' }, action: { status: 401 } });
    expect((await ask(token))[0]).toMatchObject({ kind: 'rejected', because: 'accessEnded' });
  });

  test('is unknown, as is the access token, while their server wants to be left alone', async () => {
    await start();
    const accountId = await signIn('robin');
    const tokens = [await mint(accountId, 'Cabin'), access(accountId, 'Cabin')];
    expect((await ask(...tokens)).map((verdict) => verdict?.kind)).toEqual(['valid', 'valid']);
    const headers = { 'Retry-After': '3600' };
    plex.faults.add({
      match: { host: 'Cabin', path: '/' },
      times: 1,
      action: { status: 429, headers },
    });
    await ask(...tokens.slice(0, 1));
    plex.requests.clear();
    const unknown = { kind: 'unknown', reason: 'plex.rateLimited' };
    expect(await ask(...tokens)).toMatchObject([unknown, unknown]);
    expect(plex.requests.list()).toEqual([]);
  });

  test('is asked for of a server that said nothing, though plex.tv wants to be left alone', async () => {
    const files = createMemoryProfileFiles();
    const vault = { ...createMemoryVault(), dispose: () => undefined };
    await start({ files, vault });
    const accountId = await signIn('robin');
    const token = await mint(accountId, 'Cabin');
    await core.usher.close();
    await start({ files, vault });
    const headers = { 'Retry-After': '3600' };
    plex.faults.add({ match: { host: 'plex' }, action: { status: 429, headers } });
    expect((await ask(access(accountId, 'Cabin')))[0]).toMatchObject({
      kind: 'unknown',
      reason: 'plex.rateLimited',
    });
    plex.requests.clear();
    expect((await ask(token))[0]?.kind).toBe('valid');
    expect(asked('/')).toBe(1);
  });

  test('takes one question about the access token, however many died with their server', async () => {
    await start();
    const accountId = await signIn('robin');
    const tokens = [];
    for (let count = 0; count < 3; count += 1) tokens.push(await mint(accountId, 'Cabin'));
    await plex.server('Cabin').restart();
    plex.requests.clear();
    const verdict = { kind: 'rejected', because: 'serverRestarted' };
    expect(await ask(...tokens)).toMatchObject([verdict, verdict, verdict]);
    const shown = plex.requests
      .list()
      .filter(({ path }) => path === '/')
      .map(({ headers }) => headers['x-plex-token']);
    expect(shown).toHaveLength(4);
    expect(new Set(shown).size).toBe(4);
  });

  test('is found at the next start, and remembered from then on without asking', async () => {
    const files = createMemoryProfileFiles();
    const vault = { ...createMemoryVault(), dispose: () => undefined };
    await start({ files, vault });
    await mint(await signIn('robin'), 'Attic');
    await core.usher.close();
    await plex.server('Attic').restart();
    await start({ files, vault });
    await core.usher.settle();
    await core.waitFor('tokens', ([one]) => one?.verdict.kind === 'rejected');
    await core.usher.close();
    await plex.server('Attic').stop();
    await start({ files, vault });
    expect(core.snapshot().tokens[0]?.verdict).toMatchObject({
      kind: 'rejected',
      because: 'serverRestarted',
    });
  });

  test('comes by itself within an hour and a half of the restart', async () => {
    await start();
    await mint(await signIn('robin'), 'Attic');
    await core.usher.settle();
    await core.clock.advance(1_000);
    await plex.server('Attic').restart();
    const rejected = core.waitFor('tokens', ([one]) => one?.verdict.kind === 'rejected');
    for (let step = 0; step < 18; step += 1) await passBy(10 * minuteMs);
    await rejected;
  });
});

describe('keeping tokens alive', () => {
  const notedAt = async (): Promise<string | undefined> => {
    const index = await core.files.read('index.json');
    return index.ok ? /"lastPingedAt": ?(\d+)/.exec(index.value ?? '')?.[1] : undefined;
  };

  test('plex.tv is told once a day that a token is in use, also over a restart, and not at all when that is off', async () => {
    const files = createMemoryProfileFiles();
    const vault = { ...createMemoryVault(), dispose: () => undefined };
    await start({ files, vault });
    await signIn('sam');
    await core.usher.settle();
    await expect.poll(() => asked('/api/v2/ping')).toBe(1);
    const day = async (): Promise<void> => {
      for (let hour = 0; hour < 25; hour += 1) await passBy(hourMs);
    };
    await expect.poll(notedAt).toBeDefined();
    const first = await notedAt();
    await day();
    await expect.poll(() => asked('/api/v2/ping')).toBe(2);
    await expect.poll(notedAt).not.toBe(first);
    // Plex tells its time in whole seconds: right after a ping, that may lie a moment ahead for the next run.
    await passBy(minuteMs);
    await core.usher.close();
    await start({ files, vault, clock: core.clock });
    await core.usher.settle();
    await passBy(hourMs / 2);
    expect(asked('/api/v2/ping')).toBe(2);
    await core.must('settings.update', { isKeepAliveOn: false });
    await day();
    expect(asked('/api/v2/ping')).toBe(2);
  });

  test('a ping that is turned away is looked into before the token is blamed', async () => {
    await start();
    await signIn('sam');
    plex.faults.add({ match: { path: '/api/v2/ping' }, action: { status: 401 } });
    await core.usher.settle();
    await expect.poll(() => asked('/api/v2/ping')).toBe(1);
    await core.clock.advance(100);
    expect(account()?.verdict.kind).toBe('valid');
  });

  test.each([401, 404, 410])(
    'a ping that is refused with %i says nothing of the token, and comes again the next day only',
    async (status) => {
      await start();
      await signIn('sam');
      plex.faults.add({ match: { path: '/api/v2/ping' }, action: { status } });
      await core.usher.settle();
      await expect.poll(notedAt).toBeDefined();
      for (let step = 0; step < 12; step += 1) await passBy(10 * minuteMs);
      expect(account()?.verdict.kind).toBe('valid');
      expect(asked('/api/v2/ping')).toBe(1);
    },
  );

  test.each([
    ['trouble at Plex', { status: 503 }],
    ['a page', { html: true }],
    ['nothing', { reset: true }],
  ] as const)(
    'a ping that is answered with %s says nothing of the token, and comes again soon',
    async (_case, action) => {
      await start();
      await signIn('sam');
      const told = new Set<Verdict['kind'] | undefined>();
      core.usher.events.subscribe(() => told.add(account()?.verdict.kind));
      plex.faults.add({ match: { path: '/api/v2/ping' }, action });
      await core.usher.settle();
      await expect.poll(() => asked('/api/v2/ping')).toBe(1);
      for (let step = 0; step < 12; step += 1) await passBy(10 * minuteMs);
      await expect.poll(() => asked('/api/v2/ping')).toBeGreaterThan(1);
      expect([...told]).toEqual(['valid']);
    },
  );

  test('is left alone after a ping too, where Plex wants to be', async () => {
    await start();
    const accountId = await signIn('sam');
    const headers = { 'Retry-After': '7200' };
    plex.faults.add({ match: { path: '/api/v2/ping' }, action: { status: 429, headers } });
    await core.usher.settle();
    await expect.poll(() => asked('/api/v2/ping')).toBe(1);
    for (let step = 0; step < 6; step += 1) await passBy(10 * minuteMs);
    expect(asked('/api/v2/ping')).toBe(1);
    plex.requests.clear();
    await ask({ kind: 'account', accountId });
    expect(plex.requests.list()).toEqual([]);
  });
});

describe('a notification', () => {
  test('tells once that an account needs a new sign-in, and leads to it', async () => {
    const files = createMemoryProfileFiles();
    const vault = { ...createMemoryVault(), dispose: () => undefined };
    await start({ files, vault });
    await core.usher.settle();
    const accountId = await signIn('sam');
    plex.revokeAll('sam');
    await ask({ kind: 'account', accountId });
    await core.clock.advance(10_000);
    await ask({ kind: 'account', accountId });
    await core.clock.advance(10_000);
    expect(core.notifications.map(({ title }) => title)).toEqual(['Sign in to sam again']);
    core.notifications[0]?.click();
    expect(core.snapshot().wanted?.view).toEqual({ view: 'account', accountId });
    await core.clock.advance(60_000);
    expect(core.snapshot().wanted).toBeNull();
    for (const { value } of plex.secrets.list()) {
      expect(JSON.stringify(core.notifications)).not.toContain(value);
    }
    await core.usher.close();
    await start({ files, vault });
    await core.usher.settle();
    await core.clock.advance(10_000);
    expect(core.notifications).toEqual([]);
    // Signed in anew, it may fail anew.
    await signIn('sam');
    plex.revokeAll('sam');
    await ask({ kind: 'account', accountId });
    await core.clock.advance(10_000);
    expect(core.notifications).toHaveLength(1);
  });

  test('tells also of an account whose failure is written down while another is told of', async () => {
    const memory = createMemoryProfileFiles();
    const gate = makeGate();
    let isSlow = false;
    const files: ProfileFiles = {
      ...memory,
      write: async (name, text) => {
        if (isSlow && name === 'index.json') await gate.pass();
        return memory.write(name, text);
      },
    };
    await start({ files });
    await core.usher.settle();
    const [sam, edith] = [await signIn('sam'), await signIn('edith')];
    for (const name of ['sam', 'edith']) plex.revokeAll(name);
    await ask({ kind: 'account', accountId: sam });
    isSlow = true;
    const asking = ask({ kind: 'account', accountId: edith });
    await gate.reached;
    await core.clock.advance(10_000);
    gate.open();
    expect(await asking).toMatchObject([{ kind: 'rejected' }]);
    await expect.poll(() => core.notifications).toHaveLength(1);
    await core.clock.advance(10_000);
    await expect
      .poll(() => core.notifications.map(({ title }) => title))
      .toEqual(['Sign in to sam again', 'Sign in to Edith again']);
    await core.clock.advance(10_000);
    expect(core.notifications).toHaveLength(2);
  });

  test('counts accounts that fail together, and comes not at all when they are off', async () => {
    await start();
    await core.usher.settle();
    const ids = [await signIn('sam'), await signIn('edith'), await signIn('ada')];
    const refs = ids.map((accountId) => ({ kind: 'account', accountId }) as const);
    for (const name of ['sam', 'edith', 'ada']) plex.revokeAll(name);
    await ask(...refs);
    await core.clock.advance(10_000);
    expect(core.notifications.map(({ title }) => title)).toEqual(['3 accounts need attention']);
    await core.must('settings.update', { isNotifying: false });
    await signIn('sam');
    plex.revokeAll('sam');
    await ask({ kind: 'account', accountId: ids[0] ?? ('' as AccountId) });
    await core.clock.advance(10_000);
    expect(core.notifications).toHaveLength(1);
  });
});
