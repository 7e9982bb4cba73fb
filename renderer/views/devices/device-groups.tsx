import { createMemo, For, Show, type JSX } from 'solid-js';
import type { DeviceSummary } from '../../../shared/model/device.ts';
import { createTick } from '../../ui/create-tick.ts';
import type { DeviceActions } from './create-device-actions.ts';
import { DeviceGroup } from './device-group.tsx';
import styles from './devices-view.module.css';
import { groupDevices, type DeviceOrder } from './group-devices.ts';

interface DeviceGroupsProps {
  readonly devices: readonly DeviceSummary[];
  readonly order: DeviceOrder;
  readonly desk: DeviceActions;
}

const minute = 60_000;
const kinds = ['here', 'usher', 'other', 'server'] as const;

/** The devices under their headings. */
export function DeviceGroups(props: DeviceGroupsProps): JSX.Element {
  const now = createTick(
    () => Math.floor(Date.now() / minute) * minute,
    () => minute / 6,
  );
  const groups = createMemo(() => groupDevices(props.devices, props.order));
  return (
    <div class={styles.groups}>
      {/* By kind, which stays, so that a list that was asked for again keeps its rows and the focus in them. */}
      <For each={kinds}>
        {(kind) => (
          <Show when={groups().find((group) => group.kind === kind)}>
            {(group) => <DeviceGroup group={group()} desk={props.desk} now={now()} />}
          </Show>
        )}
      </For>
    </div>
  );
}
