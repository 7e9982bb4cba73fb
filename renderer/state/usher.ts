import type { Accessor } from 'solid-js';
import type { UsherBridge } from '../../shared/ipc/usher-bridge.ts';
import type { Route } from './route.ts';
import type { UsherState } from './usher-state.ts';

/** What every view works with. */
export interface Usher {
  readonly state: UsherState;
  /** Asks main; never throws. For buttons use `createAction`, for what a view shows `createQuery`. */
  readonly request: UsherBridge['request'];
  readonly route: Accessor<Route>;
  readonly navigate: (route: Route) => void;
  /** Tells screen readers, politely. Never hand it a secret. */
  readonly announce: (text: string) => void;
}
