import { documentAnswer, xmlAnswer } from '../http/answers.ts';
import type { Route } from '../http/router.ts';
import type { JsonObject, WireAnswer, WireRequest } from '../http/wire.ts';
import { identityOf } from '../state/identity.ts';
import type { Session } from '../state/session-book.ts';
import type { FakeUser } from '../state/users.ts';
import { homeOf, type World } from '../state/world.ts';
import { accountAnswer, thumbOf } from './account-routes.ts';
import { errorAnswer, signedIn } from './refusals.ts';

/**
 * Plex Home: who is in it, and switching to somebody in it (lcharlick/PlexKit and andrey-yantsen/plex-api.rs for v2,
 * python-plexapi for the routes before it). Who is in no Home sees a Home of one.
 */
export function homeRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/v2/home/users',
      handle: signedIn(world, (request, { user }) =>
        documentAnswer(request, 200, 'home', {
          ...homeRecord(user, world),
          users: membersSeenBy(user, world).map((member) => homeUserRecord(member, world)),
        }),
      ),
    },
    {
      method: 'POST',
      path: '/api/v2/home/users/{uuid}/switch',
      handle: signedIn(world, (request, session) => {
        const outcome = switchTo(request, session, world, ({ uuid }) => uuid);
        return typeof outcome === 'number'
          ? errorAnswer(request, outcome)
          : accountAnswer(request, 201, outcome, world, 'user');
      }),
    },
    {
      method: 'GET',
      path: '/api/home/users',
      handle: signedIn(world, (_request, { user }) => oldList(user, world)),
    },
    {
      method: 'POST',
      path: '/api/home/users/{id}/switch',
      handle: signedIn(world, (request, session) => {
        const outcome = switchTo(request, session, world, ({ id }) => String(id));
        return typeof outcome === 'number' ? errorAnswer(request, outcome) : oldUser(outcome);
      }),
    },
  ];
}

function switchTo(
  request: WireRequest,
  session: Session,
  world: World,
  key: (user: FakeUser) => string,
): Session | 1002 | 1003 | 1041 {
  const wanted = request.params['uuid'] ?? request.params['id'];
  const target = membersSeenBy(session.user, world).find((member) => key(member) === wanted);
  if (target === undefined) return 1002;
  const { switchesAllowed, switchWindowSeconds } = world.settings;
  world.homeSwitches.add(session.token);
  if (world.homeSwitches.within(session.token, switchWindowSeconds) > switchesAllowed) return 1003;
  const isOldRoute = request.params['id'] !== undefined;
  // A form was seen with the old route alone (python-plexapi); every client of v2 sends the query.
  const inForm = isOldRoute ? request.form?.get('pin') : undefined;
  const pin = request.query.get('pin') ?? inForm ?? '';
  if (target.homePin !== null && pin !== target.homePin) return 1041;
  return world.sessions.grant(target, identityOf(request));
}

function homeRecord(user: FakeUser, world: World): JsonObject {
  const home = homeOf(user, world);
  const guest = world.users.find(({ name }) => name === home?.guest);
  return {
    id: home?.id ?? user.id,
    name: home?.name ?? '',
    guestUserID: guest?.id ?? null,
    guestUserUUID: guest?.uuid ?? null,
    guestEnabled: guest !== undefined,
    subscription: home !== undefined,
  };
}

function oldList(user: FakeUser, world: World): WireAnswer {
  const users = membersSeenBy(user, world).map((member) => homeUserRecord(member, world));
  return xmlAnswer(200, 'MediaContainer', {
    friendlyName: 'myPlex',
    identifier: 'com.plexapp.plugins.myplex',
    machineIdentifier: 'fake-plex',
    totalSize: users.length,
    size: users.length,
    guestUserID: homeRecord(user, world)['guestUserID'],
    User: users,
  });
}

function oldUser({ user, token }: Session): WireAnswer {
  return xmlAnswer(201, 'user', {
    id: user.id,
    uuid: user.uuid,
    username: user.username,
    title: user.title,
    email: user.email,
    authenticationToken: token,
  });
}

/** A member of a Plex Home (fields after captures in andrey-yantsen/plex-api.rs; `protected` means behind a PIN). */
function homeUserRecord(user: FakeUser, world: World): JsonObject {
  return {
    id: user.id,
    uuid: user.uuid,
    title: user.title,
    username: user.username === '' ? null : user.username,
    email: user.email === '' ? null : user.email,
    friendlyName: user.record['friendlyName'] ?? null,
    thumb: thumbOf(user, world),
    hasPassword: user.password !== null,
    restricted: user.record['restricted'] === undefined ? false : user.record['restricted'],
    restrictionProfile: user.record['restrictionProfile'] ?? null,
    updatedAt: 1_760_000_000,
    admin: user.name === homeOf(user, world)?.admin,
    guest: user.record['guest'] ?? false,
    protected: user.homePin !== null,
  };
}

/** The users of the Home this user is in; somebody in no Home sees only themselves. */
function membersSeenBy(user: FakeUser, world: World): readonly FakeUser[] {
  const home = homeOf(user, world);
  return home === undefined
    ? [user]
    : world.users.filter(({ name }) => home.members.includes(name));
}
