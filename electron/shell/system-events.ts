import { net, powerMonitor } from 'electron';
import { SECOND_MS } from '../durations.ts';
import type { SystemEvents } from '../ports.ts';

// Electron tells whether there is a network, but has no event for it outside of a page.
const lookEveryMs = 10 * SECOND_MS;

/** Sleep and waking up, and the network's return. */
export const systemEvents: SystemEvents = {
  watch: ({ onSuspend, onResume, onNetworkReturn }) => {
    powerMonitor.on('suspend', onSuspend);
    powerMonitor.on('resume', onResume);
    let wasOnline = net.isOnline();
    const timer = setInterval(() => {
      const isOnline = net.isOnline();
      if (isOnline && !wasOnline) onNetworkReturn();
      wasOnline = isOnline;
    }, lookEveryMs);
    return () => {
      powerMonitor.off('suspend', onSuspend);
      powerMonitor.off('resume', onResume);
      clearInterval(timer);
    };
  },
};
