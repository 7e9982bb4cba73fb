import { beforeEach, describe, expect, test } from 'vitest';
import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import { testConnection } from '../../plex/testing/test-server.ts';
import type { Route, WireServer } from '../../plex/wire/resources.ts';
import { createMemoryProfileFiles } from '../../storage/profile/memory-profile-files.ts';
import { createTestClock, type TestClock } from '../../testing.ts';
import { openKeptServers, type KeptServers } from './kept-servers.ts';
import { createRouteMemory, type RouteMemory } from './server-routes.ts';

const accountId = 'account-1' as AccountId;
const hourMs = 3_600_000;
const local = 'https://local.invalid:1';
const plain = 'http://plain.invalid:1';
const remote = 'https://remote.invalid:1';
const relay = 'https://relay.invalid:1';

const server: WireServer = {
  id: 'aaaa' as ServerId,
  name: 'Attic',
  version: null,
  platform: null,
  platformVersion: null,
  device: null,
  isOwned: true,
  isHome: false,
  ownerName: null,
  isOnline: true,
  lastSeenAt: null,
  createdAt: null,
  publicAddress: null,
  isHttpsRequired: false,
  hasDnsRebindingProtection: false,
  connections: [
    testConnection(relay, 'relay'),
    testConnection(remote, 'remote'),
    testConnection(plain, 'local'),
    testConnection(local, 'local'),
  ],
};
const route = (uri: string): Route => ({ uri, kind: 'remote', version: null });

let files: ReturnType<typeof createMemoryProfileFiles>;
let clock: TestClock;
let kept: KeptServers;
let memory: RouteMemory;
let network: string | null;

const open = async (): Promise<void> => {
  const opened = await openKeptServers(
    files,
    () => clock.now(),
    () => Promise.resolve(false),
  );
  if (!opened.ok) throw new Error(opened.error.code);
  kept = opened.value;
  memory = createRouteMemory({ kept, clock, currentNetwork: () => network });
};
const keepServers = (servers: readonly WireServer[]): Promise<void> =>
  kept.keep({ accountId, refreshedAt: clock.now(), servers });

beforeEach(async () => {
  files = createMemoryProfileFiles();
  clock = createTestClock();
  network = 'home';
  await open();
  await keepServers([server]);
});

describe('the way to a server', () => {
  test('is recalled on the network it served on, with the better ones that did not', async () => {
    await memory.remember(accountId, server, route(remote));
    expect(memory.recall(accountId, server)).toMatchObject({ uri: remote, passedOver: [local] });
    network = 'café';
    expect(memory.recall(accountId, server)).toBeNull();
    await memory.remember(accountId, server, route(relay));
    expect(memory.recall(accountId, server)).toMatchObject({
      uri: relay,
      passedOver: [remote, local],
    });
    network = 'home';
    expect(memory.recall(accountId, server)).toMatchObject({ uri: remote });
  });

  test('is recalled after a restart, and after the list was asked for anew', async () => {
    await memory.remember(accountId, server, route(remote));
    await open();
    await keepServers([server]);
    expect(memory.recall(accountId, server)).toMatchObject({ uri: remote });
  });

  test('is forgotten with the server, and with the account', async () => {
    await memory.remember(accountId, server, route(remote));
    await keepServers([]);
    await keepServers([server]);
    expect(memory.recall(accountId, server)).toBeNull();
    await memory.remember(accountId, server, route(remote));
    await kept.forget(accountId);
    expect(await files.read('servers.json')).not.toMatchObject({
      value: expect.stringContaining(remote) as string,
    });
  });

  test('counts no longer once the server has another address', async () => {
    await memory.remember(accountId, server, route(remote));
    const moved = { ...server, connections: [testConnection(local, 'local')] };
    expect(memory.recall(accountId, moved)).toBeNull();
  });

  test('gives the better ones their chance again after a day, whatever was used meanwhile', async () => {
    await memory.remember(accountId, server, route(remote));
    clock.setNow(clock.now() + 23 * hourMs);
    await memory.remember(accountId, server, route(remote));
    expect(memory.recall(accountId, server)).not.toBeNull();
    clock.setNow(clock.now() + hourMs);
    expect(memory.recall(accountId, server)).toBeNull();
    await memory.remember(accountId, server, route(remote));
    expect(memory.recall(accountId, server)).toMatchObject({ uri: remote });
    clock.setNow(clock.now() - hourMs);
    expect(memory.recall(accountId, server)).toBeNull();
  });

  test('gives way to a better one at once', async () => {
    await memory.remember(accountId, server, route(remote));
    await memory.remember(accountId, server, route(local));
    expect(memory.recall(accountId, server)).toMatchObject({ uri: local, passedOver: [] });
  });

  test('is kept for the last eight networks', async () => {
    for (let index = 0; index < 10; index += 1) {
      network = `network ${index}`;
      clock.setNow(clock.now() + 1);
      await memory.remember(accountId, server, route(remote));
    }
    const known = Array.from({ length: 10 }, (_, index) => {
      network = `network ${index}`;
      return memory.recall(accountId, server) !== null;
    });
    expect(known).toEqual([false, false, ...Array<boolean>(8).fill(true)]);
  });

  test('is not kept without a network, nor for an account of this session only', async () => {
    network = null;
    await memory.remember(accountId, server, route(remote));
    network = 'home';
    const other = 'session-only' as AccountId;
    await memory.remember(other, server, route(remote));
    expect(memory.recall(accountId, server)).toBeNull();
    expect(memory.recall(other, server)).toBeNull();
  });
});
