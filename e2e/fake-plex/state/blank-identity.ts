import type { ClientIdentity } from './client-identity.ts';

/** A client that has said nothing of itself but its identifier. */
export function blankIdentity(clientIdentifier: string): ClientIdentity {
  return {
    clientIdentifier,
    product: '',
    version: '',
    platform: '',
    platformVersion: '',
    device: '',
    deviceName: '',
    model: '',
    vendor: '',
    provides: '',
    screenResolution: '',
  };
}
