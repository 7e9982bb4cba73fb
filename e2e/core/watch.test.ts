import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { VerdictChange } from '../../electron/core/verdicts/verdict-changes.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createRunningClock } from '../../electron/testing.ts';
import type { Destination } from '../../shared/model/destination.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { err } from '../../shared/result.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreOptions, type CoreUnderTest } from './core-under-test.ts';
import { createCountedFetch } from './testing/counted-fetch.ts';
import { createMemoryDestinations } from './testing/memory-destinations.ts';
import { signInAndList, signInWithPassword } from './testing/sign-in.ts';

const hourMs = 3_600_000;
const stepMs = hourMs / 2;
const dayMs = 24 * hourMs;
const env: Destination = { format: 'env', path: '/srv/.env', key: 'plex_token' };

let plex: FakePlex;
let core: CoreUnderTest;
let robin: AccountId;
let changes: VerdictChange[];
let isKeychainLocked: boolean;
let readCount: number;
let parts: CoreOptions;
let counted: ReturnType<typeof createCountedFetch>;

beforeEach(async () => {
  plex = await startFakePlex();
  counted = createCountedFetch();
  changes = [];
  [isKeychainLocked, readCount] = [false, 0];
  const memory = createMemoryVault();
  const clock = createRunningClock();
  parts = {
    ...{ plexUrl: plex.baseUrl, clock, fetch: counted.fetch },
    files: createMemoryProfileFiles(),
    destinations: createMemoryDestinations(() => clock.now()),
    confirms: () => Promise.resolve(true),
    vault: {
      ...memory,
      dispose: () => undefined,
      get: (key) => {
        readCount += 1;
        return isKeychainLocked
          ? Promise.resolve(err({ code: 'vault.locked' } as const))
          : memory.get(key);
      },
    },
  };
  core = await startCore(parts);
  robin = await signInAndList(core, plex, 'robin');
  const added = await core.usher.services.appTokens.add(
    { accountId: robin, name: 'Kometa', serverId: null, destinations: [env] },
    { kind: 'person', isConfirmed: true },
  );
  expect(added).toMatchObject({ ok: true, value: { unwritten: [] } });
  await restart();
});
afterEach(async () => {
  await core.usher.close();
  await plex.stop();
});

const keep = () =>
  core.usher.services.lookout.keep((change) => {
    changes.push(change);
    return Promise.resolve(true);
  });
/** As another process would, on the same profile. */
async function restart(): Promise<void> {
  await core.usher.close();
  core = await startCore(parts);
  plex.requests.clear();
}
/** Puts all clocks forward, a look at a time. */
async function passBy(durationMs: number): Promise<void> {
  for (let passedMs = 0; passedMs < durationMs; passedMs += stepMs) {
    plex.clock.advance(stepMs);
    await core.clock.advance(stepMs, counted.idle);
  }
}
const begin = async (): Promise<void> => {
  expect(await keep()).toEqual({ ok: true, value: null });
  await core.clock.advance(2_000, counted.idle);
};
const told = (): readonly string[] =>
  changes.map(
    ({ kind, account, server, app, destination, from, to }) =>
      `${kind} ${(destination?.path ?? app?.name ?? server?.name) || account.title}: ${from} → ${to}`,
  );

