import { Message, sessionBus, Variant, type MessageBus } from '@jellybrick/dbus-next';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  startKeyringSession,
  type KeyringSession,
} from '../storage/keychain/testing/keyring-session.ts';
import { watchLinuxScreenLock } from './linux-screen-lock.ts';
import { watchTrayHost } from './tray-host.ts';

describe.runIf(process.platform === 'linux')('On the session bus', () => {
  let session: KeyringSession;
  let bus: MessageBus;
  beforeEach(async () => {
    session = await startKeyringSession('noService');
    bus = sessionBus({ busAddress: session.env['DBUS_SESSION_BUS_ADDRESS'] ?? '' });
  });
  afterEach(async () => {
    bus.disconnect();
    await session.stop();
  });

  test.each([
    ['org.freedesktop.ScreenSaver', '/org/freedesktop/ScreenSaver'],
    ['org.gnome.ScreenSaver', '/org/gnome/ScreenSaver'],
  ])(
    'a screen that is locked and unlocked is heard of from %s, until it ends',
    async (name, path) => {
      const say = (isActive: boolean): void =>
        bus.send(Message.newSignal(path, name, 'ActiveChanged', 'b', [isActive]));
      const onChange = vi.fn();
      const stop = watchLinuxScreenLock(onChange, session.env);
      // Said until it is listened to.
      await vi.waitFor(
        () => {
          say(true);
          expect(onChange).toHaveBeenCalledWith(true);
        },
        { timeout: 20_000 },
      );
      onChange.mockClear();
      say(false);
      await expect.poll(() => onChange.mock.calls).toContainEqual([false]);
      stop();
      onChange.mockClear();
      say(true);
      await bus.requestName('org.example.SaidAfterIt', 0);
      expect(onChange).not.toHaveBeenCalled();
    },
  );

  test('a tray is told of when there is one, when it goes, and when it comes back', async () => {
    const watcher = 'org.kde.StatusNotifierWatcher';
    let hasHost = false;
    bus.addMethodHandler((call) => {
      if (call.path !== '/StatusNotifierWatcher') return false;
      bus.send(Message.newMethodReturn(call, 'v', [new Variant('b', hasHost)]));
      return true;
    });
    const told: boolean[] = [];
    const stop = watchTrayHost((isThere) => told.push(isThere), {
      platform: 'linux',
      env: session.env,
    });
    await expect.poll(() => told).toEqual([false]);
    // Its panel is still being built.
    await bus.requestName(watcher, 0);
    hasHost = true;
    bus.send(Message.newSignal('/StatusNotifierWatcher', watcher, 'StatusNotifierHostRegistered'));
    await expect.poll(() => told).toEqual([false, true]);
    await bus.releaseName(watcher);
    await expect.poll(() => told).toEqual([false, true, false]);
    await bus.requestName(watcher, 0);
    await expect.poll(() => told).toEqual([false, true, false, true]);
    stop();
    await bus.releaseName(watcher);
    await bus.requestName('org.example.SaidAfterIt', 0);
    expect(told).toHaveLength(4);
  });
});

test('without a bus there is nothing to hear, and no tray', async () => {
  const told: boolean[] = [];
  const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/bus' };
  const stop = watchTrayHost((isThere) => told.push(isThere), { platform: 'linux', env });
  await expect.poll(() => told).toEqual([false]);
  stop();
});
