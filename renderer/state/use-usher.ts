import { createContext, useContext, type Accessor } from 'solid-js';
import type { AccountSummary } from '../../shared/model/account.ts';
import type { UsherBridge } from '../../shared/contract.ts';
import type { Route } from './route.ts';
import type { UsherState } from './usher-state.ts';

/** An account, on the list or off it, that is being signed out. */
export type SignOutSubject = Pick<AccountSummary, 'id' | 'title' | 'storage'>;

/** What every view works with. */
export interface Usher {
  readonly state: UsherState;
  /** Asks main; never throws. For buttons use `createAction`, for what a view shows `createQuery`. */
  readonly request: UsherBridge['request'];
  readonly route: Accessor<Route>;
  readonly navigate: (route: Route) => void;
  /** Whom the sign-out dialog is about; null when it is closed. */
  readonly signingOut: Accessor<SignOutSubject | null>;
  readonly askToSignOut: (subject: SignOutSubject | null) => void;
  /** Tells screen readers, politely. Never hand it a secret. */
  readonly announce: (text: string) => void;
}

export const UsherContext = createContext<Usher>();

/** The store, the typed requests and the way around the window. */
export function useUsher(): Usher {
  const usher = useContext(UsherContext);
  if (usher === undefined) throw new Error('useUsher is called outside of UsherProvider');
  return usher;
}
