import { Show, type Accessor, type JSX } from 'solid-js';
import type { DeviceSummary } from '../../../shared/model/device.ts';
import { deviceText } from '../../../shared/words/devices.ts';
import {
  dayNameText,
  formatDateTime,
  lastTimeText,
  timeAgoText,
} from '../../../shared/words/formats.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Chip } from '../../ui/chip.tsx';
import { shortVersion } from '../servers/short-version.ts';
import type { DeviceActions } from './create-device-actions.ts';
import { DeviceTile } from './device-tile.tsx';
import styles from './devices-table.module.css';
import { titleOfDevice } from './title-of-device.ts';

/** What a row of the table says of a device: what it is, when it was last seen and added, and where. */
export const deviceCells = (
  device: DeviceSummary,
  now: Accessor<number>,
  standing: () => ReturnType<DeviceActions['standingOf']>,
): readonly JSX.Element[] => [
  <Identity device={device} now={now()} standing={standing()} />,
  <When at={device.lastSeenAt} now={now()} words={lastTimeText} />,
  <span class={styles.soft}>
    <When at={device.createdAt} now={now()} words={dayNameText} />
  </span>,
  <code class={styles.place} dir="ltr" title={device.publicAddress ?? undefined}>
    {device.publicAddress}
  </code>,
];

interface IdentityProps {
  readonly device: DeviceSummary;
  readonly now: number;
  readonly standing: ReturnType<DeviceActions['standingOf']>;
}

function Identity(props: IdentityProps): JSX.Element {
  const usher = useUsher();
  const title = () => titleOfDevice(props.device);
  const meta = () => factsOf(props.device);
  const isNamesake = () =>
    props.device.kind === 'usher' && props.device.name === usher.state.app.deviceName;
  const isAppToken = () =>
    usher.state.appTokens.some(
      ({ clientIdentifier }) => clientIdentifier === props.device.clientIdentifier,
    );
  return (
    <div class={styles.identity}>
      <DeviceTile device={props.device} />
      <div class={styles.words}>
        <p class={styles.nameLine}>
          <span class={styles.name} title={title()}>
            <bdi>{title()}</bdi>
          </span>
          <Show when={props.device.kind === 'here'}>
            <span class={styles.note}>{deviceText().thisComputer}</span>
          </Show>
          <Show when={isAppToken()}>
            <span class={styles.note}>{deviceText().appToken}</span>
          </Show>
          <Show when={isNamesake()}>
            <span class={styles.note}>{deviceText().sameName}</span>
          </Show>
          <Show when={props.standing}>
            {(standing) => <Chip tone="warn">{deviceText()[standing()]}</Chip>}
          </Show>
        </p>
        <p class={styles.meta} title={meta()}>
          <Show when={props.device.lastSeenAt}>
            {(at) => (
              <span class={styles.seen}>
                {deviceText().lastSeen(timeAgoText(at(), props.now))}
                {' · '}
              </span>
            )}
          </Show>
          <bdi>{meta()}</bdi>
        </p>
      </div>
    </div>
  );
}

function When(props: {
  readonly at: number | null;
  readonly now: number;
  readonly words: (at: number, now: number) => string;
}): JSX.Element {
  return (
    <Show when={props.at} fallback={<span class={styles.soft}>{deviceText().never}</span>}>
      {(at) => <span title={formatDateTime(at())}>{props.words(at(), props.now)}</span>}
    </Show>
  );
}

/** The product and what it runs on; where neither is known, its make. Each is said once. */
const factsOf = ({
  name,
  product,
  productVersion,
  platform,
  platformVersion,
  device,
  model,
}: DeviceSummary): string => {
  const versioned = (what: string | null, version: string | null): readonly string[] =>
    what === null ? [] : [deviceText().product(what, version && shortVersion(version))];
  const facts = [
    ...(name === null ? [] : versioned(product, productVersion)),
    ...versioned(platform, platformVersion),
  ];
  const make = [device, model].filter((part) => part !== null);
  return deviceText().facts([...new Set(facts.length > 0 ? facts : make)]);
};
