import type { AccountSummary } from '../../shared/model/account.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';

/** What the main pane shows. Kept in memory: a window has no address to share. */
export type Route =
  | { readonly view: 'overview' }
  /** For an account that is here, to sign in again to; else to add one. */
  | { readonly view: 'signIn'; readonly forAccountId?: AccountId }
  | { readonly view: 'repair' }
  | {
      readonly view: 'account';
      readonly accountId: AccountId;
      readonly tab?: 'data';
      /** The group of its data to begin with. */
      readonly at?: 'plexPass' | 'subscriptions';
    }
  | { readonly view: 'home'; readonly accountId: AccountId }
  /** Of all accounts, or those of one to begin with. */
  | { readonly view: 'servers'; readonly accountId?: AccountId }
  | { readonly view: 'server'; readonly accountId: AccountId; readonly serverId: ServerId }
  | { readonly view: 'devices'; readonly accountId: AccountId }
  | { readonly view: 'tokens' }
  | { readonly view: 'identify' }
  | { readonly view: 'activity' }
  | { readonly view: 'doctor' }
  | { readonly view: 'settings' };

/** Where an account gets a new token: by signing in, or for a Home user by a new switch from the account it belongs to. */
export const repairRoute = ({ id, homeOf }: AccountSummary): Route =>
  homeOf === null ? { view: 'signIn', forAccountId: id } : { view: 'home', accountId: homeOf };
