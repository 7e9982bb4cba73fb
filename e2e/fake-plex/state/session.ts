import type { FakeUser } from './fake-user.ts';

/** What a live account token stands for. */
export interface Session {
  readonly token: string;
  readonly user: FakeUser;
  readonly deviceId: number;
  /** When a JWT ends, in seconds since the epoch; null for a classic token, which has no end. */
  readonly expiresAt: number | null;
}
