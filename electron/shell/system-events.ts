import { app, net, powerMonitor } from 'electron';
import type { ScreenLock, SystemEvents } from '../ports.ts';
import { createNetworkReturns } from '../process/network-returns.ts';
import { SECOND_MS } from '../timing.ts';
import { watchLinuxScreenLock } from './linux-screen-lock.ts';

// Electron tells whether there is a network, but has no event for it outside of a page.
const lookEveryMs = 10 * SECOND_MS;

/** Sleep and waking up, the network's return, and Usher's own return to the front. */
export const systemEvents: SystemEvents = {
  watch: ({ onSuspend, onResume, onNetworkReturn, onFocus }) => {
    const returns = createNetworkReturns(() => net.isOnline());
    const timer = setInterval(() => {
      if (returns.look()) onNetworkReturn();
    }, lookEveryMs);
    const wakeUp = (): void => {
      returns.wakeUp();
      // Just after waking up the network of before may still be told as there.
      timer.refresh();
      onResume();
    };
    powerMonitor.on('suspend', onSuspend);
    powerMonitor.on('resume', wakeUp);
    app.on('browser-window-focus', onFocus);
    return () => {
      powerMonitor.off('suspend', onSuspend);
      powerMonitor.off('resume', wakeUp);
      app.off('browser-window-focus', onFocus);
      clearInterval(timer);
    };
  },
};

/** Calls back whenever the screen is locked or unlocked, until the answer is called. */
export function watchScreen(onChange: (isLocked: boolean) => void): () => void {
  const onLocked = (): void => onChange(true);
  const onUnlocked = (): void => onChange(false);
  powerMonitor.on('lock-screen', onLocked);
  powerMonitor.on('unlock-screen', onUnlocked);
  const stopWatchingBus =
    process.platform === 'linux' ? watchLinuxScreenLock(onChange, process.env) : null;
  return () => {
    powerMonitor.off('lock-screen', onLocked);
    powerMonitor.off('unlock-screen', onUnlocked);
    stopWatchingBus?.();
  };
}

/** The screen being locked, or the computer put to sleep. */
export const screenLock: ScreenLock = {
  watch: (onLocked) => {
    powerMonitor.on('suspend', onLocked);
    const stopWatching = watchScreen((isLocked) => {
      if (isLocked) onLocked();
    });
    return () => {
      powerMonitor.off('suspend', onLocked);
      stopWatching();
    };
  },
};
