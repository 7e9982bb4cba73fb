import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import { createMemo, createSignal, For, onMount, Show, type JSX } from 'solid-js';
import type { AccountDetails } from '../../../shared/model/account.ts';
import { dataText, recordText } from '../../../shared/words/account.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { AccountField, FieldGroup, FieldGroupId } from './account-field.ts';
import { accountFields } from './account-fields.ts';
import type { AccountDetailsQuery } from './create-account-details.ts';
import styles from './data-view.module.css';
import { FieldGroupView } from './field-group-view.tsx';
import { createRecordTree } from './record-tree.ts';
import { RecordTools, RecordTreeView } from './record-view.tsx';

interface DataViewProps {
  readonly details: AccountDetails;
  readonly query: AccountDetailsQuery;
  /** The group that was asked for, which takes the focus. */
  readonly at?: FieldGroupId | undefined;
}

/** Everything Plex tells of an account: field by field in words, or as it was sent. */
export function DataView(props: DataViewProps): JSX.Element {
  const [isJson, setIsJson] = createSignal(false);
  const [filter, setFilter] = createSignal('');
  const [hasEmpty, setHasEmpty] = createSignal(false);
  const tree = createRecordTree(() => props.details.record);
  const groups = createMemo(() => accountFields(props.details));
  const fields = createMemo(() =>
    groups().flatMap(({ parts }) => parts.flatMap((part) => part.fields)),
  );
  const emptyCount = () => fields().filter(isEmpty).length;
  const shownCount = () => fields().length - (hasEmpty() ? 0 : emptyCount());
  const shown = createMemo(() => filterGroups(groups(), filter(), hasEmpty()));
  // The record of a sign-in has less in it than Plex tells when it is asked for the account.
  onMount(() => {
    if (props.details.answerTo !== 'user') props.query.reload();
  });

  return (
    <div class={styles.view}>
      <div class={styles.tools}>
        <Show
          when={isJson()}
          fallback={
            <>
              <SearchField
                class={styles.filter}
                label={dataText().filter}
                placeholder={dataText().filterHint(shownCount())}
                value={filter()}
                onInput={setFilter}
              />
              <Show when={emptyCount() > 0}>
                <Button
                  icon={
                    <Show when={hasEmpty()} fallback={<Eye size={16} aria-hidden="true" />}>
                      <EyeOff size={16} aria-hidden="true" />
                    </Show>
                  }
                  labels={[dataText().hideEmpty(emptyCount()), dataText().showEmpty(emptyCount())]}
                  onClick={() => setHasEmpty(!hasEmpty())}
                >
                  {hasEmpty()
                    ? dataText().hideEmpty(emptyCount())
                    : dataText().showEmpty(emptyCount())}
                </Button>
              </Show>
            </>
          }
        >
          <RecordTools tree={tree} />
        </Show>
        <div class={styles.form}>
          <Segments
            label={dataText().form}
            value={isJson() ? 'json' : 'fields'}
            options={[
              { value: 'fields', label: dataText().fields },
              { value: 'json', label: dataText().json },
            ]}
            onChange={(form) => setIsJson(form === 'json')}
          />
          <CopyButton
            isCompact
            size="medium"
            name={recordText().copyName}
            what={{ text: JSON.stringify(props.details.record, null, 2) }}
          />
        </div>
      </div>
      <Show
        when={isJson()}
        fallback={
          <Card class={styles.card}>
            <Show
              when={shown().length > 0}
              fallback={
                <EmptyState
                  title={dataText().noneFound}
                  detail={dataText().noneFoundDetail}
                  actions={
                    <Button size="small" onClick={() => setFilter('')}>
                      {dataText().clearFilter}
                    </Button>
                  }
                />
              }
            >
              <For each={shown()}>
                {(group) => (
                  <FieldGroupView
                    group={group}
                    all={groups().find(({ id }) => id === group.id) ?? group}
                    takesFocus={group.id === props.at}
                  />
                )}
              </For>
            </Show>
          </Card>
        }
      >
        <p class={styles.note}>{recordText().note}</p>
        <Card class={styles.record}>
          <RecordTreeView tree={tree} />
        </Card>
      </Show>
    </div>
  );
}

const isEmpty = ({ value }: AccountField): boolean => value === null;

/** What is asked for; a part that has no fields at all tells something by that, and stays while nothing is asked for. */
const filterGroups = (
  groups: readonly FieldGroup[],
  filter: string,
  hasEmpty: boolean,
): readonly FieldGroup[] => {
  const wanted = filter.trim().toLocaleLowerCase();
  const holds = (text: string | null | undefined): boolean =>
    text?.toLocaleLowerCase().includes(wanted) === true;
  return groups
    .map((group) => ({
      ...group,
      parts: group.parts
        .map((part) => ({
          ...part,
          fields: part.fields.flatMap((field) => {
            if (!hasEmpty && isEmpty(field)) return [];
            if ([field.label, field.value, field.sent, part.name, group.title].some(holds)) {
              return [field];
            }
            const features = field.features?.filter(holds) ?? [];
            return features.length === 0 ? [] : [{ ...field, features, isOpen: true }];
          }),
        }))
        .filter(
          (part) =>
            part.fields.length > 0 ||
            (wanted === '' ? (part.name ?? part.note) !== undefined : holds(part.name)),
        ),
    }))
    .filter(({ parts, note }) => parts.length > 0 || (wanted === '' && note !== undefined));
};
