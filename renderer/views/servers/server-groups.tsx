import { createMemo, For, Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { serverText } from '../../../shared/words/servers.ts';
import { createTick } from '../../ui/create-tick.ts';
import { groupServers } from './group-servers.ts';
import { ServerGroup } from './server-group.tsx';
import styles from './servers-view.module.css';

interface ServerGroupsProps {
  readonly servers: readonly ServerSummary[];
}

const minute = 60_000;
const order = ['owned', 'home', 'shared'] as const;

/** The servers under the three headings, in an order that does not change. */
export function ServerGroups(props: ServerGroupsProps): JSX.Element {
  const now = createTick(
    () => Math.floor(Date.now() / minute) * minute,
    () => minute / 6,
  );
  const groups = createMemo(() => groupServers(props.servers));
  const group = (ownership: ServerSummary['ownership']) =>
    groups().find((each) => each.ownership === ownership)?.servers ?? [];
  return (
    <div class={styles.groups}>
      <For each={order}>
        {(ownership) => (
          <Show when={group(ownership).length > 0}>
            <ServerGroup
              title={serverText().groups[ownership]}
              servers={group(ownership)}
              now={now()}
            />
          </Show>
        )}
      </For>
    </div>
  );
}
