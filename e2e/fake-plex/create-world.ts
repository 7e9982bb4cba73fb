import { demoDevices } from './data/demo-devices.ts';
import { demoUsers } from './data/demo-users.ts';
import { demoHomes } from './data/homes.ts';
import { manyPeople, manyServers } from './data/many.ts';
import { crowdServers, demoServers } from './data/servers.ts';
import { dispatchMediaServer } from './media-server/routes.ts';
import { requestHandler } from './request-handler.ts';
import { answerDelays } from './state/answer-delays.ts';
import { FakeClock } from './state/fake-clock.ts';
import { FaultList } from './state/fault-list.ts';
import { MediaServer, type ServerPlan } from './state/media-server.ts';
import { PinBook } from './state/pin-book.ts';
import { AttemptCounter, RequestLog } from './state/request-log.ts';
import { SecretLedger } from './state/secret-ledger.ts';
import { SessionBook } from './state/session-book.ts';
import { defaultSettings, type FakePlexOptions } from './state/settings.ts';
import type { FakeUser } from './state/users.ts';
import type { World } from './state/world.ts';

/** The world as it is before anything has been asked of it; no port is open yet. */
export function createWorld(options: FakePlexOptions): World {
  const { port = 0, now = Date.now, settings, answerDelay } = options;
  const { many = { people: 0, serversEach: 0 } } = options;
  const clock = new FakeClock(now);
  const secrets = new SecretLedger();
  const current = { ...defaultSettings(), ...settings };
  const sessions = new SessionBook(clock, secrets, current);
  const users = [...demoUsers(secrets), ...manyPeople(many, secrets)];
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
  crowd.push(...[...crowdServers(), ...manyServers(many)].map((plan) => build(plan, 0)));
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

/** Gives some users the devices they begin with. */
function seedDevices(world: World): void {
  for (const { user: owner, identity, ...ages } of demoDevices()) {
    const user = world.users.find(({ name }) => name === owner);
    if (user !== undefined) world.sessions.addDevice(user, identity, ages);
  }
}
