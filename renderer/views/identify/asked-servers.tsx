import { For, Show, type JSX } from 'solid-js';
import type { AskedServer } from '../../../shared/model/identification.ts';
import { identifyText } from '../../../shared/words/identify.ts';
import styles from './identify-view.module.css';

interface AskedServersProps {
  readonly servers: readonly AskedServer[];
}

const shown = 12;

/** Who was asked about a token, and why it has not said yes. */
export function AskedServers(props: AskedServersProps): JSX.Element {
  return (
    <ul class={styles.servers}>
      <For each={props.servers.slice(0, shown)}>
        {(server) => (
          <li>
            <bdi>{server.name}</bdi>{' '}
            <span class={styles.soft}>{identifyText().asked(server.reason)}</span>
          </li>
        )}
      </For>
      <Show when={props.servers.length > shown}>
        <li class={styles.soft}>{identifyText().moreServers(props.servers.length - shown)}</li>
      </Show>
    </ul>
  );
}
