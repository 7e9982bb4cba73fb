import type { DeviceSummary } from '../../../shared/model/device.ts';
import { isoTime } from './iso-time.ts';

/** An Authorized Device in JSON. */
export const deviceJson = (device: DeviceSummary) => ({
  ...device,
  createdAt: isoTime(device.createdAt),
  lastSeenAt: isoTime(device.lastSeenAt),
});
