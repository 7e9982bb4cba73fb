import { createMemo, createSignal, type JSX } from 'solid-js';
import { serverKey, type ServerSummary } from '../../../shared/model/server.ts';
import { serverText } from '../../../shared/words/servers.ts';
import { GrowingList } from '../../ui/growing-list.tsx';
import { createServerKeys } from './create-server-keys.ts';
import { ServerRow } from './server-row.tsx';
import styles from './server-row.module.css';

interface ServerRowsProps {
  /** The list's name for readers. */
  readonly label: string;
  readonly servers: readonly ServerSummary[];
  /** Whether the keys 1 to 9 copy, and the rows say so in place of their pins. */
  readonly hasNumbers?: boolean;
}

/** A list of servers, worked by the keyboard. Its first row is the one that Enter acts on, until another has had the focus. */
export function ServerRows(props: ServerRowsProps): JSX.Element {
  // Numbers are there from the start or not at all.
  // eslint-disable-next-line solid/reactivity
  const keys = createServerKeys({ hasNumbers: props.hasNumbers === true });
  const [chosen, setChosen] = createSignal<string | null>(null);
  const active = createMemo(() => {
    const present = props.servers.map(serverKey);
    const key = chosen();
    return key !== null && present.includes(key) ? key : present[0];
  });
  return (
    <div class={styles.rows} onKeyDown={(event) => keys.onKeyDown(event)}>
      <GrowingList items={props.servers} label={props.label} moreLabel={serverText().more}>
        {(server) => (
          <ServerRow
            server={server}
            keys={keys}
            {...(props.hasNumbers === true ? { number: props.servers.indexOf(server) + 1 } : {})}
            isActive={active() === serverKey(server)}
            onActivate={() => setChosen(serverKey(server))}
          />
        )}
      </GrowingList>
    </div>
  );
}
