import type { Bridge, Door, Requests } from './contract.ts';
import type { KeptView } from './model/kept-view.ts';
import type { Settings, State, StateChange } from './model/state.ts';

/** All that the page of quick access can ask of main: no reveal, no settings, no sign-in. */
export interface QuickRequests {
  /** What there is to choose from. What changes of it is told. */
  'quick.list': { input: Record<string, never>; output: QuickList };
  /**
   * As the window's. What is the person's to decide opens the window, where they are asked, and is answered with the same
   * error as there.
   */
  'server.copyToken': Requests['server.copyToken'];
  /** Shows the window, at this view or wherever it is, in place of quick access. */
  'quick.open': { input: { readonly view: KeptView | null }; output: null };
}

/** The parts of the state that quick access is told of; of the settings only what it goes by. */
export const quickParts = ['accounts', 'servers', 'tokens', 'clipboard', 'usedServers'] as const;
type QuickPart = (typeof quickParts)[number];

export interface QuickList extends Pick<State, QuickPart | 'app'> {
  readonly settings: QuickSettings;
}

/** The parts that are new, as in a `StateChange`. */
export interface QuickChange
  extends Partial<Pick<State, QuickPart>>, Pick<StateChange, 'changedServers'> {
  readonly settings?: QuickSettings;
  /** The window was hidden: what was typed is gone when it comes the next time. */
  readonly isHidden?: true;
}

export type QuickSettings = Pick<
  Settings,
  'tokenForm' | 'isReusing' | 'pinnedServers' | 'isHidingAfterCopy'
>;

const requests: Record<keyof QuickRequests, true> = {
  'quick.list': true,
  'server.copyToken': true,
  'quick.open': true,
};

export const quickDoor: Door<keyof QuickRequests> = {
  names: Object.keys(requests) as readonly (keyof QuickRequests)[],
  requestChannel: (name) => `usher:quick:${name}`,
  changeChannel: 'usher:quick.changed',
};

export type QuickBridge = Bridge<QuickRequests, QuickChange>;

/** What main starts the page's process with, so that preload opens this door and not the window's. */
export const quickAccessArgument = '--usher-quick-access';
