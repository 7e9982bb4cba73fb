import { crowdServers } from '../data/crowd-servers.ts';
import { demoHomes } from '../data/demo-homes.ts';
import { demoServers } from '../data/demo-servers.ts';
import { demoUsers } from '../data/demo-users.ts';
import type { FakePlexOptions } from '../fake-plex-options.ts';
import { FaultList } from '../faults/fault-list.ts';
import { requestHandler } from '../http/request-handler.ts';
import { dispatchMediaServer } from '../media-server/dispatch-media-server.ts';
import { MediaServer } from '../media-server/media-server.ts';
import type { ServerPlan } from '../media-server/server-plan.ts';
import { answerDelays } from './answer-delays.ts';
import { AttemptCounter } from './attempt-counter.ts';
import { defaultSettings } from './default-settings.ts';
import { FakeClock } from './fake-clock.ts';
import type { FakeUser } from './fake-user.ts';
import { PinBook } from './pin-book.ts';
import { RequestLog } from './request-log.ts';
import { SecretLedger } from './secret-ledger.ts';
import { seedDevices } from './seed-devices.ts';
import { SessionBook } from './session-book.ts';
import type { World } from './world.ts';

/** The world as it is before anything has been asked of it; no port is open yet. */
export function createWorld(options: FakePlexOptions): World {
  const { port = 0, now = Date.now, settings, answerDelay } = options;
  const clock = new FakeClock(now);
  const secrets = new SecretLedger();
  const current = { ...defaultSettings(), ...settings };
  const sessions = new SessionBook(clock, secrets, current);
  const users = demoUsers(secrets);
  const servers: MediaServer[] = [];
  const crowd: MediaServer[] = [];
  const world: World = {
    clock,
    settings: current,
    secrets,
    sessions,
    pins: new PinBook(clock, sessions, current),
    signInFailures: new AttemptCounter(clock),
    homeSwitches: new AttemptCounter(clock),
    faults: new FaultList(),
    requests: new RequestLog(),
    nextAnswerDelayMs: answerDelays(answerDelay),
    users,
    homes: demoHomes(),
    servers,
    crowd,
    baseUrl: '',
  };
  const build = (plan: ServerPlan, serverPort: number): MediaServer =>
    new MediaServer(plan, peopleOf(plan, users), world, serverPort, (server) =>
      requestHandler(server.name, world, dispatchMediaServer(server, world), null),
    );
  demoServers().forEach((plan, index) => {
    servers.push(build(plan, port === 0 ? 0 : port + 1 + index));
  });
  crowd.push(...crowdServers().map((plan) => build(plan, 0)));
  seedDevices(world);
  return world;
}

function peopleOf(
  plan: ServerPlan,
  users: readonly FakeUser[],
): { readonly owner: FakeUser; readonly guests: readonly FakeUser[] } {
  const owner = users.find(({ name }) => name === plan.owner);
  if (owner === undefined) throw new Error(`${plan.name} has no owner called ${plan.owner}`);
  const guests = users.filter(({ name }) => plan.sharedWith.some(({ user }) => user === name));
  return { owner, guests };
}
