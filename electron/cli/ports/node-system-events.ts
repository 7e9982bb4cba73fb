import { networkInterfaces } from 'node:os';
import { createNetworkReturns } from '../../process/network-returns.ts';
import { networkFingerprint } from '../../process/network-fingerprint.ts';
import type { SystemEvents } from '../../ports.ts';
import { MINUTE_MS } from '../../timing.ts';

// Node has no event for it.
const lookEveryMs = MINUTE_MS;

/** The network's return, for a command that stays. Sleep shows in that: Node tells nothing of it. */
export const nodeSystemEvents: SystemEvents = {
  watch: ({ onNetworkReturn }) => {
    const returns = createNetworkReturns(() => networkFingerprint(networkInterfaces()) !== null);
    const timer = setInterval(() => {
      if (returns.look()) onNetworkReturn();
    }, lookEveryMs);
    // It keeps no command from its end.
    timer.unref();
    return () => clearInterval(timer);
  },
};
