import MonitorSmartphone from 'lucide-solid/icons/monitor-smartphone';
import SearchX from 'lucide-solid/icons/search-x';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { DeviceList, DeviceSummary } from '../../../shared/model/device.ts';
import { uiText } from '../../../shared/words/app.ts';
import { deviceText } from '../../../shared/words/devices.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { WaitButton } from '../../ui/wait-button.tsx';
import { TokenRepair } from '../account/token-repair.tsx';
import type { DeviceActions } from './create-device-actions.ts';
import { DevicesTable, ThisUsher } from './devices-table.tsx';
import type { DeviceSort } from './arrange-devices.ts';
import styles from './devices-view.module.css';

interface DeviceListBodyProps {
  readonly account: AccountSummary;
  readonly list: DeviceList;
  /** Those that are to be seen. */
  readonly found: readonly DeviceSummary[];
  readonly query: string;
  readonly sort: DeviceSort;
  readonly onSort: (sort: DeviceSort) => void;
  readonly desk: DeviceActions;
  readonly onRetry: () => void;
  readonly onShowAll: () => void;
}

/** The list, or why there is none. A failed question stands above the last known list and does not replace it. */
export function DeviceListBody(props: DeviceListBodyProps): JSX.Element {
  const usher = useUsher();
  const here = () => props.list.devices.filter(({ kind }) => kind === 'here');
  /** Said once: a report that tells why it ended early has said it already. */
  const error = () => {
    const report = props.desk.report();
    const isTold =
      report !== null && (report.isSignedOutHere || report.error?.code === props.list.error?.code);
    return isTold ? null : props.list.error;
  };
  const limit = () => {
    const present = error();
    return present?.code === 'plex.rateLimited' ? present : null;
  };
  const failure = (isInline: boolean) => (
    <Show when={isInline ? error() : props.list.error}>
      {(present) => (
        <ErrorState
          error={present()}
          isInline={isInline}
          asOf={isInline ? props.list.askedAt : undefined}
          isRetrying={props.list.isAsking}
          onRetry={() => props.onRetry()}
          actions={<TokenRepair account={props.account} error={present()} />}
        />
      )}
    </Show>
  );
  return (
    <Switch
      fallback={
        <Card>
          <EmptyState
            icon={<MonitorSmartphone size={24} />}
            title={deviceText().empty.title}
            detail={deviceText().empty.text}
            actions={<Button onClick={() => props.onRetry()}>{deviceText().refresh}</Button>}
          />
        </Card>
      }
    >
      <Match when={props.list.devices.length > 0}>
        <Show when={limit()} fallback={failure(true)}>
          {(limited) => (
            <Banner
              tone="warn"
              title={errorText(limited()).title}
              detail={deviceText().report.limited}
              actions={
                <WaitButton
                  size="small"
                  remainingMs={(limited().retryAfterSeconds ?? 0) * 1000}
                  receivedAt={usher.state.receivedAt.devices}
                  waitLabel={deviceText().report.waiting}
                  isBusy={props.list.isAsking}
                  onClick={() => props.onRetry()}
                >
                  {uiText().tryAgain}
                </WaitButton>
              }
            />
          )}
        </Show>
        <Show when={props.list.unreadableCount > 0}>
          <Banner
            title={deviceText().unreadable.title(props.list.unreadableCount)}
            detail={deviceText().unreadable.text}
          />
        </Show>
        <Show
          when={props.found.length > 0}
          fallback={
            <Show when={here().length < props.list.devices.length}>
              <NoneFound query={props.query} onShowAll={() => props.onShowAll()} />
            </Show>
          }
        >
          <DevicesTable
            devices={props.found}
            sort={props.sort}
            onSort={(sort) => props.onSort(sort)}
            desk={props.desk}
          />
        </Show>
        <ThisUsher devices={here()} account={props.account} />
      </Match>
      <Match when={props.list.error}>
        <Card>{failure(false)}</Card>
      </Match>
      <Match when={props.list.askedAt === null || props.list.isAsking}>
        <Card>
          <Skeleton lines={8} label={deviceText().refreshing} />
        </Card>
      </Match>
    </Switch>
  );
}

function NoneFound(props: Pick<DeviceListBodyProps, 'query' | 'onShowAll'>): JSX.Element {
  const text = () => deviceText().noneFound;
  return (
    <Card class={styles.none}>
      <EmptyLine
        icon={<SearchX size={16} />}
        text={props.query === '' ? text().ofKind : text().text(props.query)}
        action={<Button onClick={() => props.onShowAll()}>{text().showAll}</Button>}
      />
    </Card>
  );
}
