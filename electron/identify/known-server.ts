import type { OpenedServer } from '../../shared/model/identification.ts';
import type { AccountId } from '../../shared/model/ids.ts';

/** A server of an account that is signed in here. */
export interface KnownServer {
  readonly server: OpenedServer;
  /** The account it is known by. */
  readonly accountId: AccountId;
  /** What plex.tv says of it. */
  readonly isOnline: boolean;
  /** The asked token is the access token of that account for this server. */
  readonly isAccessToken: boolean;
}
