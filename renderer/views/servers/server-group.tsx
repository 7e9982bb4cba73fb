import type { JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { serverText } from '../../../shared/words/servers.ts';
import { GrowingList } from '../../ui/growing-list.tsx';
import { Section } from '../../ui/section.tsx';
import { ServerRow } from './server-row.tsx';
import styles from './servers-view.module.css';

interface ServerGroupProps {
  readonly title: string;
  readonly servers: readonly ServerSummary[];
  readonly now: number;
}

/** The servers under one heading. */
export function ServerGroup(props: ServerGroupProps): JSX.Element {
  return (
    <Section
      title={props.title}
      isFlush
      actions={<span class={styles.count}>{props.servers.length}</span>}
    >
      <GrowingList items={props.servers} moreLabel={serverText().more}>
        {(server) => <ServerRow server={server} now={props.now} />}
      </GrowingList>
    </Section>
  );
}
