import { createMemo, createUniqueId, For, Show, type JSX } from 'solid-js';
import type { ActivityEntry } from '../../../shared/model/activity.ts';
import { activityText } from '../../../shared/words/activity.ts';
import { dayNameText, formatMoment, formatTime } from '../../../shared/words/formats.ts';
import { useUsher } from '../../state/use-usher.ts';
import { serverOf } from '../../state/usher-state.ts';
import { Card } from '../../ui/card.tsx';
import { createTick } from '../../ui/create-tick.ts';
import { createGrowth, MoreRows } from '../../ui/growing-list.tsx';
import { ActivityIcon } from './activity-icon.tsx';
import styles from './activity-list.module.css';
import { collapseRuns, groupByDay, type ActivityRun } from './find-activity.ts';

interface ActivityListProps {
  readonly entries: readonly ActivityEntry[];
}

/** Entries under the day they happened on. */
export function ActivityList(props: ActivityListProps): JSX.Element {
  const titleId = createUniqueId();
  const now = createTick(Date.now, () => 10_000);
  const growth = createGrowth(createMemo(() => collapseRuns(props.entries)));
  const days = createMemo(() => groupByDay(growth.shown()));
  return (
    <div class={styles.days}>
      <For each={days()}>
        {(day, index) => (
          <section class={styles.section} aria-labelledby={`${titleId}-${index()}`}>
            <h2 id={`${titleId}-${index()}`} class={styles.day}>
              {dayNameText(day.at, now())}
            </h2>
            <Card class={styles.card}>
              <ul>
                <For each={day.runs}>{(run) => <ActivityRow run={run} />}</For>
              </ul>
            </Card>
          </section>
        )}
      </For>
      <MoreRows growth={growth} label={activityText().more} />
    </div>
  );
}

function ActivityRow(props: { readonly run: ActivityRun }): JSX.Element {
  const entry = () => props.run.entry;
  return (
    <li class={styles.row}>
      <ActivityIcon kind={entry().kind} />
      <p class={styles.what}>
        <span class={styles.deed}>{activityText().deed(entry(), props.run.count)}</span>
        <Show when={entry().device}>
          {(name) => (
            <>
              <span aria-hidden="true"> · </span>
              <bdi title={name()}>{name()}</bdi>
            </>
          )}
        </Show>
        <Place entry={entry()} />
      </p>
      <span class={styles.account} title={entry().account.name}>
        <bdi>{entry().account.name}</bdi>
      </span>
      <time
        class={styles.time}
        datetime={new Date(entry().at).toISOString()}
        title={formatMoment(entry().at)}
      >
        {formatTime(entry().at)}
      </time>
    </li>
  );
}

/** The server, and the way to it while it is there. */
function Place(props: { readonly entry: ActivityEntry }): JSX.Element {
  const usher = useUsher();
  const ref = () => {
    const { account, server } = props.entry;
    return server === null ? null : { accountId: account.id, serverId: server.id };
  };
  const isThere = () => {
    const server = ref();
    return server !== null && serverOf(usher.state, server) !== undefined;
  };
  return (
    <Show when={props.entry.server}>
      {(server) => (
        <>
          <span aria-hidden="true"> · </span>
          <Show
            when={isThere() && ref()}
            fallback={<bdi title={server().name}>{server().name}</bdi>}
          >
            {(there) => (
              <button
                type="button"
                class={styles.server}
                title={server().name}
                onClick={() => usher.navigate({ view: 'server', ...there() })}
              >
                <bdi>{server().name}</bdi>
              </button>
            )}
          </Show>
        </>
      )}
    </Show>
  );
}
