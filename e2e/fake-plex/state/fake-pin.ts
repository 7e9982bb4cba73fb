import type { ClientIdentity } from './client-identity.ts';

/** A PIN waiting to be claimed, or claimed. */
export interface FakePin {
  readonly id: number;
  readonly code: string;
  readonly strong: boolean;
  readonly identity: ClientIdentity;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Null until somebody has approved it. */
  readonly authToken: string | null;
}
