import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';
import type { Route } from '../http/router.ts';
import type { WireAnswer } from '../http/wire.ts';
import type { FakePin } from '../state/pin-book.ts';
import type { World } from '../state/world.ts';
import { errorAnswer } from './refusals.ts';

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

const SIZE = 128;

/** A picture for a user: hills under a sky, in colours of their own. */
function avatarPng(uuid: string): Buffer {
  const seed = createHash('sha256').update(uuid).digest();
  const hue = (seed.readUInt8(0) / 255) * 360;
  const phase = seed.readUInt8(1) / 20;
  const sunX = 32 + (seed.readUInt8(2) / 255) * 64;
  return encodePng(SIZE, (x, y) => {
    const ridge = 80 + 10 * Math.sin(x / 17 + phase) + 4 * Math.sin(x / 7 + phase * 2);
    const nearRidge = 100 + 8 * Math.sin(x / 23 + phase * 3);
    if (y > nearRidge) return fromHsl(hue, 0.45, 0.24);
    if (y > ridge) return fromHsl(hue, 0.4, 0.38);
    if (Math.hypot(x - sunX, y - 44) < 17) return fromHsl(hue + 40, 0.85, 0.86);
    return fromHsl(hue + 30 * (y / SIZE), 0.55, 0.5 + 0.25 * (y / SIZE));
  });
}

/** CSS Color 4, "HSL to sRGB". */
function fromHsl(hue: number, saturation: number, lightness: number): [number, number, number] {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (offset: number): number => {
    const k = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [part(0), part(8), part(4)];
}

/** Writes a picture of 8-bit red, green and blue as a PNG (https://www.w3.org/TR/png-3/). */
function encodePng(
  size: number,
  pixel: (x: number, y: number) => readonly [number, number, number],
): Buffer {
  const rows = Buffer.alloc(size * (1 + size * 3));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      rows.set(pixel(x, y), y * (1 + size * 3) + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
