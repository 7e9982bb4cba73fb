import MonitorSmartphone from 'lucide-solid/icons/monitor-smartphone';
import SearchX from 'lucide-solid/icons/search-x';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { DeviceList, DeviceSummary } from '../../../shared/model/device.ts';
import { deviceText } from '../../../shared/words/devices.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TokenRepair } from '../account/token-repair.tsx';
import type { DeviceActions } from './create-device-actions.ts';
import { DeviceGroups } from './device-groups.tsx';
import type { DeviceOrder } from './group-devices.ts';

interface DeviceListBodyProps {
  readonly account: AccountSummary;
  readonly list: DeviceList;
  /** Those the search left. */
  readonly found: readonly DeviceSummary[];
  readonly query: string;
  readonly order: DeviceOrder;
  readonly desk: DeviceActions;
  readonly onRetry: () => void;
  readonly onClearSearch: () => void;
}

/** The list, or why there is none. A failed question stands above the last known list and does not replace it. */
export function DeviceListBody(props: DeviceListBodyProps): JSX.Element {
  /** Said once: a report that tells why it ended early has said it already. */
  const error = () => {
    const revocation = props.desk.revocation();
    const isTold =
      revocation?.phase === 'over' &&
      (revocation.isSignedOutHere || revocation.error?.code === props.list.error?.code);
    return isTold ? null : props.list.error;
  };
  const failure = (isInline: boolean) => (
    <Show when={isInline ? error() : props.list.error}>
      {(present) => (
        <ErrorState
          error={present()}
          isInline={isInline}
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
        {failure(true)}
        <Show when={props.list.unreadableCount > 0}>
          <Banner
            title={deviceText().unreadable.title(props.list.unreadableCount)}
            detail={deviceText().unreadable.text}
          />
        </Show>
        <Show when={props.found.length > 0} fallback={<NoneFound {...props} />}>
          <DeviceGroups devices={props.found} order={props.order} desk={props.desk} />
        </Show>
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

function NoneFound(props: Pick<DeviceListBodyProps, 'query' | 'onClearSearch'>): JSX.Element {
  return (
    <Card>
      <EmptyState
        icon={<SearchX size={24} />}
        title={deviceText().noneFound.title}
        detail={deviceText().noneFound.text(props.query)}
        actions={
          <Button onClick={() => props.onClearSearch()}>{deviceText().noneFound.clear}</Button>
        }
      />
    </Card>
  );
}
