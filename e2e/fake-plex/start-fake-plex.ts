import { randomUUID } from 'node:crypto';
import { dispatchControl } from './control/dispatch-control.ts';
import type { FakePlex } from './fake-plex.ts';
import type { FakePlexOptions } from './state/settings.ts';
import { LoopbackListener } from './http/loopback-listener.ts';
import { requestHandler } from './request-handler.ts';
import { dispatchPlexTv } from './plex-tv/dispatch-plex-tv.ts';
import { blankIdentity } from './state/identity.ts';
import { createWorld } from './create-world.ts';
import { revokeUser } from './state/world.ts';

/**
 * Starts a Plex of invented people on 127.0.0.1: plex.tv (with clients.plex.tv and the browser pages) on one port,
 * each media server on its own. Resolves once all of them answer.
 */
export async function startFakePlex(options: FakePlexOptions = {}): Promise<FakePlex> {
  const world = createWorld(options);
  const plexTv = new LoopbackListener(
    requestHandler('plex', world, dispatchPlexTv(world), dispatchControl(world)),
    options.port ?? 0,
  );
  await plexTv.start();
  world.baseUrl = `http://127.0.0.1:${String(plexTv.port)}`;
  await Promise.all(
    world.servers.filter(({ plan }) => !plan.startsOffline).map((server) => server.start()),
  );

  const user: FakePlex['user'] = (name) => named(world.users, name);
  return {
    baseUrl: world.baseUrl,
    users: world.users,
    servers: world.servers,
    faults: world.faults,
    requests: world.requests,
    clock: world.clock,
    settings: world.settings,
    secrets: world.secrets,
    sessions: world.sessions,
    pins: world.pins,
    signInFailures: world.signInFailures,
    user,
    server: (name) => named(world.servers, name),
    grantToken: (userName, client = {}) =>
      world.sessions.grant(user(userName), { ...blankIdentity('fake-test-client'), ...client })
        .token,
    grantJwt: (userName, client = {}) =>
      world.sessions.grantJwt(user(userName), { ...blankIdentity('fake-test-client'), ...client })
        .token,
    addDevice: (userName, client = {}, ages = { createdDaysAgo: 0, seenDaysAgo: 0 }) =>
      world.sessions.addDevice(user(userName), { ...blankIdentity(randomUUID()), ...client }, ages),
    approvePin: (code, userName) => world.pins.approve(code, user(userName)),
    removeDevices: (userName) => {
      const of = user(userName);
      for (const { id } of world.sessions.devicesOf(of)) world.sessions.removeDevice(of, id);
    },
    revokeAll: (userName) => {
      revokeUser(user(userName), world);
    },
    stop: async () => {
      await Promise.all([plexTv.stop(), ...world.servers.map((server) => server.stop())]);
    },
  };
}

function named<Thing extends { readonly name: string }>(
  things: readonly Thing[],
  name: string,
): Thing {
  const thing = things.find((one) => one.name === name);
  if (thing === undefined) throw new Error(`The fake has nobody and nothing called ${name}`);
  return thing;
}
