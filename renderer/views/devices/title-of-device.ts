import type { DeviceSummary } from '../../../shared/model/device.ts';
import { deviceText } from '../../../shared/words/devices.ts';

/** What a device goes by: its name, else what it is. */
export const titleOfDevice = ({
  name,
  product,
  device,
}: Pick<DeviceSummary, 'name' | 'product' | 'device'>): string =>
  name ?? product ?? device ?? deviceText().unnamed;
