import { createMemo, For, Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { serverText } from '../../text/server-text.ts';
import { createTick } from '../../ui/create-tick.ts';
import { Section } from '../../ui/section.tsx';
import { createGrowingLimit } from './create-growing-limit.ts';
import { groupServers } from './group-servers.ts';
import { ServerRow } from './server-row.tsx';
import styles from './servers-view.module.css';

interface ServerGroupsProps {
  readonly servers: readonly ServerSummary[];
}

const minute = 60_000;
const order = ['owned', 'home', 'shared'] as const;

/** The servers under the three headings, in an order that does not change. */
export function ServerGroups(props: ServerGroupsProps): JSX.Element {
  const now = createTick(() => Math.floor(Date.now() / minute) * minute);
  const limit = createGrowingLimit(() => props.servers.length);
  const groups = createMemo(() => groupServers(props.servers));
  const group = (ownership: ServerSummary['ownership']) =>
    groups().find((each) => each.ownership === ownership)?.servers ?? [];

  return (
    <div class={styles.groups}>
      <For each={order}>
        {(ownership) => (
          <Show when={group(ownership).length > 0}>
            <Section
              title={serverText.groups[ownership]}
              isFlush
              actions={<span class={styles.count}>{group(ownership).length}</span>}
            >
              <ul class={styles.rows}>
                <For each={group(ownership).slice(0, limit())}>
                  {(server) => <ServerRow server={server} now={now()} />}
                </For>
              </ul>
            </Section>
          </Show>
        )}
      </For>
    </div>
  );
}
