import { createEffect, createRoot, createSignal } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnnouncer } from './create-announcer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the announcer', () => {
  const copied = 'Transient token of Attic copied to the clipboard.';
  const held = 'Transient token of Attic is on the clipboard and is cleared in 30 seconds.';

  /** Writes down what stands in the region, from the empty one of the start on, and since when. */
  const start = () => {
    const stays: { text: string; from: number }[] = [];
    const beganAt = Date.now();
    const { announce, stop } = createRoot((stop) => {
      const announcer = createAnnouncer();
      createEffect(() => stays.push({ text: announcer.text(), from: Date.now() - beganAt }));
      return { announce: announcer.announce, stop };
    });
    return {
      announce,
      stop,
      now: () => stays.at(-1)?.text,
      said: () => stays.map(({ text }) => text).filter((text) => text !== ''),
      texts: () => stays.map(({ text }) => text),
      stayMs: (index: number) => (stays[index + 1]?.from ?? NaN) - (stays[index]?.from ?? NaN),
      lastSaidAt: () => stays.findLast(({ text }) => text !== '')?.from,
    };
  };

  it('says at once what comes when nothing else is said, and empties the region after', () => {
    const region = start();
    region.announce(copied);
    expect(region.now()).toBe(copied);
    vi.advanceTimersByTime(20_000);
    expect(region.texts()).toEqual(['', copied, '']);
  });

  it('lets two that come in one moment both be read, in their order', () => {
    const region = start();
    region.announce(copied);
    region.announce(held);
    vi.advanceTimersByTime(20_000);
    expect(region.texts()).toEqual(['', copied, '', held, '']);
    expect(region.stayMs(1)).toBeGreaterThanOrEqual(2_000);
    expect(region.stayMs(3)).toBeGreaterThanOrEqual(4_000);
  });

  it.each([
    ['a word', 'Done.', 1_000],
    ['a paragraph', 'A long story. '.repeat(40), 4_000],
  ])('gives %s the time it takes, within bounds', (_, text, stayMs) => {
    const region = start();
    region.announce(text);
    region.announce('Next.');
    vi.advanceTimersByTime(20_000);
    expect(region.stayMs(1)).toBe(stayMs);
  });

  it('says the same again when the first is over, with the region empty for some frames between', () => {
    const region = start();
    region.announce(copied);
    region.announce(copied);
    expect(region.said()).toEqual([copied]);
    vi.advanceTimersByTime(20_000);
    expect(region.texts()).toEqual(['', copied, '', copied, '']);
    expect(region.stayMs(2)).toBeGreaterThanOrEqual(100);
    region.announce(copied);
    expect(region.now()).toBe(copied);
  });

  it('does not make what comes later wait for one that was read already and only stands there', () => {
    const region = start();
    region.announce('Done.');
    vi.advanceTimersByTime(2_000);
    expect(region.now()).toBe('Done.');
    region.announce(copied);
    vi.advanceTimersByTime(200);
    expect(region.now()).toBe(copied);
    vi.advanceTimersByTime(20_000);
    expect(region.texts()).toEqual(['', 'Done.', '', copied, '']);
  });

  it('says once what waits twice, where it came last', () => {
    const region = start();
    for (const text of ['One.', held, 'The clipboard was cleared.', held]) region.announce(text);
    vi.advanceTimersByTime(20_000);
    expect(region.said()).toEqual(['One.', 'The clipboard was cleared.', held]);
  });

  it('says the newest of a burst, not all of it', () => {
    const region = start();
    for (let number = 1; number <= 50; number += 1) {
      region.announce(`Number ${number}. ${'It goes on and on. '.repeat(10)}`);
    }
    vi.advanceTimersByTime(600_000);
    expect(region.said().map((text) => text.split('.')[0])).toEqual([
      'Number 1',
      'Number 47',
      'Number 48',
      'Number 49',
      'Number 50',
    ]);
    expect(region.lastSaidAt()).toBeLessThan(20_000);
  });

  it('does not make an effect that announces run again when the region changes', () => {
    let runs = 0;
    const [title, setTitle] = createSignal('One.');
    const region = start();
    createRoot(() =>
      createEffect(() => {
        runs += 1;
        region.announce(title());
      }),
    );
    vi.advanceTimersByTime(20_000);
    setTitle('Two.');
    vi.advanceTimersByTime(20_000);
    expect(runs).toBe(2);
    expect(region.said()).toEqual(['One.', 'Two.']);
  });

  it('says nothing more when the window is gone', () => {
    const region = start();
    region.announce(copied);
    region.announce(held);
    region.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
