import { documentAnswer, emptyAnswer } from '../http/answers.ts';
import type { Route } from '../http/router.ts';
import { plexValue, type WireAnswer, type WireRequest } from '../http/wire.ts';
import { identityOf } from '../state/identity.ts';
import type { FakePin } from '../state/pin-book.ts';
import type { World } from '../state/world.ts';
import { errorAnswer, signedIn } from './refusals.ts';

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

/** Where the caller is taken to be: nowhere real. */
const LOCATION = {
  code: 'NZ',
  european_union_member: false,
  continent_code: 'OC',
  country: 'New Zealand',
  city: 'Dunedin',
  time_zone: 'Pacific/Auckland',
  postal_code: '9016',
  in_privacy_restricted_country: false,
  in_privacy_restricted_region: false,
  subdivisions: 'Otago',
  coordinates: '0.0, 0.0',
};

/** A PIN as plex.tv tells it (captures in andrey-yantsen/plex-api.rs; `product` is "0" when the caller named none). */
function pinAnswer(request: WireRequest, status: number, pin: FakePin, world: World): WireAnswer {
  const left = Math.round((pin.expiresAt - world.clock.now()) / 1000);
  return documentAnswer(request, status, 'pin', {
    id: pin.id,
    code: pin.code,
    product: pin.identity.product === '' ? '0' : pin.identity.product,
    trusted: false,
    qr: `${world.baseUrl}/api/v2/pins/qr/${pin.code}`,
    clientIdentifier: pin.identity.clientIdentifier,
    location: LOCATION,
    expiresIn: Math.max(0, left),
    createdAt: isoSeconds(pin.createdAt),
    expiresAt: isoSeconds(pin.expiresAt),
    authToken: pin.authToken,
    newRegistration: pin.authToken === null ? null : false,
  });
}

function isoSeconds(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
