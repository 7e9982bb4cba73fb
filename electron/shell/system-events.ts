import { app, net, powerMonitor } from 'electron';
import { SECOND_MS } from '../timing.ts';
import type { SystemEvents } from '../ports.ts';
import { createNetworkReturns } from './network-returns.ts';

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
