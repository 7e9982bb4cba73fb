import { createEffect, createSignal, type JSX } from 'solid-js';
import type { UsherBridge } from '../../shared/contract.ts';
import type { State } from '../../shared/model/state.ts';
import { firstRoute, keptView, type Route } from './route.ts';
import { createUsherState } from './usher-state.ts';
import { UsherContext, type SignOutSubject, type Told, type Usher } from './use-usher.ts';

interface UsherProviderProps {
  readonly bridge: UsherBridge;
  readonly snapshot: State;
  /** Where to begin; by default the overview, or signing in when there is no account. */
  readonly route?: Route;
  readonly onAnnounce?: (text: string) => void;
  readonly children: JSX.Element;
}

export function UsherProvider(props: UsherProviderProps): JSX.Element {
  // A provider lives as long as the window: what it starts from is read once, on purpose.
  /* eslint-disable solid/reactivity */
  const bridge = props.bridge;
  const state = createUsherState(bridge, props.snapshot);
  const [route, setRoute] = createSignal<Route>(props.route ?? firstRoute(props.snapshot));
  /* eslint-enable solid/reactivity */
  const [signingOut, setSigningOut] = createSignal<SignOutSubject | null>(null);
  const [told, setTold] = createSignal<Told | null>(null);

  createEffect(() => {
    const view = keptView(route());
    if (view !== null && state.settings.startWith === 'lastView')
      void bridge.request('view.note', { view });
  });

  const usher: Usher = {
    state,
    request: (name, input) => bridge.request(name, input),
    route,
    navigate: (next) => setRoute(next),
    signingOut,
    askToSignOut: (subject) =>
      // A copy: what stands at an account's place of the list is another one once it is gone.
      setSigningOut(subject && { id: subject.id, title: subject.title, storage: subject.storage }),
    told,
    tell: (next) => {
      setTold(next);
      if (next !== null) props.onAnnounce?.(next.title);
    },
    announce: (text) => props.onAnnounce?.(text),
  };
  return <UsherContext.Provider value={usher}>{props.children}</UsherContext.Provider>;
}
