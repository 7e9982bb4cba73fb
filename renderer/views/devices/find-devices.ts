import type { DeviceSummary } from '../../../shared/model/device.ts';

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

/** The devices that hold every word of the query somewhere: name, product, platform, address or identifier. */
export const findDevices = (
  devices: readonly DeviceSummary[],
  query: string,
): readonly DeviceSummary[] => {
  const words = query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return devices;
  return devices.filter((device) => {
    const text = searchedText(device);
    return words.every((word) => text.includes(word));
  });
};