describe('the calm schedule', () => {
  test('asks in a month no more than it says, and tells nothing when nothing happens', async () => {
    await begin();
    plex.requests.clear();
    const days = 30;
    await passBy(days * dayMs);
    const counts = new Map<string, number>();
    for (const { host, method, path, headers } of plex.requests.list()) {
      const who = headers['x-plex-product'] === 'Usher' ? 'Usher' : 'the program';
      const kind = `${who}: ${method} ${host} ${path}`;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    // A look may come as late as 36 minutes after it is due.
    const every = (hours: number) => ({
      least: Math.floor((days * 24) / (hours + 0.6)),
      most: Math.ceil((days * 24) / hours),
    });
    // The account token is proved every three hours, every other time by the list of its servers.
    const promised: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
      'Usher: GET plex /api/v2/user': every(6),
      'Usher: GET plex /api/v2/resources': every(6),
      'Usher: GET plex /api/v2/ping': every(24),
      'the program: GET plex /api/v2/user': every(6),
      ...Object.fromEntries(
        ['Attic', 'Cabin', 'Old Barn', 'Loft'].flatMap((server) => [
          [`Usher: GET ${server} /`, every(6)],
          // An address is tried before a token goes there, and some servers have two.
          [`Usher: GET ${server} /identity`, { ...every(6), most: 2 * every(6).most }],
        ]),
      ),
    };
    expect([...counts.keys()].sort()).toEqual(Object.keys(promised).sort());
    for (const [kind, { least, most }] of Object.entries(promised)) {
      expect.soft(counts.get(kind), kind).toBeGreaterThanOrEqual(least);
      expect.soft(counts.get(kind), kind).toBeLessThanOrEqual(most);
    }
    expect(told()).toEqual([]);
  }, 120_000);

  test('asks plex.tv hardly more where a window is open on the same profile', async () => {
    await begin();
    const window = await startCore(parts);
    await window.usher.settle();
    window.usher.follow();
    await passBy(stepMs);
    plex.requests.clear();
    const days = 4;
    await passBy(days * dayMs);
    await window.usher.close();
    const asked = (wanted: string): number =>
      plex.requests.list().filter(({ path }) => path === wanted).length;
    // Each may go ahead of the other now and then; asking for itself, it would ask as often again.
    // The account token, and the app token as the program.
    const alone = (days * 24) / 3 + (days * 24) / 6;
    expect(asked('/api/v2/user') + asked('/api/v2/resources')).toBeLessThanOrEqual(1.75 * alone);
  });

  test('sends no ping where the person does not want one', async () => {
    await core.must('settings.update', { isKeepAliveOn: false });
    await begin();
    await passBy(2 * dayMs);
    expect(plex.requests.list().filter(({ path }) => path === '/api/v2/ping')).toEqual([]);
  });

  test('a keychain that does not answer is tried once a look, and everything is asked about once it does', async () => {
    isKeychainLocked = true;
    await begin();
    const seen: string[] = [];
    core.usher.events.subscribe(({ vault }) => {
      if (vault !== undefined) seen.push(vault.kind);
    });
    readCount = 0;
    await passBy(6 * hourMs);
    expect(readCount).toBeGreaterThanOrEqual(9);
    expect(readCount).toBeLessThanOrEqual(15);
    expect(plex.requests.list()).toEqual([]);
    isKeychainLocked = false;
    await passBy(hourMs);
    expect(seen).toEqual(['ready']);
    expect(plex.requests.list().map(({ path }) => path)).toContain('/api/v2/resources');
    expect(plex.requests.list().map(({ host }) => host)).toContain('Attic');
  });
});

