import { describe, expect, test } from 'vitest';
import type { ConnectionSummary } from '../../shared/model/server.ts';
import { createPlexClient } from './plex-client.ts';
import { createTestDeps, testTarget } from './testing/test-deps.ts';
import { identityOf, testConnection } from './testing/test-server.ts';
import type { RouteOptions, RouteTarget } from './wire/resources.ts';

/** A race over a network in which every address answers when the test says so. */
const createRace = (server: RouteTarget, known: Partial<Pick<RouteOptions, 'remembered'>> = {}) => {
  const asked = new Map<
    string,
    {
      readonly answer: (response: Response) => void;
      readonly fail: (failure: Error) => void;
      signal: AbortSignal;
    }
  >();
  const inits: (RequestInit | undefined)[] = [];
  const deps = createTestDeps('https://plex.tv', {
    fetch: (input, init) =>
      new Promise((resolve, reject) => {
        const url = String(input instanceof Request ? input.url : input);
        inits.push(init);
        const signal = init?.signal ?? new AbortController().signal;
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        asked.set(url.replace(/\/identity.*$/, ''), {
          answer: resolve,
          fail: reject,
          signal,
        });
      }),
  });
  const log: string[] = [];
  const states: ConnectionSummary['state'][] = [];
  const controller = new AbortController();
  const options = {
    signal: controller.signal,
    remembered: null,
    ...known,
    onConnection: (uri: string, state: ConnectionSummary['state']) => {
      states.push(state);
      log.push(`${new URL(uri).hostname} ${state.kind === 'failed' ? state.reason : state.kind}`);
    },
  };
  const plex = createPlexClient(deps);
  const settle = () => deps.clock.advance(0);
  return {
    log,
    states,
    asked,
    inits,
    controller,
    clock: deps.clock,
    findRoute: () => plex.findRoute(server, options),
    tryConnections: () => plex.tryConnections(server, options),
    prove: async (uri: string) => {
      asked.get(uri)?.answer(Response.json(identityOf('aaaa')));
      await settle();
    },
    fail: async (uri: string, failure: Error = new TypeError('fetch failed')) => {
      asked.get(uri)?.fail(failure);
      await settle();
    },
  };
};

const local = 'https://local.invalid:1';
const localPlain = 'http://local-plain.invalid:1';
const ownPlain = 'http://127.0.0.1:1';
const remote = 'https://remote.invalid:1';
const relay = 'https://relay.invalid:1';
const all = testTarget(
  testConnection(relay, 'relay'),
  testConnection(remote, 'remote'),
  testConnection(localPlain, 'local'),
  testConnection(local, 'local'),
);

/** Whether a promise has settled, without waiting for it. */
const isSettled = async (promise: Promise<unknown>): Promise<boolean> => {
  const pending = Symbol('pending');
  return (await Promise.race([promise, Promise.resolve(pending)])) !== pending;
};

