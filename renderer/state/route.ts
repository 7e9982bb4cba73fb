import type { AccountSummary } from '../../shared/model/account.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import type { KeptView } from '../../shared/model/kept-view.ts';
import type { State } from '../../shared/model/state.ts';
import type { SettingId } from '../../shared/words/settings.ts';

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
  /** With the question for the next one open, or the list alone. */
  | { readonly view: 'apps'; readonly isAdding?: true }
  | { readonly view: 'identify' }
  | { readonly view: 'activity' }
  | { readonly view: 'doctor' }
  /** At one of them, or at the top. */
  | { readonly view: 'settings'; readonly at?: SettingId };

/** Where an account gets a new token: by signing in, or for a Home user by a new switch from the account it belongs to. */
export const repairRoute = ({ id, homeOf }: AccountSummary): Route =>
  homeOf === null ? { view: 'signIn', forAccountId: id } : { view: 'home', accountId: homeOf };

/** Where the window begins: where there is no account, with signing in. */
export function firstRoute({ accounts, settings }: Pick<State, 'accounts' | 'settings'>): Route {
  if (accounts.length === 0) return { view: 'signIn' };
  const { startWith, lastView } = settings;
  const isThere =
    lastView !== null &&
    (!('accountId' in lastView) || accounts.some(({ id }) => id === lastView.accountId));
  return startWith === 'lastView' && isThere ? lastView : { view: 'overview' };
}

/** As much of a route as a later start can go by; null for what is in the midst of something. */
export function keptView(route: Route): KeptView | null {
  switch (route.view) {
    case 'signIn':
    case 'repair':
      return null;
    case 'account':
    case 'devices':
    case 'home':
      return { view: route.view, accountId: route.accountId };
    case 'server':
      return { view: 'server', accountId: route.accountId, serverId: route.serverId };
    default:
      return { view: route.view };
  }
}
