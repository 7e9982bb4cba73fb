import type { ClientIdentity } from './client-identity.ts';
import type { FakeUser } from './fake-user.ts';

/** An entry of a user's Authorized Devices. */
export interface FakeDevice {
  readonly id: number;
  readonly user: FakeUser;
  readonly identity: ClientIdentity;
  /** The newest token of this device. */
  readonly token: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
}
