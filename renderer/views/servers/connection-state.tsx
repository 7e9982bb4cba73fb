import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import CircleMinus from 'lucide-solid/icons/circle-minus';
import CircleX from 'lucide-solid/icons/circle-x';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { ConnectionSummary } from '../../../shared/model/server.ts';
import { formatDateTime } from '../../../shared/words/formats.ts';
import { connectionFailureText, serverPageText } from '../../../shared/words/servers.ts';
import { cx } from '../../ui/cx.ts';
import { Spinner } from '../../ui/spinner.tsx';
import styles from './connection-state.module.css';

interface ConnectionStateProps {
  readonly state: ConnectionSummary['state'];
}

/** What trying an address showed; how long an answer took stands in a column, and when it was in the tooltip. */
export function ConnectionState(props: ConnectionStateProps): JSX.Element {
  const proved = () => (props.state.kind === 'proved' ? props.state : null);
  const failed = () => (props.state.kind === 'failed' ? props.state : null);
  return (
    <Switch
      fallback={
        <span class={styles.state}>
          <CircleDashed size={14} aria-hidden="true" />
          {serverPageText().state.untried}
        </span>
      }
    >
      <Match when={props.state.kind === 'trying'}>
        <span class={styles.state}>
          <Spinner />
          {serverPageText().state.trying}
        </span>
      </Match>
      <Match when={proved()}>
        {(state) => (
          <span class={cx(styles.state, styles.proved)} title={formatDateTime(state().provedAt)}>
            <CircleCheck size={14} aria-hidden="true" />
            {serverPageText().state.proved}{' '}
            <span class={styles.elapsed}>{serverPageText().elapsed(state().elapsedMs)}</span>
          </span>
        )}
      </Match>
      <Match when={failed()}>
        {(state) => (
          <span
            class={cx(styles.state, !isNotNeeded(state().reason) && styles.failed)}
            title={serverPageText().state.gaveUp(
              state().elapsedMs,
              formatDateTime(state().failedAt),
            )}
          >
            <Show
              when={isNotNeeded(state().reason)}
              fallback={<CircleX size={14} aria-hidden="true" />}
            >
              <CircleMinus size={14} aria-hidden="true" />
            </Show>
            {connectionFailureText(state().reason)}
          </span>
        )}
      </Match>
    </Switch>
  );
}

/** Another address was quicker, which is no failure of this one. */
const isNotNeeded = (reason: string): boolean => reason === 'connection.abandoned';

/** When an address was last tried; null before any was. */
export const triedAt = (connections: readonly ConnectionSummary[]): number | null =>
  connections.reduce<number | null>((newest, { state }) => {
    const at =
      state.kind === 'proved' ? state.provedAt : state.kind === 'failed' ? state.failedAt : null;
    return at === null ? newest : Math.max(newest ?? at, at);
  }, null);
