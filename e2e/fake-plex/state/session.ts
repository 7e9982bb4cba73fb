import type { FakeUser } from './fake-user.ts';

/** What a live account token stands for. */
export interface Session {
  readonly token: string;
  readonly user: FakeUser;
  readonly deviceId: number;
}
