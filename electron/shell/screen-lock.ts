import { powerMonitor } from 'electron';
import { watchLinuxScreenLock } from '../clipboard/watch-linux-screen-lock.ts';
import type { ScreenLock } from '../ports.ts';

/** The screen being locked, or the computer put to sleep. */
export const screenLock: ScreenLock = {
  watch: (onLocked) => {
    powerMonitor.on('suspend', onLocked);
    powerMonitor.on('lock-screen', onLocked);
    const stopWatchingBus =
      process.platform === 'linux' ? watchLinuxScreenLock(onLocked, process.env) : null;
    return () => {
      powerMonitor.off('suspend', onLocked);
      powerMonitor.off('lock-screen', onLocked);
      stopWatchingBus?.();
    };
  },
};
