import Download from 'lucide-solid/icons/download';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import HistoryIcon from 'lucide-solid/icons/rotate-ccw-clock';
import SearchX from 'lucide-solid/icons/search-x';
import Trash from 'lucide-solid/icons/trash';
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
import { activityText } from '../../../shared/words/activity.ts';
import { uiText } from '../../../shared/words/app.ts';
import { createAction } from '../../state/create-action.ts';
import { createQuery } from '../../state/create-query.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { ActivityFilters } from './activity-filters.tsx';
import { ActivityList } from './activity-list.tsx';
import styles from './activity-view.module.css';
import { ClearActivity } from './clear-activity.tsx';
import { findActivity, noFilter } from './find-activity.ts';

const formats = ['json', 'csv'] as const;

/** What was done with tokens here, and what happened to them. */
export function ActivityView(): JSX.Element {
  const usher = useUsher();
  const query = createQuery('activity.list', () => ({}));
  const save = createAction('activity.export');
  const [filter, setFilter] = createSignal(noFilter);
  const [isClearing, setIsClearing] = createSignal(false);
  const entries = () => query.value() ?? [];
  const found = createMemo(() => findActivity(entries(), filter()));

  createEffect(on(() => usher.state.activity, query.reload, { defer: true }));

  const exportAs = async (format: (typeof formats)[number]): Promise<void> => {
    const saved = await save.run({ format });
    if (saved.ok && saved.value) usher.tell({ title: activityText().exported });
  };

  return (
    <div class={styles.view}>
      <PageHeader
        title={activityText().title}
        actions={
          <Show when={entries().length > 0}>
            <div class={styles.actions}>
              <SearchField
                class={styles.search}
                label={activityText().search}
                placeholder={activityText().search}
                value={filter().query}
                onInput={(text) => setFilter((before) => ({ ...before, query: text }))}
              />
              <Menu
                label={activityText().menu}
                icon={<Ellipsis size={16} aria-hidden="true" />}
                items={[
                  ...formats.map((format) => ({
                    label: activityText().exportAs[format],
                    detail: activityText().exportDetail[format],
                    icon: <Download size={16} aria-hidden="true" />,
                    onSelect: () => void exportAs(format),
                  })),
                  'line',
                  {
                    label: activityText().clear,
                    icon: <Trash size={16} aria-hidden="true" />,
                    isDangerous: true,
                    onSelect: () => setIsClearing(true),
                  },
                ]}
              />
            </div>
          </Show>
        }
      />
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
          <Card class={styles.none}>
            <EmptyLine icon={<HistoryIcon size={16} />} text={activityText().empty} />
          </Card>
        </Match>
        <Match when={entries().length > 0}>
          <ActivityFilters entries={entries()} filter={filter()} onChange={setFilter} />
          <Show
            when={found().length > 0}
            fallback={
              <Card class={styles.none}>
                <EmptyLine
                  icon={<SearchX size={16} />}
                  text={activityText().noneFound}
                  action={
                    <Button onClick={() => setFilter(noFilter)}>{uiText().clearSearch}</Button>
                  }
                />
              </Card>
            }
          >
            <ActivityList entries={found()} />
          </Show>
          <p class={styles.note}>{activityText().note(usher.state.settings.activityDays)}</p>
        </Match>
      </Switch>
      <ClearActivity isOpen={isClearing()} onClose={() => setIsClearing(false)} />
    </div>
  );
}
