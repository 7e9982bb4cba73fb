import { Show, type JSX } from 'solid-js';
import type { DeviceSummary } from '../../../shared/model/device.ts';
import { formatDate, formatDateTime, timeAgoText } from '../../../shared/words/formats.ts';
import { useUsher } from '../../state/use-usher.ts';
import { deviceText } from '../../../shared/words/devices.ts';
import { Chip } from '../../ui/chip.tsx';
import { Button } from '../../ui/button.tsx';
import type { DeviceActions } from './create-device-actions.ts';
import styles from './device-row.module.css';
import { titleOfDevice } from './title-of-device.ts';

interface DeviceRowProps {
  readonly device: DeviceSummary;
  readonly desk: DeviceActions;
  readonly now: number;
}

/** One device: what it is, when and where it was last seen, and the choice to revoke it. */
export function DeviceRow(props: DeviceRowProps): JSX.Element {
  const title = () => titleOfDevice(props.device);
  const product = () =>
    joined(props.device.name === null ? null : props.device.product, props.device.productVersion);
  const platform = () => joined(props.device.platform, props.device.platformVersion);
  const make = () =>
    [props.device.device, props.device.model]
      .filter((part, index, all) => part !== null && all.indexOf(part) === index)
      .join(' · ');

  return (
    <li class={styles.row}>
      <label class={styles.identity}>
        <input
          type="checkbox"
          data-device-row
          class={styles.box}
          aria-label={deviceText().select(title())}
          checked={props.desk.selection.has(props.device.id)}
          onChange={(event) =>
            props.desk.selection.set([props.device.id], event.currentTarget.checked)
          }
        />
        <span class={styles.facts}>
          <span class={styles.name} title={title()}>
            <bdi>{title()}</bdi>
          </span>
          <Clipped text={product()} />
        </span>
      </label>
      <div class={styles.facts}>
        <DeviceBadges device={props.device} desk={props.desk} />
        <span class={styles.main} title={platform()}>
          <bdi>{platform() || '—'}</bdi>
        </span>
        <Clipped text={make()} />
      </div>
      <div class={styles.facts}>
        <DeviceTimes device={props.device} now={props.now} />
      </div>
      <div class={styles.action}>
        <Button
          size="small"
          kind="quiet"
          disabled={props.desk.isBusy()}
          aria-label={deviceText().revokeLabel(title())}
          onClick={() => props.desk.askToRevoke([props.device])}
        >
          {deviceText().revoke}
        </Button>
      </div>
    </li>
  );
}

function DeviceBadges(props: Omit<DeviceRowProps, 'now'>): JSX.Element {
  const usher = useUsher();
  const isNamesake = () =>
    props.device.kind === 'usher' && props.device.name === usher.state.app.deviceName;
  return (
    <>
      <Show when={isNamesake()}>
        <Chip>{deviceText().sameComputer}</Chip>
      </Show>
      <Show when={props.desk.standingOf(props.device.id)}>
        {(standing) => <Chip tone="warn">{deviceText()[standing()]}</Chip>}
      </Show>
    </>
  );
}

function DeviceTimes(props: Omit<DeviceRowProps, 'desk'>): JSX.Element {
  const rest = () => {
    const { createdAt, publicAddress } = props.device;
    const added = createdAt === null ? null : deviceText().added(formatDate(createdAt));
    return [publicAddress, added].filter((part) => part !== null).join(' · ');
  };
  return (
    <>
      <Show
        when={props.device.lastSeenAt}
        fallback={<span class={styles.main}>{deviceText().neverSeen}</span>}
      >
        {(at) => (
          <span class={styles.main} title={deviceText().lastSeen(formatDateTime(at()))}>
            {deviceText().lastSeen(timeAgoText(at(), props.now))}
          </span>
        )}
      </Show>
      <Clipped text={rest()} />
    </>
  );
}

function Clipped(props: { readonly text: string }): JSX.Element {
  return (
    <Show when={props.text !== ''}>
      <span class={styles.note} title={props.text}>
        <bdi>{props.text}</bdi>
      </span>
    </Show>
  );
}

const joined = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(' ');