describe('a change', () => {
  const service = () => core.usher.services.appTokens;
  const tokenOfApp = async (): Promise<string> => {
    const [app] = service().summaries();
    const token = app === undefined ? null : await service().token(app.id);
    return token?.ok === true ? token.value : '';
  };

  test.each([
    [
      'an account token',
      () => plex.faults.add({ match: { host: 'plex' }, action: { invalidToken: true } }),
      'account robin: valid → rejected',
      'account robin: rejected → valid',
    ],
    [
      'an access token',
      () => plex.faults.add({ match: { host: 'Attic', path: '/' }, action: { status: 401 } }),
      'server Attic: valid → rejected',
      'server Attic: rejected → valid',
    ],
    [
      'a file',
      () => core.destinations.put('/srv/.env#plex_token', 'zzFAKEzzOTHERzzTOKEN'),
      'destination /srv/.env: upToDate → changed',
      'destination /srv/.env: changed → upToDate',
    ],
  ] as const)(
    'of %s is told once, over restarts too, and so is its end',
    async (what, break_, bad, good) => {
      const token = await tokenOfApp();
      await begin();
      break_();
      await passBy(dayMs);
      const isOfAccount = what === 'an account token';
      expect(told().filter((one) => !isOfAccount || one.startsWith('account'))).toEqual([bad]);
      await restart();
      await begin();
      await passBy(dayMs);
      plex.faults.clear();
      core.destinations.put('/srv/.env#plex_token', token);
      await passBy(2 * dayMs);
      expect(told().filter((one) => !isOfAccount || one.startsWith('account'))).toEqual([
        bad,
        good,
      ]);
      expect(
        plex.secrets.list().filter(({ value }) => JSON.stringify(changes).includes(value)),
      ).toEqual([]);
    },
  );

  test('of a dead account token is told, it is asked about once a day, and a new sign-in is a change too', async () => {
    await begin();
    plex.revokeAll('robin');
    await passBy(dayMs);
    plex.requests.clear();
    await passBy(3 * dayMs);
    const asked = (wantedHost: string, wantedPath: string): number =>
      plex.requests.list().filter(({ host, path }) => host === wantedHost && path === wantedPath)
        .length;
    // Its servers are asked about their tokens, which may bring new ones; then the account is asked before it is blamed.
    expect(asked('Attic', '/')).toBeLessThanOrEqual(3);
    expect(asked('plex', '/api/v2/resources')).toBeLessThanOrEqual(3);
    // The account token, the app token that died with it, and that question.
    expect(asked('plex', '/api/v2/user')).toBeLessThanOrEqual(3 * 3);
    await signInWithPassword(core, plex, 'robin');
    await core.clock.advance(5_000, counted.idle);
    expect(told().filter((one) => one.startsWith('account'))).toEqual([
      'account robin: valid → rejected',
      'account robin: rejected → valid',
    ]);
  });

  test('of an app token is told with its program and its account', async () => {
    await begin();
    plex.sessions.signOut(await tokenOfApp());
    await passBy(dayMs);
    expect(changes).toMatchObject([
      {
        ...{ kind: 'app', app: { name: 'Kometa' }, account: { title: 'robin' } },
        ...{ from: 'valid', to: 'rejected', reason: 'token.rejected' },
      },
    ]);
  });

  test('is none while there is no network for some hours, and what can’t be asked for a day is told once', async () => {
    await begin();
    counted.hasNetwork = false;
    await passBy(20 * hourMs);
    expect(told()).toEqual([]);
    await passBy(2 * dayMs);
    expect([...told()].sort()).toEqual([
      'account robin: valid → unknown',
      'app Kometa: valid → unknown',
      'server Attic: valid → unknown',
      'server Cabin: valid → unknown',
      'server Loft: valid → unknown',
      'server Old Barn: valid → unknown',
    ]);
    expect(changes[0]?.reason).toBe('network.offline');
    changes = [];
    counted.hasNetwork = true;
    core.returnNetwork();
    await passBy(hourMs);
    expect(told().filter((one) => one.endsWith('unknown → valid'))).toHaveLength(6);
  });

  test('that was cut short is told at the next start', async () => {
    const { lookout } = core.usher.services;
    await lookout.keep((change) => {
      changes.push(change);
      return Promise.resolve(false);
    });
    await core.clock.advance(2_000, counted.idle);
    core.destinations.put('/srv/.env#plex_token', 'zzFAKEzzOTHERzzTOKEN');
    await passBy(stepMs);
    await restart();
    await begin();
    expect(told().slice(-1)).toEqual(['destination /srv/.env: upToDate → changed']);
    changes = [];
    await restart();
    await begin();
    expect(told()).toEqual([]);
  });

  test('that a window finds on the same profile is told by whoever watches', async () => {
    await begin();
    const window = await startCore(parts);
    plex.faults.add({ match: { path: '/api/v2/user' }, action: { invalidToken: true } });
    await window.usher.services.verdicts.check([{ kind: 'account', accountId: robin }], {
      isAsked: true,
    });
    await core.clock.advance(5_000, counted.idle);
    await window.usher.close();
    expect(told()).toEqual(['account robin: valid → rejected']);
    expect(window.notifications).toEqual([]);
  });
});

test('two do not watch one profile, and the next can once the first has ended', async () => {
  await begin();
  const other = await startCore(parts);
  const watching = await other.usher.services.lookout.keep(() => Promise.resolve(true));
  expect(watching).toMatchObject({ error: { code: 'profile.watched' } });
  const once = await other.usher.services.lookout.once(() => Promise.resolve(true));
  expect(once).toMatchObject({ error: { code: 'profile.watched' } });
  await other.usher.close();
  await restart();
  await begin();
});
