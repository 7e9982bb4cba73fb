import Download from 'lucide-solid/icons/download';
import HistoryIcon from 'lucide-solid/icons/scroll-text';
import SearchX from 'lucide-solid/icons/search-x';
import {
  createEffect,
  createMemo,
  createSignal,
  Match,
  on,
  Show,
  Switch,
  type JSX,
} from 'solid-js';
import { createAction } from '../../state/create-action.ts';
import { createQuery } from '../../state/create-query.ts';
import { useUsher } from '../../state/use-usher.ts';
import { activityText } from '../../../shared/words/activity.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ActivityFilters } from './activity-filters.tsx';
import { ActivityList } from './activity-list.tsx';
import styles from './activity-view.module.css';
import { ClearActivity } from './clear-activity.tsx';
import { findActivity, type ActivityFilter } from './find-activity.ts';

const formats = ['json', 'csv'] as const;
const noFilter: ActivityFilter = { query: '', accountId: '', serverId: '' };

/** What was done with tokens here, and what happened to them. */
export function ActivityView(): JSX.Element {
  const usher = useUsher();
  const query = createQuery('activity.list', () => ({}));
  const save = createAction('activity.export');
  const [filter, setFilter] = createSignal(noFilter);
  const entries = () => query.value() ?? [];
  const found = createMemo(() => findActivity(entries(), filter()));
  const description = (): string =>
    found().length === entries().length
      ? activityText().count(entries().length)
      : activityText().found(found().length, entries().length);

  createEffect(on(() => usher.state.activity, query.reload, { defer: true }));

  const exportAs = async (format: (typeof formats)[number]): Promise<void> => {
    const saved = await save.run({ format });
    if (saved.ok && saved.value) usher.announce(activityText().exported);
  };

  return (
    <div class={styles.view}>
      <PageHeader
        title={activityText().title}
        description={<Show when={entries().length > 0}>{description()}</Show>}
        actions={
          <Show when={entries().length > 0}>
            <Menu
              label={activityText().export}
              icon={<Download size={16} aria-hidden="true" />}
              items={formats.map((format) => ({
                label: activityText().exportAs[format],
                detail: activityText().exportDetail[format],
                onSelect: () => void exportAs(format),
              }))}
            />
            <ClearActivity />
          </Show>
        }
      />
      <p class={styles.note}>{activityText().note}</p>
      <Show when={save.error()}>{(error) => <ErrorState error={error()} isInline />}</Show>
      <Switch>
        <Match when={query.error()}>
          {(error) => (
            <Card>
              <ErrorState error={error()} onRetry={query.reload} isRetrying={query.isLoading()} />
            </Card>
          )}
        </Match>
        <Match when={query.value() !== null && entries().length === 0}>
          <Card>
            <EmptyState
              icon={<HistoryIcon size={24} />}
              title={activityText().empty.title}
              detail={activityText().empty.text}
            />
          </Card>
        </Match>
        <Match when={entries().length > 0}>
          <ActivityFilters entries={entries()} filter={filter()} onChange={setFilter} />
          <Show
            when={found().length > 0}
            fallback={
              <Card>
                <EmptyState
                  icon={<SearchX size={24} />}
                  title={activityText().noneFound.title}
                  detail={activityText().noneFound.text}
                  actions={
                    <Button onClick={() => setFilter(noFilter)}>
                      {activityText().noneFound.clear}
                    </Button>
                  }
                />
              </Card>
            }
          >
            <Card class={styles.list}>
              <ActivityList entries={found()} />
            </Card>
          </Show>
        </Match>
      </Switch>
    </div>
  );
}
