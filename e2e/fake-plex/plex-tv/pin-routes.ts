import { emptyAnswer } from '../http/empty-answer.ts';
import { plexValue } from '../http/plex-value.ts';
import type { Route } from '../http/route.ts';
import type { WireRequest } from '../http/wire-request.ts';
import { identityOf } from '../state/identity-of.ts';
import type { World } from '../state/world.ts';
import { errorAnswer } from './error-answer.ts';
import { pinAnswer } from './pin-answer.ts';
import { signedIn } from './signed-in.ts';

/**
 * Sign-in by PIN (https://developer.plex.tv/pms/, "Authenticating with Plex"): make one, poll it with the same client
 * identifier, and approve another device's 4-character one (python-plexapi, `link`).
 */
export function pinRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/api/v2/pins',
      handle: (request) => {
        const pin = world.pins.create(identityOf(request), wantsStrong(request));
        return pinAnswer(request, 201, pin, world);
      },
    },
    { method: 'PUT', path: '/api/v2/pins/link', handle: linkHandler(world) },
    {
      method: 'GET',
      path: '/api/v2/pins/{id}',
      handle: (request) => {
        const pin = world.pins.byId(Number(request.params['id']));
        const caller = identityOf(request).clientIdentifier;
        if (pin === undefined || pin.identity.clientIdentifier !== caller) {
          return errorAnswer(request, 1020);
        }
        if (!world.pins.isExpired(pin)) return pinAnswer(request, 200, pin, world);
        return world.settings.expiredPin === 'null'
          ? pinAnswer(request, 200, { ...pin, authToken: null }, world)
          : errorAnswer(request, 1020);
      },
    },
  ];
}

function linkHandler(world: World): Route['handle'] {
  return signedIn(world, (request, { user }) => {
    const code = request.form?.get('code') ?? request.query.get('code') ?? '';
    const isSso = plexValue(request, 'X-Plex-Product') === 'Plex SSO';
    if (code === '' || (world.settings.linksForSsoOnly && !isSso)) {
      return errorAnswer(request, 1004);
    }
    const weak = world.pins.openByCode(code)?.strong === false;
    return weak && world.pins.approve(code, user) ? emptyAnswer(204) : errorAnswer(request, 1020);
  });
}

function wantsStrong(request: WireRequest): boolean {
  const { json } = request;
  const fromJson =
    typeof json === 'object' && json !== null && 'strong' in json ? json.strong : undefined;
  const asked = request.query.get('strong') ?? request.form?.get('strong') ?? fromJson;
  return asked === true || asked === 'true' || asked === '1' || asked === 1;
}
