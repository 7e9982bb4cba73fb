import { Show, type JSX } from 'solid-js';
import type { ActivityEntry } from '../../../shared/model/activity.ts';
import { activityText } from '../../../shared/words/activity.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import styles from './activity-view.module.css';
import type { ActivityFilter } from './find-activity.ts';
import { placesIn } from './places-in.ts';

interface ActivityFiltersProps {
  /** All of them: they tell what there is to choose from. */
  readonly entries: readonly ActivityEntry[];
  readonly filter: ActivityFilter;
  readonly onChange: (filter: ActivityFilter) => void;
}

/** Search, and a choice of account and server where there is more than one. */
export function ActivityFilters(props: ActivityFiltersProps): JSX.Element {
  const accounts = () => placesIn(props.entries, 'account');
  const servers = () => placesIn(props.entries, 'server');
  const change = (part: Partial<ActivityFilter>): void =>
    props.onChange({ ...props.filter, ...part });
  return (
    <div class={styles.filters}>
      <SearchField
        class={styles.search}
        label={activityText().search}
        placeholder={activityText().searchHint}
        value={props.filter.query}
        onInput={(query) => change({ query })}
      />
      <Show when={accounts().length > 1}>
        <SelectField
          label={activityText().account}
          noneLabel={activityText().everyAccount}
          value={props.filter.accountId}
          options={accounts()}
          onChange={(accountId) => {
            change({ accountId });
          }}
        />
      </Show>
      <Show when={servers().length > 1}>
        <SelectField
          label={activityText().server}
          noneLabel={activityText().everyServer}
          value={props.filter.serverId}
          options={servers()}
          onChange={(serverId) => {
            change({ serverId });
          }}
        />
      </Show>
    </div>
  );
}
