import type { FakeUser } from '../state/fake-user.ts';

/** What a token may do on one media server. */
export interface ServerRights {
  readonly user: FakeUser;
  readonly isOwner: boolean;
  readonly isTransient: boolean;
}
