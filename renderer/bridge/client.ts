import { err } from '../../shared/result.ts';
import type { Bridge, RequestTable, UsherBridge } from '../../shared/contract.ts';
import type { QuickBridge } from '../../shared/quick-access.ts';

declare global {
  interface Window {
    /** Put there by preload, one of the two. */
    readonly usher: UsherBridge;
    readonly usherQuickAccess?: QuickBridge;
  }
}

/**
 * The page's side of the contract. A request that is never answered (main went away in the middle) becomes an
 * ordinary failure, so that views know one way of failing.
 */
export function createClient<Table extends RequestTable<Table>, Change>(
  bridge: Bridge<Table, Change>,
): Bridge<Table, Change> {
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
