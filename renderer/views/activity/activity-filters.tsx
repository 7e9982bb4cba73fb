import { createMemo, Show, type JSX } from 'solid-js';
import type { ActivityEntry } from '../../../shared/model/activity.ts';
import { activityText } from '../../../shared/words/activity.ts';
import { Segments } from '../../ui/segments.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import styles from './activity-view.module.css';
import { accountsIn, groups, isIn, type ActivityFilter } from './find-activity.ts';

interface ActivityFiltersProps {
  /** All of them: they tell what there is to choose from. */
  readonly entries: readonly ActivityEntry[];
  readonly filter: ActivityFilter;
  readonly onChange: (filter: ActivityFilter) => void;
}

/** A choice of what is looked at, and of the account where there is more than one. */
export function ActivityFilters(props: ActivityFiltersProps): JSX.Element {
  const accounts = createMemo(() => accountsIn(props.entries));
  const problemCount = createMemo(
    () => props.entries.filter((entry) => isIn(entry, 'problems')).length,
  );
  const change = (part: Partial<ActivityFilter>): void =>
    props.onChange({ ...props.filter, ...part });
  return (
    <div class={styles.filters}>
      <Segments
        label={activityText().show}
        value={props.filter.group}
        options={groups.map((value) => ({
          value,
          label: activityText().groups[value],
          ...(value === 'problems' && problemCount() > 0 ? { count: problemCount() } : {}),
        }))}
        onChange={(chosen) => change({ group: groups.find((each) => each === chosen) ?? 'all' })}
      />
      <Show when={accounts().length > 1}>
        <div class={styles.account}>
          <SelectField
            isCompact
            label={activityText().account}
            noneLabel={activityText().everyAccount}
            value={props.filter.accountId}
            options={accounts()}
            onChange={(accountId) => {
              change({ accountId });
              return undefined;
            }}
          />
        </div>
      </Show>
    </div>
  );
}
