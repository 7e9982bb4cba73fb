import { createSignal, Match, onMount, Switch, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { UsherBridge } from '../../../shared/contract.ts';
import type { State } from '../../../shared/model/state.ts';
import { UsherProvider } from '../../state/usher-provider.tsx';
import { loadState } from '../../state/usher-state.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { createAnnouncer } from './create-announcer.ts';
import { LiveRegion } from './live-region.tsx';
import { Shell } from './shell.tsx';

interface AppProps {
  readonly bridge: UsherBridge;
}

/** The window: asks main what there is, then shows it. */
export function App(props: AppProps): JSX.Element {
  const [snapshot, setSnapshot] = createSignal<State | null>(null);
  const [error, setError] = createSignal<AppError | null>(null);
  const announcer = createAnnouncer();

  const load = async (): Promise<void> => {
    setError(null);
    const result = await loadState(props.bridge);
    if (result.ok) setSnapshot(result.value);
    else setError(result.error);
  };
  onMount(() => void load());

  return (
    <>
      <Switch>
        <Match when={snapshot()}>
          {(start) => (
            <UsherProvider bridge={props.bridge} snapshot={start()} onAnnounce={announcer.announce}>
              <Shell />
            </UsherProvider>
          )}
        </Match>
        <Match when={error()}>
          {(failure) => (
            <main>
              <ErrorState error={failure()} onRetry={() => void load()} />
            </main>
          )}
        </Match>
      </Switch>
      <LiveRegion text={announcer.text()} />
    </>
  );
}