describe('finding a way to a server', () => {
  test('asks every address at once, with identity and without a token', () => {
    const race = createRace(all);
    void race.findRoute();
    expect([...race.asked.keys()]).toEqual([relay, remote, localPlain, local]);
    expect(race.log).toEqual([
      'relay.invalid trying',
      'remote.invalid trying',
      'local-plain.invalid trying',
      'local.invalid trying',
    ]);
    for (const init of race.inits) {
      const headers = new Headers(init?.headers);
      expect(headers.has('X-Plex-Token')).toBe(false);
      expect(headers.get('X-Plex-Client-Identifier')).toMatch(/^7d0c/);
    }
  });

  test('takes the best at once when it answers, and abandons the others', async () => {
    const race = createRace(all);
    const route = race.findRoute();
    await race.prove(local);
    expect(await route).toEqual({
      ok: true,
      value: { uri: local, kind: 'local', version: '1.43.0.1-abc' },
    });
    expect(race.log.slice(4)).toEqual([
      'local.invalid proved',
      'relay.invalid connection.abandoned',
      'remote.invalid connection.abandoned',
      'local-plain.invalid connection.abandoned',
    ]);
    expect(race.asked.get(relay)?.signal.aborted).toBe(true);
    expect(race.clock.pendingCount()).toBe(0);
  });

  test('gives a better address 12 ms once a good one answered, and no more', async () => {
    const race = createRace(all);
    const route = race.findRoute();
    await race.prove(relay);
    await race.clock.advance(11);
    expect(await isSettled(route)).toBe(false);
    await race.clock.advance(1);
    expect(await route).toMatchObject({ value: { uri: relay, kind: 'relay' } });
  });

  test('does not start those 12 ms anew for each answer', async () => {
    const race = createRace(all);
    const route = race.findRoute();
    await race.prove(relay);
    await race.clock.advance(8);
    await race.prove(remote);
    await race.clock.advance(4);
    expect(await route).toMatchObject({ value: { uri: remote } });
  });

  test('decides within those 12 ms as soon as no better address is left', async () => {
    const race = createRace(all);
    const route = race.findRoute();
    await race.prove(remote);
    expect(await isSettled(route)).toBe(false);
    await race.fail(local);
    // Neither the relay nor plain http has answered, and neither could have won.
    expect(await route).toMatchObject({ value: { uri: remote } });
    expect(race.log.slice(-2)).toEqual([
      'relay.invalid connection.abandoned',
      'local-plain.invalid connection.abandoned',
    ]);
  });

  test('prefers local to remote to relay, and https to http of one kind', async () => {
    for (const [first, second, winner] of [
      [ownPlain, local, local],
      [remote, ownPlain, ownPlain],
      [relay, remote, remote],
      [ownPlain, remote, ownPlain],
    ] as const) {
      const race = createRace({
        ...all,
        connections: [...all.connections, testConnection(ownPlain, 'local')],
      });
      const route = race.findRoute();
      await race.prove(first);
      await race.prove(second);
      await race.clock.advance(12);
      expect(await route).toMatchObject({ value: { uri: winner } });
    }
  });

  test('of two equals takes the one that answered first', async () => {
    const twin = 'https://twin.invalid:1';
    const race = createRace(
      testTarget(testConnection(remote, 'remote'), testConnection(twin, 'remote')),
    );
    const route = race.findRoute();
    await race.prove(twin);
    expect(await route).toMatchObject({ value: { uri: twin } });
  });

  test('never asks over http where the server wants https', async () => {
    const race = createRace({ ...all, isHttpsRequired: true });
    const route = race.findRoute();
    expect([...race.asked.keys()]).toEqual([relay, remote, local]);
    for (const uri of [relay, remote, local]) await race.fail(uri);
    expect(await route).toEqual({
      ok: false,
      error: { code: 'server.unreachable', triedCount: 3, untrustedCount: 0 },
    });
  });

  test('tells how many it tried when none answered, and gives up on silence after 5 s', async () => {
    const race = createRace(all);
    const route = race.findRoute();
    await race.fail(local);
    await race.clock.advance(5_000);
    expect(await route).toEqual({
      ok: false,
      error: { code: 'server.unreachable', triedCount: 4, untrustedCount: 0 },
    });
    expect(race.log.slice(4)).toEqual([
      'local.invalid network.offline',
      'relay.invalid network.timeout',
      'remote.invalid network.timeout',
      'local-plain.invalid network.timeout',
    ]);
  });

  test('tells at how many a certificate proved nothing', async () => {
    const race = createRace(
      testTarget(testConnection(relay, 'relay'), testConnection(local, 'local')),
    );
    const route = race.findRoute();
    await race.fail(relay, new Error('net::ERR_CERT_DATE_INVALID'));
    await race.fail(local);
    expect(await route).toEqual({
      ok: false,
      error: { code: 'server.unreachable', triedCount: 2, untrustedCount: 1 },
    });
  });

  test('says so at once when there is no address', async () => {
    const race = createRace(testTarget());
    expect(await race.findRoute()).toEqual({
      ok: false,
      error: { code: 'server.unreachable', triedCount: 0, untrustedCount: 0 },
    });
  });

  test('ends when its caller ends it, with the caller’s reason', async () => {
    const race = createRace(all);
    const route = race.findRoute();
    await race.prove(relay);
    race.controller.abort({ code: 'account.notFound' });
    expect(await route).toEqual({ ok: false, error: { code: 'account.notFound' } });
    expect(race.log.slice(5)).toEqual([
      'remote.invalid connection.abandoned',
      'local-plain.invalid connection.abandoned',
      'local.invalid connection.abandoned',
    ]);
    await race.clock.advance(0);
    expect(race.clock.pendingCount()).toBe(0);
    expect(await race.findRoute()).toEqual({ ok: false, error: { code: 'account.notFound' } });
  });

  test('measures how long an address took, by the clock that never goes back', async () => {
    const race = createRace(testTarget(testConnection(local, 'local')));
    const route = race.findRoute();
    await race.clock.advance(12);
    race.clock.setNow(1_000_000);
    await race.prove(local);
    expect(await route).toMatchObject({ ok: true });
    expect(race.states).toEqual([
      { kind: 'trying' },
      { kind: 'proved', elapsedMs: 12, provedAt: 1_000_000, isFoundByName: false },
    ]);
  });

  test('measures how long one took to fail, and when', async () => {
    const race = createRace(testTarget(testConnection(local, 'local')));
    const route = race.findRoute();
    await race.clock.advance(12);
    const failedAt = race.clock.now();
    await race.fail(local);
    expect(await route).toMatchObject({ ok: false });
    expect(race.states.at(-1)).toEqual({
      kind: 'failed',
      reason: 'network.offline',
      elapsedMs: 12,
      failedAt,
    });
  });
});

