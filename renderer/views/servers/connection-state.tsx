import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import CircleX from 'lucide-solid/icons/circle-x';
import { Match, Switch, type JSX } from 'solid-js';
import type { ConnectionSummary } from '../../../shared/model/server.ts';
import { connectionFailureText, serverPageText } from '../../../shared/words/servers.ts';
import { cx } from '../../ui/cx.ts';
import { Spinner } from '../../ui/spinner.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import styles from './connection-state.module.css';

interface ConnectionStateProps {
  readonly state: ConnectionSummary['state'];
}

/** What trying an address showed, how long that took, and when it was. */
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
          <>
            <span class={cx(styles.state, styles.proved)}>
              <CircleCheck size={14} aria-hidden="true" />
              {serverPageText().state.proved(state().elapsedMs)}
            </span>
            <span class={styles.time}>
              <TimeAgo at={state().provedAt} />
            </span>
          </>
        )}
      </Match>
      <Match when={failed()}>
        {(state) => (
          <>
            <span
              class={cx(styles.state, state().reason !== 'connection.abandoned' && styles.failed)}
            >
              <CircleX size={14} aria-hidden="true" />
              {connectionFailureText(state().reason)}
            </span>
            <span class={styles.time}>
              {serverPageText().state.gaveUp(state().elapsedMs, <TimeAgo at={state().failedAt} />)}
            </span>
          </>
        )}
      </Match>
    </Switch>
  );
}
