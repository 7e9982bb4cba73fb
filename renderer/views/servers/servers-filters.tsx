import type { JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import { serverText } from '../../../shared/words/servers.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Segments } from '../../ui/segments.tsx';
import { choose, SelectField } from '../../ui/select-field.tsx';
import { segments, sorts, type Segment, type Sort } from './find-servers.ts';
import styles from './servers-view.module.css';

interface ServersFiltersProps {
  readonly segment: Segment;
  readonly counts: ReadonlyMap<Segment, number>;
  readonly onSegment: (segment: Segment) => void;
  /** Null for all of them. */
  readonly accountId: AccountId | null;
  readonly onAccount: (accountId: AccountId | null) => void;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** Which of the servers are shown, and in which order. Where there is no room, the segments are a choice too. */
export function ServersFilters(props: ServersFiltersProps): JSX.Element {
  const usher = useUsher();
  const text = () => serverText();
  const countOf = (segment: Segment): number => props.counts.get(segment) ?? 0;
  return (
    <div class={styles.filters}>
      <div class={styles.segments}>
        <Segments
          label={text().show}
          value={props.segment}
          options={segments.map((value) => ({
            value,
            label: text().segments[value],
            count: countOf(value),
          }))}
          onChange={(value) => choose(segments, value, props.onSegment)}
        />
      </div>
      <div class={styles.segmentSelect}>
        <SelectField
          isCompact
          label={text().show}
          value={props.segment}
          options={segments.map((value) => ({
            value,
            label: text().segmentWithCount(text().segments[value], countOf(value)),
          }))}
          onChange={(value) => choose(segments, value, props.onSegment)}
        />
      </div>
      <div class={styles.account}>
        <SelectField
          isCompact
          label={text().account}
          value={props.accountId ?? ''}
          noneLabel={text().allAccounts}
          options={usher.state.accounts.map(({ id, title }) => ({
            value: id,
            label: title,
          }))}
          onChange={(value) => {
            props.onAccount(usher.state.accounts.find(({ id }) => id === value)?.id ?? null);
            return undefined;
          }}
        />
      </div>
      <div class={styles.sort}>
        <SelectField
          isCompact
          label={text().sort}
          prefix={text().sortPrefix}
          value={props.sort}
          options={sorts.map((value) => ({ value, label: text().sorts[value] }))}
          onChange={(value) => choose(sorts, value, props.onSort)}
        />
      </div>
    </div>
  );
}
