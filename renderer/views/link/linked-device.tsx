import { Show, type JSX } from 'solid-js';
import type { DeviceSummary } from '../../../shared/model/device.ts';
import { formatDateTime } from '../../../shared/words/formats.ts';
import { linkText } from '../../../shared/words/devices.ts';
import { KeyValue } from '../../ui/key-value.tsx';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { TextLink } from '../../ui/text-link.tsx';

interface LinkedDeviceProps {
  /** Null when Plex's list does not tell. */
  readonly device: DeviceSummary | null;
}

const text = () => linkText().done;

/** Which device it was, as far as Plex tells, and where to undo it. */
export function LinkedDevice(props: LinkedDeviceProps): JSX.Element {
  return (
    <>
      <Show when={props.device}>
        {(device) => (
          <KeyValueList>
            <KeyValue label={text().name}>{device().name}</KeyValue>
            <KeyValue label={text().product}>
              {joined(device().product, device().productVersion)}
            </KeyValue>
            <KeyValue label={text().platform}>
              {joined(device().platform, device().platformVersion)}
            </KeyValue>
            <KeyValue label={text().address}>{device().publicAddress}</KeyValue>
            <KeyValue label={text().since}>{dateOf(device().createdAt)}</KeyValue>
          </KeyValueList>
        )}
      </Show>
      <p>
        {text()[props.device === null ? 'unknown' : 'remove'](
          <TextLink link="plexAuthorizedDevices">{text().authorizedDevices}</TextLink>,
        )}
      </p>
    </>
  );
}

const joined = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(' ');

const dateOf = (at: number | null): string | null => (at === null ? null : formatDateTime(at));
