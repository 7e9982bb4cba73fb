import type { JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { formatDateTime, timeAgoText } from '../../../shared/words/formats.ts';
import { serverText } from '../../../shared/words/servers.ts';
import { cx } from '../../ui/cx.ts';
import styles from './online-state.module.css';

interface OnlineStateProps {
  readonly server: Pick<ServerSummary, 'isOnline' | 'lastSeenAt'>;
  /** This minute, given from outside: a thousand rows must not keep a thousand clocks. */
  readonly now: number;
}

/** Whether plex.tv takes the server for online, and when it last saw it if not. Shape tells it too, not colour alone. */
export function OnlineState(props: OnlineStateProps): JSX.Element {
  const seen = () =>
    props.server.lastSeenAt === null ? undefined : formatDateTime(props.server.lastSeenAt);
  const offline = () =>
    props.server.lastSeenAt === null
      ? serverText().offline
      : serverText().offlineSince(timeAgoText(props.server.lastSeenAt, props.now));
  return (
    <span class={styles.state}>
      <span
        class={cx(styles.dot, props.server.isOnline ? styles.online : styles.offline)}
        aria-hidden="true"
      />
      <span class={styles.words} title={seen()}>
        {props.server.isOnline ? serverText().online : offline()}
      </span>
    </span>
  );
}
