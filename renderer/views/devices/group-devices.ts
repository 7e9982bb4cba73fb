import type { DeviceKind, DeviceSummary } from '../../../shared/model/device.ts';
import { titleOfDevice } from './title-of-device.ts';

export type DeviceOrder = 'newest' | 'oldest' | 'name';

export interface DeviceGroup {
  readonly kind: DeviceKind;
  readonly devices: readonly DeviceSummary[];
}

const groupOrder = ['here', 'usher', 'other', 'server'] as const;
const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

// The number settles what is equal otherwise, so that a refresh never makes rows change places.
const compareIds = (a: DeviceSummary, b: DeviceSummary): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** One that was never seen comes last either way. */
const compareSeen = (a: DeviceSummary, b: DeviceSummary, direction: 1 | -1): number => {
  if (a.lastSeenAt === null || b.lastSeenAt === null) {
    return Number(a.lastSeenAt === null) - Number(b.lastSeenAt === null);
  }
  return direction * (a.lastSeenAt - b.lastSeenAt);
};

const compare: Readonly<Record<DeviceOrder, (a: DeviceSummary, b: DeviceSummary) => number>> = {
  newest: (a, b) => compareSeen(a, b, -1) || compareIds(a, b),
  oldest: (a, b) => compareSeen(a, b, 1) || compareIds(a, b),
  name: (a, b) => byName.compare(titleOfDevice(a), titleOfDevice(b)) || compareIds(a, b),
};

/** Under four headings, in the order that was chosen within. Groups without a device are left out. */
export const groupDevices = (
  devices: readonly DeviceSummary[],
  order: DeviceOrder,
): readonly DeviceGroup[] => {
  const sorted = devices.toSorted(compare[order]);
  return groupOrder
    .map((kind) => ({ kind, devices: sorted.filter((device) => device.kind === kind) }))
    .filter((group) => group.devices.length > 0);
};
