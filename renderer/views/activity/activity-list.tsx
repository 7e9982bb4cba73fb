import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import type { ActivityEntry } from '../../../shared/model/activity.ts';
import { formatTime } from '../../../shared/words/formats.ts';
import { activityText } from '../../../shared/words/activity.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { groupByDay } from './group-by-day.ts';
import styles from './activity-list.module.css';
import { namesOf } from './find-activity.ts';

/** So that a long list opens as fast as a short one. */
const pageLength = 100;

interface ActivityListProps {
  readonly entries: readonly ActivityEntry[];
}

/** Entries under the day they happened on; a hundred at first, more when asked for. */
export function ActivityList(props: ActivityListProps): JSX.Element {
  const [shownCount, setShownCount] = createSignal(pageLength);
  const days = createMemo(() => groupByDay(props.entries.slice(0, shownCount())));
  const leftCount = () => Math.max(0, props.entries.length - shownCount());

  return (
    <div class={styles.list}>
      <For each={days()}>
        {(day) => (
          <section aria-label={day.day}>
            <h2 class={styles.day}>{day.day}</h2>
            <ul>
              <For each={day.entries}>{(entry) => <ActivityRow entry={entry} />}</For>
            </ul>
          </section>
        )}
      </For>
      <Show when={leftCount() > 0}>
        <div class={styles.more}>
          <Button onClick={() => setShownCount((count) => count + pageLength)}>
            {activityText().more(Math.min(pageLength, leftCount()))}
          </Button>
        </div>
      </Show>
    </div>
  );
}

function ActivityRow(props: { readonly entry: ActivityEntry }): JSX.Element {
  return (
    <li class={styles.row}>
      <time class={styles.time} datetime={new Date(props.entry.at).toISOString()}>
        {formatTime(props.entry.at)}
      </time>
      <span class={cx(styles.deed, props.entry.kind === 'rejected' && styles.bad)}>
        {activityText().deed(props.entry)}
      </span>
      <span class={styles.where}>
        <For each={namesOf(props.entry)}>
          {(name, index) => (
            <>
              <Show when={index() > 0}>
                <span aria-hidden="true">·</span>
              </Show>
              <bdi class={styles.name} title={name}>
                {name}
              </bdi>
            </>
          )}
        </For>
      </span>
    </li>
  );
}
