import { describe, expect, test } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import type { Clipboard } from '../ports.ts';
import { createTestClock } from '../testing.ts';
import { createClipboardGuard } from './clipboard-guard.ts';
import { createEventBus } from './event-bus.ts';

/** A clipboard that takes what it is given as long as it obeys. */
const createTextClipboard = (isObeying = () => true) => {
  let text = '';
  const write = (next: string) => {
    if (isObeying()) text = next;
    return Promise.resolve(ok(null));
  };
  const clipboard: Clipboard = {
    isThere: () => true,
    read: () => Promise.resolve(ok(text)),
    write,
    writeSecret: async (secret) => {
      await write(secret);
      return ok({ isKeptFromHistory: false });
    },
    clear: () => write(''),
  };
  return {
    clipboard,
    text: () => text,
    /** As another program does. */
    set: (next: string) => {
      text = next;
    },
  };
};

/** Wayland lets only who is in front change the clipboard; to everybody else it does as if it had. */
const startBehind = async () => {
  let isInFront = true;
  const { clipboard, text, set } = createTextClipboard(() => isInFront);
  const clock = createTestClock();
  const events = createEventBus();
  const guard = createClipboardGuard({
    clipboard,
    screenLock: { watch: () => () => undefined },
    clock,
    events,
    clearAfterMs: () => 30_000,
  });
  await guard.put({ secret: 's3cret', label: 'Attic', what: 'transientToken', form: 'raw' });
  isInFront = false;
  const told: unknown[] = [];
  events.subscribe(({ clipboard }) => void told.push(clipboard));
  return {
    ...{ guard, clock, told },
    clipboardText: text,
    comeToFront: () => {
      isInFront = true;
      guard.tryAgain();
    },
    copyElsewhere: set,
  };
};

describe('a clipboard that ignores being cleared while the window is not in front', () => {
  test('is told as not cleared once its time is over, and is cleared when the window comes to the front', async () => {
    const { guard, clock, told, clipboardText, comeToFront } = await startBehind();
    await clock.advance(30_000);
    expect(clipboardText()).toBe('s3cret');
    const still = { kind: 'holding', failure: 'clipboard.notCleared', remainingMs: 0 };
    expect(guard.state()).toMatchObject(still);
    // Tried again quietly: it is no news.
    await clock.advance(20_000);
    expect(told).toEqual([expect.objectContaining(still)]);
    // Whoever waits for its end does not wait for the front: there may be no window any more.
    await guard.untilOver();
    comeToFront();
    await clock.advance(0);
    expect(clipboardText()).toBe('');
    expect(guard.state()).toEqual({ kind: 'empty' });
    expect(clock.pendingCount()).toBe(0);
  });

  test('is told as not cleared to who presses Clear now, kept or not, and tried again from then on', async () => {
    const { guard, clock, clipboardText, comeToFront } = await startBehind();
    guard.keep();
    expect(await guard.clear()).toEqual(err({ code: 'clipboard.notCleared' }));
    expect(guard.state()).toMatchObject({ failure: 'clipboard.notCleared', remainingMs: 0 });
    comeToFront();
    await clock.advance(0);
    expect(clipboardText()).toBe('');
  });

  test('is left alone once something else was copied, or it is to be kept after all', async () => {
    const { guard, clock, clipboardText, comeToFront, copyElsewhere } = await startBehind();
    await clock.advance(30_000);
    guard.keep();
    expect(guard.state()).toMatchObject({ failure: null, remainingMs: null });
    comeToFront();
    await clock.advance(10_000);
    expect(clipboardText()).toBe('s3cret');
    copyElsewhere('a shopping list');
    expect(await guard.clear()).toEqual(ok(null));
    expect(guard.state()).toEqual({ kind: 'empty' });
    expect(clipboardText()).toBe('a shopping list');
  });

  test('that comes to the front before its time keeps its countdown', async () => {
    const { guard, clock, clipboardText, comeToFront } = await startBehind();
    await clock.advance(10_000);
    comeToFront();
    await clock.advance(1_000);
    expect(clipboardText()).toBe('s3cret');
    expect(guard.state()).toMatchObject({ failure: null, remainingMs: 19_000 });
  });
});

test('what is copied while the last copy is being cleared is not cleared with it', async () => {
  let answer = (): void => undefined;
  const { clipboard, text } = createTextClipboard();
  const clock = createTestClock();
  const guard = createClipboardGuard({
    clipboard: {
      ...clipboard,
      // As Electron's, it takes a while from 44 on.
      read: () => {
        const read = text();
        return new Promise((resolve) => (answer = () => resolve(ok(read))));
      },
    },
    screenLock: { watch: () => () => undefined },
    clock,
    events: createEventBus(),
    clearAfterMs: () => 30_000,
  });
  const copied = { label: 'Attic', what: 'transientToken', form: 'raw' } as const;
  await guard.put({ ...copied, secret: 'old' });
  await clock.advance(30_000);
  const copying = guard.put({ ...copied, secret: 'new' });
  await clock.advance(0);
  answer();
  await clock.advance(0);
  answer();
  await copying;
  expect(text()).toBe('new');
  expect(guard.state()).toMatchObject({ kind: 'holding', remainingMs: 30_000 });
});

test('the screen is watched once for all copies, until nothing is left to clear', async () => {
  const locks = new Set<() => void>();
  let watchCount = 0;
  const { clipboard, text } = createTextClipboard();
  const clock = createTestClock();
  const guard = createClipboardGuard({
    clipboard,
    screenLock: {
      watch: (onLocked) => {
        watchCount += 1;
        locks.add(onLocked);
        return () => locks.delete(onLocked);
      },
    },
    clock,
    events: createEventBus(),
    clearAfterMs: () => 30_000,
  });
  const copied = { label: 'Attic', what: 'transientToken', form: 'raw' } as const;
  await guard.put({ ...copied, secret: 'first' });
  await guard.put({ ...copied, secret: 'second' });
  expect([watchCount, locks.size]).toEqual([1, 1]);
  for (const lock of locks) lock();
  await clock.advance(0);
  expect(text()).toBe('');
  expect(locks.size).toBe(0);
  await guard.put({ ...copied, secret: 'third' });
  expect([watchCount, locks.size]).toEqual([2, 1]);
});

test('once it is closed nothing is put there any more, and what was being put can be cleared', async () => {
  let write = (): void => undefined;
  const { clipboard, text } = createTextClipboard();
  const guard = createClipboardGuard({
    clipboard: {
      ...clipboard,
      writeSecret: (secret) =>
        new Promise((resolve) => {
          write = () => void clipboard.writeSecret(secret).then(resolve);
        }),
    },
    screenLock: { watch: () => () => undefined },
    clock: createTestClock(),
    events: createEventBus(),
    clearAfterMs: () => 30_000,
  });
  const copied = { label: 'Attic', what: 'transientToken', form: 'raw' } as const;
  const copying = guard.put({ ...copied, secret: 'on its way' });
  const closing = guard.close();
  await Promise.resolve();
  write();
  await Promise.all([copying, closing]);
  expect(guard.isTimed()).toBe(true);
  expect(await guard.put({ ...copied, secret: 'too late' })).toMatchObject({ ok: false });
  expect(text()).toBe('on its way');
});
