import { createEffect, Show, type JSX } from 'solid-js';
import { deviceText } from '../../../shared/words/devices.ts';
import { GrowingList } from '../../ui/growing-list.tsx';
import { Section } from '../../ui/section.tsx';
import type { DeviceActions } from './create-device-actions.ts';
import { DeviceRow } from './device-row.tsx';
import styles from './devices-view.module.css';
import type { DeviceGroup as Group } from './group-devices.ts';

interface DeviceGroupProps {
  readonly group: Group;
  readonly desk: DeviceActions;
  readonly now: number;
}

/** The devices of one kind, which can be selected all at once. */
export function DeviceGroup(props: DeviceGroupProps): JSX.Element {
  const title = () => deviceText().groups[props.group.kind];
  const ids = () => props.group.devices.map(({ id }) => id);
  const selectedCount = () => ids().filter((id) => props.desk.selection.has(id)).length;
  // A property alone: no attribute of an element says it.
  const showPart = (box: HTMLInputElement): void =>
    createEffect(() => {
      box.indeterminate = selectedCount() > 0 && selectedCount() < props.group.devices.length;
    });
  return (
    <Section
      title={title()}
      description={deviceText().groupNotes[props.group.kind]}
      isFlush
      actions={
        <>
          <Show when={props.group.devices.length > 1}>
            <label class={styles.all}>
              <input
                type="checkbox"
                class={styles.box}
                aria-label={deviceText().selectAllOf(title())}
                checked={selectedCount() === props.group.devices.length}
                ref={showPart}
                onChange={(event) => props.desk.selection.set(ids(), event.currentTarget.checked)}
              />
              <span aria-hidden="true">{deviceText().selectAll}</span>
            </label>
          </Show>
          <span class={styles.count}>{props.group.devices.length}</span>
        </>
      }
    >
      <GrowingList items={props.group.devices} moreLabel={deviceText().more}>
        {(device) => <DeviceRow device={device} desk={props.desk} now={props.now} />}
      </GrowingList>
    </Section>
  );
}
