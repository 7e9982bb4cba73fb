import type { DeviceKind, DeviceSummary } from '../../../shared/model/device.ts';
import { titleOfDevice } from './title-of-device.ts';

/** The orders of the list. */
export const sorts = ['seenNewest', 'seenOldest', 'addedNewest', 'addedOldest', 'name'] as const;
export type DeviceSort = (typeof sorts)[number];

/** What the list can be narrowed to; this Usher stands below it in any case. */
export const kinds = ['all', 'other', 'server', 'usher'] as const satisfies readonly (
  Exclude<DeviceKind, 'here'> | 'all'
)[];
export type ShownKind = (typeof kinds)[number];

/** The devices of a kind that hold every word of the query: in name, product, platform, address or identifier. */
export const findDevices = (
  devices: readonly DeviceSummary[],
  kind: ShownKind,
  query: string,
): readonly DeviceSummary[] => {
  const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return devices.filter((device) => {
    if (device.kind === 'here' || (kind !== 'all' && device.kind !== kind)) return false;
    if (words.length === 0) return true;
    const text = searchedText(device);
    return words.every((word) => text.includes(word));
  });
};

const searchedText = (device: DeviceSummary): string =>
  [
    device.name,
    device.product,
    device.productVersion,
    device.platform,
    device.platformVersion,
    device.device,
    device.model,
    device.publicAddress,
    device.clientIdentifier,
  ]
    .filter((part) => part !== null)
    .join('\n')
    .toLocaleLowerCase();

export const sortDevices = (
  devices: readonly DeviceSummary[],
  sort: DeviceSort,
): readonly DeviceSummary[] => devices.toSorted(compare[sort]);

type Compare = (a: DeviceSummary, b: DeviceSummary) => number;

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

// The number settles what is equal otherwise, so that a refresh never makes rows change places.
const compareIds: Compare = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** What is not known comes last either way. */
const byTime =
  (time: 'lastSeenAt' | 'createdAt', direction: 1 | -1): Compare =>
  (a, b) => {
    const [first, second] = [a[time], b[time]];
    const difference =
      first === null || second === null
        ? Number(first === null) - Number(second === null)
        : direction * (first - second);
    return difference || compareIds(a, b);
  };

const compare: Readonly<Record<DeviceSort, Compare>> = {
  seenNewest: byTime('lastSeenAt', -1),
  seenOldest: byTime('lastSeenAt', 1),
  addedNewest: byTime('createdAt', -1),
  addedOldest: byTime('createdAt', 1),
  name: (a, b) => byName.compare(titleOfDevice(a), titleOfDevice(b)) || compareIds(a, b),
};
