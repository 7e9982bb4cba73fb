import { createEffect, createMemo, createSignal, on, onMount, Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { DeviceList } from '../../../shared/model/device.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import type { State } from '../../../shared/model/state.ts';
import { useUsher } from '../../state/use-usher.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { walkRows } from '../servers/walk-rows.ts';
import { findDevices, type DeviceSort, type ShownKind } from './arrange-devices.ts';
import { createDeviceActions } from './create-device-actions.ts';
import { DeviceListBody } from './device-list-body.tsx';
import { DeviceToolbar } from './device-toolbar.tsx';
import styles from './devices-view.module.css';
import { RevocationReport } from './revocation-report.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

/** The devices of an account, below whatever header they stand under. */
export function DevicesBody(props: { readonly account: AccountSummary }): JSX.Element {
  const usher = useUsher();
  const [query, setQuery] = createSignal('');
  const [kind, setKind] = createSignal<ShownKind>('all');
  const [sort, setSort] = createSignal<DeviceSort>('seenNewest');
  const list = () => devicesOf(usher.state, props.account.id);
  const desk = createDeviceActions(
    () => props.account,
    () => list().devices,
  );
  const found = createMemo(() => findDevices(list().devices, kind(), query()));
  const ask = (): void => void usher.request('devices.refresh', { accountId: props.account.id });

  onMount(ask);
  // A revocation's failure is over once the list is asked for again, by whatever.
  createEffect(on(() => list().isAsking, desk.clearError));

  return (
    <div
      class={styles.body}
      onKeyDown={(event) => walkRows(event, event.currentTarget, 'tbody input')}
    >
      <RevocationReport account={props.account} desk={desk} />
      <Show when={desk.error()}>
        {(error) => (
          // The list says the same, but for offline, when it only says how old it is.
          <Show when={error().code !== list().error?.code || error().code === 'network.offline'}>
            <ErrorState error={error()} isInline />
          </Show>
        )}
      </Show>
      <DeviceToolbar
        accountId={props.account.id}
        foundCount={found().length}
        allCount={list().devices.filter((device) => device.kind !== 'here').length}
        query={query()}
        onQuery={setQuery}
        kind={kind()}
        onKind={setKind}
        sort={sort()}
        onSort={setSort}
        desk={desk}
      />
      <DeviceListBody
        account={props.account}
        list={list()}
        found={found()}
        query={query()}
        sort={sort()}
        onSort={setSort}
        desk={desk}
        onRetry={ask}
        onShowAll={() => {
          setQuery('');
          setKind('all');
        }}
      />
      <RevokeDialog desk={desk} />
    </div>
  );
}

/** What is known of an account's devices, which is nothing before they were asked for. */
export const devicesOf = ({ devices }: Pick<State, 'devices'>, accountId: AccountId): DeviceList =>
  devices.find((each) => each.accountId === accountId) ?? {
    accountId,
    devices: [],
    unreadableCount: 0,
    askedAt: null,
    isAsking: false,
    error: null,
  };