describe('an address over plain http, which can be read on the way', () => {
  test('is taken only when every other has failed, however long that takes', async () => {
    const race = createRace(all);
    const route = race.findRoute();
    await race.prove(localPlain);
    await race.clock.advance(4_000);
    expect(await isSettled(route)).toBe(false);
    await race.prove(relay);
    await race.clock.advance(12);
    expect(await route).toMatchObject({ value: { uri: relay } });

    const next = createRace(all);
    const plainRoute = next.findRoute();
    await next.prove(localPlain);
    await next.clock.advance(5_000);
    expect(await plainRoute).toMatchObject({ value: { uri: localPlain } });
  });

  test('does not wait for others of its kind', async () => {
    const other = 'http://other-plain.invalid:1';
    const race = createRace(
      testTarget(testConnection(other, 'remote'), testConnection(localPlain, 'local')),
    );
    const route = race.findRoute();
    await race.prove(other);
    await race.clock.advance(12);
    expect(await route).toMatchObject({ value: { uri: other } });
  });

  test('is not waited with where it served on this network before, when no other did', async () => {
    const race = createRace(all, {
      remembered: { uri: localPlain, passedOver: [local, remote, relay] },
    });
    const route = race.findRoute();
    await race.prove(localPlain);
    expect(await route).toMatchObject({ value: { uri: localPlain } });
  });
});

describe('an address that only the person vouches for', () => {
  const vouchedFor = (uri: string) =>
    ({ ...testConnection(uri, 'local'), addedFor: 'person' }) as const;

  test.each([
    [vouchedFor(ownPlain), testConnection(relay, 'relay'), relay],
    [
      vouchedFor(localPlain),
      testConnection('http://far.invalid:1', 'remote'),
      'http://far.invalid:1',
    ],
    [vouchedFor(ownPlain), testConnection(localPlain, 'local'), ownPlain],
  ])('comes after those of Plex that are as safe: %o, %o', async (added, listed, winner) => {
    const race = createRace(testTarget(added, listed));
    const route = race.tryConnections();
    await race.prove(added.uri);
    await race.prove(listed.uri);
    expect(await route).toMatchObject({ value: { uri: winner } });
  });
});

describe('an address that served on this network before', () => {
  const remembered = { uri: remote, passedOver: [local] };

  test('wins as soon as it proves itself anew, before any other is asked', async () => {
    const race = createRace(all, { remembered });
    const route = race.findRoute();
    expect([...race.asked.keys()]).toEqual([remote]);
    await race.prove(remote);
    expect(await route).toMatchObject({ value: { uri: remote } });
    expect(race.log).toEqual(['remote.invalid trying', 'remote.invalid proved']);
    expect(race.clock.pendingCount()).toBe(0);
  });

  test('has a head start of 50 ms, and loses to a better one that was quicker all the same', async () => {
    const race = createRace(all, { remembered });
    const route = race.findRoute();
    await race.clock.advance(49);
    expect(race.asked.size).toBe(1);
    await race.clock.advance(1);
    expect(race.asked.size).toBe(4);
    await race.prove(local);
    expect(await route).toMatchObject({ value: { uri: local } });
  });

  test('has no head start where its traffic can be read', () => {
    const race = createRace(all, {
      remembered: { uri: localPlain, passedOver: [local, remote, relay] },
    });
    void race.findRoute();
    expect(race.asked.size).toBe(4);
  });

  test('is tried with the others where all are to be tried to their end', () => {
    const race = createRace(all, { remembered });
    void race.tryConnections();
    expect(race.asked.size).toBe(4);
  });

  test('waits a moment for a better one that is new', async () => {
    const race = createRace(all, { remembered: { uri: remote, passedOver: [] } });
    const route = race.findRoute();
    expect([...race.asked.keys()]).toEqual([remote, local]);
    await race.prove(remote);
    expect(await isSettled(route)).toBe(false);
    await race.prove(local);
    expect(await route).toMatchObject({ value: { uri: local } });
  });

  test('is no proof: when it does not answer, the others are raced as ever', async () => {
    const race = createRace(all, { remembered });
    const route = race.findRoute();
    await race.fail(remote);
    await race.prove(relay);
    await race.clock.advance(11);
    expect(await isSettled(route)).toBe(false);
    await race.clock.advance(1);
    expect(await route).toMatchObject({ value: { uri: relay } });
  });
});

describe('trying every address', () => {
  test('waits for all of them, and answers the best', async () => {
    const race = createRace(all);
    const route = race.tryConnections();
    await race.prove(local);
    await race.clock.advance(1_000);
    expect(await isSettled(route)).toBe(false);
    await race.fail(localPlain);
    await race.prove(relay);
    await race.clock.advance(4_000);
    expect(await route).toMatchObject({ value: { uri: local } });
    expect(race.log.slice(4)).toEqual([
      'local.invalid proved',
      'local-plain.invalid network.offline',
      'relay.invalid proved',
      'remote.invalid network.timeout',
    ]);
  });
});
