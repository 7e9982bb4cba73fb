import { createSignal, For, onCleanup, Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { serverText } from '../../text/server-text.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { ServerRow } from './server-row.tsx';
import styles from './servers-view.module.css';

interface ServerGroupProps {
  readonly title: string;
  readonly servers: readonly ServerSummary[];
  readonly now: number;
}

// More than a screen holds; a thousand rows made at once would keep the window waiting.
const rowsAtOnce = 60;

/** The servers under one heading; further rows are made when the person comes near them. */
export function ServerGroup(props: ServerGroupProps): JSX.Element {
  const [limit, setLimit] = createSignal(rowsAtOnce);
  const grow = (): void => void setLimit((rows) => rows + rowsAtOnce);
  const hiddenCount = () => Math.max(0, props.servers.length - limit());

  const growWhenNear = (element: HTMLElement): void => {
    if (typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) grow();
      },
      { rootMargin: '800px' },
    );
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  };

  return (
    <Section
      title={props.title}
      isFlush
      actions={<span class={styles.count}>{props.servers.length}</span>}
    >
      <ul>
        <For each={props.servers.slice(0, limit())}>
          {(server) => <ServerRow server={server} now={props.now} />}
        </For>
      </ul>
      {/* Keyed by the limit: an observer tells of a change only, and the end may be in sight still. */}
      <Show when={hiddenCount() > 0 && limit()} keyed>
        <div ref={growWhenNear} class={styles.more}>
          <Button onClick={grow}>{serverText.more(Math.min(hiddenCount(), rowsAtOnce))}</Button>
        </div>
      </Show>
    </Section>
  );
}
