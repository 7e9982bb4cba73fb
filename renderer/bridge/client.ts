import { err } from '../../shared/result.ts';
import type { UsherBridge } from '../../shared/contract.ts';

declare global {
  interface Window {
    /** Put there by preload. */
    readonly usher: UsherBridge;
  }
}

/**
 * The page's side of the contract. A request that is never answered (main went away in the middle) becomes an
 * ordinary failure, so that views know one way of failing.
 */
export function createClient(bridge: UsherBridge): UsherBridge {
  return {
    request: async (name, input) => {
      try {
        return await bridge.request(name, input);
      } catch {
        return err({ code: 'internal', reference: 'no-answer' });
      }
    },
    subscribe: (listener) => bridge.subscribe(listener),
  };
}
