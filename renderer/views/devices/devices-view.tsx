import { createEffect, createMemo, createSignal, on, onMount, Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { DeviceList } from '../../../shared/model/device.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import { useUsher } from '../../state/use-usher.ts';
import { deviceText } from '../../../shared/words/devices.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { AccountHeader } from '../account/account-header.tsx';
import { walkRows } from '../servers/walk-rows.ts';
import { createDeviceActions } from './create-device-actions.ts';
import { DeviceListBody } from './device-list-body.tsx';
import styles from './devices-view.module.css';
import { findDevices } from './find-devices.ts';
import type { DeviceOrder } from './group-devices.ts';
import { reportTitle } from './report-title.ts';
import { RevocationPanel } from './revocation-panel.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { SelectionBar } from './selection-bar.tsx';

interface DevicesViewProps {
  readonly accountId: AccountId;
}

/** The account's Authorized Devices. */
export function DevicesView(props: DevicesViewProps): JSX.Element {
  const usher = useUsher();
  const account = () => usher.state.accounts.find((each) => each.id === props.accountId);
  return (
    <Show
      when={account()}
      fallback={
        <div class={styles.view}>
          <PageHeader title={deviceText().title} />
          <Card>
            <EmptyState title={deviceText().gone.title} detail={deviceText().gone.text} />
          </Card>
        </div>
      }
    >
      {(present) => <DevicesPage account={present()} />}
    </Show>
  );
}

// A few are seen at a glance; a field above them would only be in the way.
const searchFrom = 6;

function DevicesPage(props: { readonly account: AccountSummary }): JSX.Element {
  const usher = useUsher();
  const [query, setQuery] = createSignal('');
  const [order, setOrder] = createSignal<DeviceOrder>('newest');
  const list = () =>
    usher.state.devices.find((each) => each.accountId === props.account.id) ??
    neverAsked(props.account.id);
  const desk = createDeviceActions(
    () => props.account.id,
    () => list().devices,
  );
  const found = createMemo(() => findDevices(list().devices, query()));
  const ask = (): void => void usher.request('devices.refresh', { accountId: props.account.id });

  onMount(ask);
  // A revocation's failure is over once the list is asked for again, by whatever.
  createEffect(on(() => list().isAsking, desk.clearError));
  createEffect(
    on(
      desk.revocation,
      (revocation) => {
        if (revocation?.phase !== 'over') return;
        usher.announce(reportTitle(revocation, props.account.title));
      },
      { defer: true },
    ),
  );

  return (
    <div
      class={styles.view}
      onKeyDown={(event) => walkRows(event, event.currentTarget, '[data-device-row]')}
    >
      <AccountHeader
        account={props.account}
        page="devices"
        refresh={{
          label: list().isAsking ? deviceText().refreshing : deviceText().refresh,
          isBusy: list().isAsking,
          run: ask,
        }}
      />
      <p class={styles.note}>
        <Description list={list()} foundCount={query().trim() === '' ? null : found().length} />
      </p>
      <p class={styles.note}>{deviceText().note}</p>
      <RevocationPanel account={props.account} desk={desk} />
      <Show when={desk.error()}>
        {(error) => (
          <Show when={error().code !== list().error?.code}>
            <ErrorState error={error()} isInline />
          </Show>
        )}
      </Show>
      <Show when={list().devices.length >= searchFrom}>
        <div class={styles.filters}>
          <SearchField
            class={styles.search}
            label={deviceText().search}
            placeholder={deviceText().searchHint}
            value={query()}
            onInput={setQuery}
          />
          <SelectField
            label={deviceText().sort}
            noneLabel={deviceText().sorts.newest}
            value={order() === 'newest' ? '' : order()}
            options={[
              { value: 'oldest', label: deviceText().sorts.oldest },
              { value: 'name', label: deviceText().sorts.name },
            ]}
            onChange={(value) =>
              void setOrder(value === 'oldest' || value === 'name' ? value : 'newest')
            }
          />
        </div>
      </Show>
      <DeviceListBody
        account={props.account}
        list={list()}
        found={found()}
        query={query()}
        order={order()}
        desk={desk}
        onRetry={ask}
        onClearSearch={() => setQuery('')}
      />
      <SelectionBar desk={desk} />
      <RevokeDialog desk={desk} accountTitle={props.account.title} />
    </div>
  );
}

interface DescriptionProps {
  readonly list: DeviceList;
  /** Null while nothing is searched for. */
  readonly foundCount: number | null;
}

function Description(props: DescriptionProps): JSX.Element {
  const count = () => props.list.devices.length;
  return (
    <>
      <Show when={count() > 0}>
        {props.foundCount === null
          ? deviceText().count(count())
          : deviceText().found(props.foundCount, count())}
        {' · '}
      </Show>
      <Show when={props.list.askedAt}>
        {(askedAt) => <>{deviceText().asked(<TimeAgo at={askedAt()} />)}</>}
      </Show>
    </>
  );
}

const neverAsked = (accountId: AccountId): DeviceList => ({
  accountId,
  devices: [],
  unreadableCount: 0,
  askedAt: null,
  isAsking: false,
  error: null,
});
