import { createHash } from 'node:crypto';
import { encodePng } from './encode-png.ts';

const SIZE = 128;

/** A picture for a user: hills under a sky, in colours of their own. */
export function avatarPng(uuid: string): Buffer {
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
