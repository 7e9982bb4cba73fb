import { createContext, useContext, type Accessor } from 'solid-js';
import type { AccountSummary } from '../../shared/model/account.ts';
import type { UsherBridge } from '../../shared/contract.ts';
import type { Route } from './route.ts';
import type { UsherState } from './usher-state.ts';

/** An account, on the list or off it, that is being signed out. */
export type SignOutSubject = Pick<AccountSummary, 'id' | 'title' | 'storage'>;

/** What was done, in a few words and whole sentences behind them. */
export interface Told {
  readonly title: string;
  readonly detail?: string;
}

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
  /** What the toast says at the moment, whatever page is shown. */
  readonly told: Accessor<Told | null>;
  /** Says in the toast what was done, and to screen readers; null ends it. */
  readonly tell: (told: Told | null) => void;
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
