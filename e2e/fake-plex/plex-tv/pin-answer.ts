import { documentAnswer } from '../http/document-answer.ts';
import type { WireAnswer } from '../http/wire-answer.ts';
import type { WireRequest } from '../http/wire-request.ts';
import type { FakePin } from '../state/fake-pin.ts';
import type { World } from '../state/world.ts';

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
export function pinAnswer(
  request: WireRequest,
  status: number,
  pin: FakePin,
  world: World,
): WireAnswer {
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
