import { createMemo, For, Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { DeviceSummary } from '../../../shared/model/device.ts';
import { deviceText } from '../../../shared/words/devices.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { createTick } from '../../ui/create-tick.ts';
import { createGrowth, MoreRows } from '../../ui/growing-list.tsx';
import { Table, TableRow, type Column } from '../../ui/table.tsx';
import { sortDevices, type DeviceSort } from './arrange-devices.ts';
import type { DeviceActions } from './create-device-actions.ts';
import { deviceCells } from './device-cells.tsx';
import styles from './devices-table.module.css';
import { titleOfDevice } from './title-of-device.ts';

interface DevicesTableProps {
  /** Those that are to be seen. */
  readonly devices: readonly DeviceSummary[];
  readonly sort: DeviceSort;
  readonly onSort: (sort: DeviceSort) => void;
  readonly desk: DeviceActions;
}

const minute = 60_000;

const createMinute = () =>
  createTick(
    () => Math.floor(Date.now() / minute) * minute,
    () => minute / 6,
  );

/** The devices that can be revoked, which is done with one or with all that are chosen. */
export function DevicesTable(props: DevicesTableProps): JSX.Element {
  const now = createMinute();
  const sorted = createMemo(() => sortDevices(props.devices, props.sort));
  const growth = createGrowth(sorted);
  const ids = () => props.devices.map(({ id }) => id);
  const chosenCount = createMemo(() => ids().filter((id) => props.desk.selection.has(id)).length);
  const isAll = () => chosenCount() === props.devices.length;
  return (
    <Card class={styles.card}>
      <Table
        label={deviceText().title}
        columns={columnsOf(props.sort, props.onSort)}
        all={{
          label: deviceText().selectAll,
          isChecked: isAll(),
          isMixed: chosenCount() > 0 && !isAll(),
          onChange: (are) => props.desk.selection.set(ids(), are),
        }}
      >
        <For each={growth.shown()}>
          {(device) => {
            const title = () => titleOfDevice(device);
            const isChosen = () => props.desk.selection.has(device.id);
            const choose = (is: boolean) => props.desk.selection.set([device.id], is);
            return (
              <TableRow
                chosen={{
                  label: deviceText().select(title()),
                  isChecked: isChosen(),
                  onChange: choose,
                }}
                menu={{
                  label: deviceText().moreOf(title()),
                  items: [
                    {
                      label: isChosen() ? deviceText().deselectOne : deviceText().selectOne,
                      onSelect: () => choose(!isChosen()),
                    },
                    'line',
                    {
                      label: deviceText().revokeAsking,
                      isDangerous: true,
                      onSelect: () => {
                        if (!props.desk.isBusy()) props.desk.askToRevoke([device]);
                      },
                    },
                  ],
                }}
                cells={deviceCells(device, now, () => props.desk.standingOf(device.id))}
                action={
                  <Button
                    size="small"
                    kind="danger"
                    disabled={props.desk.isBusy()}
                    aria-label={deviceText().revokeLabel(title())}
                    onClick={() => props.desk.askToRevoke([device])}
                  >
                    {deviceText().revoke}
                  </Button>
                }
              />
            );
          }}
        </For>
      </Table>
      <MoreRows growth={growth} label={deviceText().more} />
    </Card>
  );
}

interface ThisUsherProps {
  readonly devices: readonly DeviceSummary[];
  readonly account: AccountSummary;
}

/** Last and by itself, since nobody means it with the others: it is signed out, not revoked. */
export function ThisUsher(props: ThisUsherProps): JSX.Element {
  const usher = useUsher();
  const now = createMinute();
  return (
    <Show when={props.devices.length > 0}>
      <Card class={styles.card}>
        <Table
          label={deviceText().thisComputer}
          columns={columnsOf('name', null)}
          all={null}
          isHeadHidden
        >
          <For each={props.devices}>
            {(device) => (
              <TableRow
                chosen={null}
                cells={deviceCells(device, now, () => null)}
                isActionShown
                action={
                  <Button
                    size="small"
                    kind="plain"
                    onClick={() => usher.askToSignOut(props.account)}
                  >
                    {deviceText().signOut}
                  </Button>
                }
              />
            )}
          </For>
        </Table>
      </Card>
    </Show>
  );
}

/** Pressing a column again turns its order around. Null where there is none to choose. */
const columnsOf = (
  sort: DeviceSort,
  onSort: ((sort: DeviceSort) => void) | null,
): readonly Column[] => {
  const { device, lastSeen, added, location, action } = deviceText().columns;
  const by = (newest: DeviceSort, oldest: DeviceSort): Pick<Column, 'sort'> =>
    onSort === null
      ? {}
      : {
          sort: {
            direction: sort === oldest ? 'ascending' : sort === newest ? 'descending' : null,
            onSort: () => onSort(sort === newest ? oldest : newest),
          },
        };
  return [
    { label: device, ...by('name', 'name') },
    { label: lastSeen, width: '6.75rem', leaves: 'second', ...by('seenNewest', 'seenOldest') },
    { label: added, width: '7.25rem', leaves: 'first', ...by('addedNewest', 'addedOldest') },
    { label: location, width: '8.75rem', leaves: 'first' },
    {
      label: action,
      width: '5.875rem',
      isHidden: true,
      // Where there is no room for it, what is to be revoked is chosen.
      ...(onSort === null ? {} : { leaves: 'second' }),
    },
  ];
};
