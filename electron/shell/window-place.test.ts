import { describe, expect, it } from 'vitest';
import { placeFor } from './window-place.ts';

const main = { x: 0, y: 24, width: 1920, height: 1056 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const kept = (change: object = {}): string =>
  JSON.stringify({ x: 200, y: 100, width: 900, height: 600, isMaximized: false, ...change });

describe('the place of a window', () => {
  it.each([
    ['nothing was kept', null],
    ['what was kept is cut short', '{"x":20'],
    ['it holds no numbers', kept({ width: '900' })],
    ['it is something else', '[]'],
    ['it is nothing', 'null'],
  ])('is the middle of the screen, in the first size, where %s', (_, text) => {
    expect(placeFor(text, [main])).toEqual({
      position: null,
      width: 1080,
      height: 720,
      isMaximized: false,
    });
  });

  it('is the one it had, on whichever screen', () => {
    expect(placeFor(kept(), [main])).toEqual({
      position: { x: 200, y: 100 },
      width: 900,
      height: 600,
      isMaximized: false,
    });
    expect(placeFor(kept({ x: 2000, isMaximized: true }), [main, second])).toMatchObject({
      position: { x: 2000, y: 100 },
      isMaximized: true,
    });
  });

  it.each([
    ['the screen is gone', { x: 2000 }],
    ['its upper edge would lie above the screen', { y: 0 }],
    ['its upper edge would lie below the screen', { y: 1070 }],
    ['too little of it would be seen to drag it by', { x: -850 }],
  ])('is the middle of the screen where %s, in the size it had', (_, change) => {
    expect(placeFor(kept(change), [main])).toMatchObject({
      position: null,
      width: 900,
      height: 600,
    });
  });

  it('is no larger than the screen, and no smaller than a window can be', () => {
    expect(placeFor(kept({ width: 4000, height: 3000 }), [main])).toMatchObject({
      width: 1920,
      height: 1056,
    });
    expect(placeFor(kept({ width: 10, height: -5 }), [main])).toMatchObject({
      width: 320,
      height: 480,
    });
  });
});
