import LogOut from 'lucide-solid/icons/log-out';
import { createEffect, createMemo, Match, on, Show, Switch, type JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import { deviceText } from '../../../shared/words/devices.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { choose, SelectField } from '../../ui/select-field.tsx';
import { SelectionBar } from '../../ui/table.tsx';
import { kinds, sorts, type DeviceSort, type ShownKind } from './arrange-devices.ts';
import type { DeviceActions } from './create-device-actions.ts';
import styles from './device-toolbar.module.css';

interface DeviceToolbarProps {
  readonly accountId: AccountId;
  readonly foundCount: number;
  readonly allCount: number;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly kind: ShownKind;
  readonly onKind: (kind: ShownKind) => void;
  readonly sort: DeviceSort;
  readonly onSort: (sort: DeviceSort) => void;
  readonly desk: DeviceActions;
}

/** What the list shows; in the same place what is chosen in it, and how far a revocation is. No row ever moves for it. */
export function DeviceToolbar(props: DeviceToolbarProps): JSX.Element {
  const isOn = createMemo(() => props.desk.running() !== null);
  const isChosen = createMemo(() => props.desk.selected().length > 0);
  let place: HTMLDivElement | undefined;
  // What the person has pressed can't be pressed any more, or is gone: the focus goes to what comes of it.
  createEffect(
    on(
      isOn,
      (is) => {
        if (is) place?.focus();
      },
      { defer: true },
    ),
  );
  createEffect(
    on(
      [isOn, isChosen],
      () => {
        if (document.activeElement === document.body) place?.focus();
      },
      { defer: true },
    ),
  );
  return (
    <div class={styles.place} tabindex={-1} ref={(element) => (place = element)}>
      <Switch fallback={<Filters {...props} />}>
        <Match when={isOn()}>
          <Running accountId={props.accountId} desk={props.desk} />
        </Match>
        <Match when={isChosen()}>
          <Selection desk={props.desk} />
        </Match>
      </Switch>
    </div>
  );
}

function Filters(props: DeviceToolbarProps): JSX.Element {
  return (
    <div class={styles.filters}>
      <SearchField
        class={styles.search}
        label={deviceText().search}
        placeholder={deviceText().search}
        value={props.query}
        onInput={(query) => props.onQuery(query)}
      />
      <p class={styles.found} role="status">
        <Show when={props.foundCount < props.allCount}>
          {deviceText().found(props.foundCount, props.allCount)}
        </Show>
      </p>
      <SelectField
        isCompact
        label={deviceText().show}
        prefix={deviceText().showPrefix}
        value={props.kind}
        options={kinds.map((value) => ({ value, label: deviceText().kinds[value] }))}
        onChange={(value) => choose(kinds, value, props.onKind)}
      />
      <SelectField
        isCompact
        label={deviceText().sort}
        prefix={deviceText().sortPrefix}
        value={props.sort}
        options={sorts.map((value) => ({ value, label: deviceText().sorts[value] }))}
        onChange={(value) => choose(sorts, value, props.onSort)}
      />
    </div>
  );
}

/** As many as one request takes. */
const mostAtOnce = 1_000;

/** What is selected, also where the search hides it, and revoking all of that. */
function Selection(props: { readonly desk: DeviceActions }): JSX.Element {
  const count = () => props.desk.selected().length;
  return (
    <SelectionBar
      count={deviceText().selected(count())}
      meaning={count() > mostAtOnce ? deviceText().tooMany(mostAtOnce) : deviceText().meaning}
      onClear={() => props.desk.selection.clear()}
      actions={
        <Button
          size="small"
          kind="danger"
          icon={<LogOut size={16} aria-hidden="true" />}
          isBusy={props.desk.isBusy()}
          disabled={count() > mostAtOnce}
          onClick={() => props.desk.askToRevoke(props.desk.selected())}
        >
          {deviceText().revokeSelected(count())}
        </Button>
      }
    />
  );
}

interface RunningProps {
  readonly accountId: AccountId;
  readonly desk: DeviceActions;
}

function Running(props: RunningProps): JSX.Element {
  const usher = useUsher();
  const text = () => deviceText().running;
  const revoking = () => {
    const running = props.desk.running();
    return running?.phase === 'revoking' ? running : null;
  };
  const title = () => {
    const now = revoking();
    return now === null ? text().proving : text().title(now.doneCount, now.totalCount);
  };
  const detail = () => {
    const now = revoking();
    if (now === null) return text().provingDetail;
    return now.current === null ? text().starting : (now.current.name ?? deviceText().unnamed);
  };
  const total = () => props.desk.running()?.totalCount ?? 0;
  return (
    <div class={styles.running}>
      <p class={styles.progress}>
        <strong class={styles.title}>{title()}</strong>
        <bdi class={styles.detail}>{detail()}</bdi>
      </p>
      <progress
        class={styles.bar}
        aria-label={text().progress}
        value={revoking()?.doneCount ?? total()}
        max={total()}
      />
      <Show when={revoking()}>
        {(now) => (
          <Button
            size="small"
            isBusy={now().isStopping}
            labels={[text().stop, text().stopping]}
            onClick={() =>
              void usher.request('devices.endRevocation', { accountId: props.accountId })
            }
          >
            {now().isStopping ? text().stopping : text().stop}
          </Button>
        )}
      </Show>
    </div>
  );
}
