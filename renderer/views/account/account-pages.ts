import type { AccountSummary } from '../../../shared/model/account.ts';
import type { Route } from '../../state/route.ts';

export type AccountPage = 'profile' | 'servers' | 'devices' | 'home' | 'data';

/** What there is of an account, in order. Who is in a Home is for its own accounts to see, and a Home user is none. */
export function pagesOf({
  id: accountId,
  homeOf,
}: AccountSummary): readonly { readonly page: AccountPage; readonly route: Route }[] {
  return [
    { page: 'profile', route: { view: 'account', accountId } },
    { page: 'servers', route: { view: 'servers', accountId } },
    { page: 'devices', route: { view: 'devices', accountId } },
    ...(homeOf === null ? [{ page: 'home', route: { view: 'home', accountId } } as const] : []),
    { page: 'data', route: { view: 'account', accountId, tab: 'data' } },
  ];
}
