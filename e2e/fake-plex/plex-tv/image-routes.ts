import { encode } from 'uqr';
import type { Route } from '../http/route.ts';
import type { WireAnswer } from '../http/wire-answer.ts';
import type { FakePin } from '../state/fake-pin.ts';
import type { World } from '../state/world.ts';
import { avatarPng } from './avatar-png.ts';
import { encodePng } from './encode-png.ts';
import { errorAnswer } from './error-answer.ts';

const PIXELS_PER_MODULE = 6;

/** The pictures: a user's avatar, and the QR code of a PIN, which leads to the page where it is approved. */
export function imageRoutes(world: World): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/users/{uuid}/avatar',
      handle: (request) => {
        const user = world.users.find(({ uuid }) => uuid === request.params['uuid']);
        return user === undefined ? errorAnswer(request, 1002) : png(avatarPng(user.uuid));
      },
    },
    {
      method: 'GET',
      path: '/api/v2/pins/qr/{code}',
      handle: (request) => {
        const pin = world.pins.openByCode(request.params['code'] ?? '');
        return pin === undefined
          ? errorAnswer(request, 1020)
          : png(qrPng(`${world.baseUrl}${placeToApprove(pin)}`));
      },
    },
  ];
}

function placeToApprove({ strong, code, identity }: FakePin): string {
  if (!strong) return `/link?pin=${code}`;
  return `/auth#?clientID=${encodeURIComponent(identity.clientIdentifier)}&code=${code}`;
}

function qrPng(text: string): Buffer {
  const { data, size } = encode(text, { border: 4 });
  return encodePng(size * PIXELS_PER_MODULE, (x, y) => {
    const row = data[Math.floor(y / PIXELS_PER_MODULE)];
    return row?.[Math.floor(x / PIXELS_PER_MODULE)] === true ? [0, 0, 0] : [255, 255, 255];
  });
}

function png(body: Buffer): WireAnswer {
  return {
    status: 200,
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'max-age=3600' },
    body,
  };
}
