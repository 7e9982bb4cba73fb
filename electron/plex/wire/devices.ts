import type { DeviceKind, DeviceSummary } from '../../../shared/model/device.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import {
  readField,
  readInstant,
  readList,
  readName,
  readNumber,
  readText,
  readTextList,
} from './loose.ts';

/** Identifies the caller's own entry among the others. */
export interface DeviceReader {
  readonly token: string;
  readonly clientIdentifier: string;
  readonly product: string;
}

export interface ReadDevices {
  readonly devices: readonly DeviceSummary[];
  readonly unreadableCount: number;
}

/**
 * The Authorized Devices in a response of `GET /devices.xml` (a `MediaContainer` of `Device`s) or `/api/v2/devices` (an array,
 * or `{devices:[…]}`). Null if it is no such list, or if no entry can be read: an unknown form must not look like "no
 * devices". `size` is ignored: Plex has been seen to send a wrong one.
 *
 * SECURITY: every entry holds its device's token in clear. Fields are read by name, and the token isn't among them: it is only
 * compared here with the caller's own.
 */
export const readDevices = (body: unknown, reader: DeviceReader): ReadDevices | null => {
  const entries = listOf(body);
  if (entries === null) return null;
  const devices = new Map<DeviceId, DeviceSummary>();
  let unreadableCount = 0;
  for (const entry of entries) {
    const device = readDevice(entry, reader);
    if (device === null) unreadableCount += 1;
    else if (!devices.has(device.id)) devices.set(device.id, device);
  }
  if (devices.size === 0 && unreadableCount > 0) return null;
  return { devices: [...devices.values()], unreadableCount };
};

const listOf = (body: unknown): readonly unknown[] | null => {
  if (Array.isArray(body)) return readList(body);
  const container = readField(body, 'MediaContainer');
  for (const [holder, name] of [
    [container, 'Device'],
    [body, 'devices'],
    [body, 'device'],
  ] as const) {
    const inner = readField(holder, name);
    if (typeof inner === 'object' && inner !== null) return readList(inner);
  }
  // An empty container is an empty list, unless its size says otherwise.
  return isContainer(container) && (readNumber(readField(container, 'size')) ?? 0) === 0
    ? []
    : null;
};

const isContainer = (container: unknown): boolean =>
  readField(container, 'publicAddress') !== undefined || readField(container, 'size') !== undefined;

const readDevice = (value: unknown, reader: DeviceReader): DeviceSummary | null => {
  const text = (field: string): string | null => readText(readField(value, field));
  // Whoever signed a device in has named it.
  const name = (field: string): string | null => readName(readField(value, field));
  const instant = (field: string) => readInstant(readField(value, field));
  const id = text('id');
  // SECURITY: it becomes part of a URL, so only digits are accepted.
  if (id === null || !/^\d{1,20}$/.test(id)) return null;
  return {
    // Branded here, where it is parsed.
    id: id as DeviceId,
    kind: kindOf(value, reader),
    name: name('name'),
    product: name('product'),
    productVersion: name('productVersion') ?? name('version'),
    platform: name('platform'),
    platformVersion: name('platformVersion'),
    device: name('device'),
    model: name('model'),
    clientIdentifier: text('clientIdentifier'),
    publicAddress: text('publicAddress'),
    createdAt: instant('createdAt'),
    lastSeenAt: instant('lastSeenAt'),
  };
};

const kindOf = (value: unknown, reader: DeviceReader): DeviceKind => {
  const isOurs = readField(value, 'clientIdentifier') === reader.clientIdentifier;
  if (isOurs || readField(value, 'token') === reader.token) return 'here';
  if (readText(readField(value, 'product'))?.trim() === reader.product) return 'usher';
  return readTextList(readField(value, 'provides')).includes('server') ? 'server' : 'other';
};
