import type { AccountSummary } from '../../shared/model/account.ts';
import type { Route } from './route.ts';

/** Where an account gets a new token: by signing in, or for a Home user by a new switch from the account it belongs to. */
export const repairRoute = ({ id, homeOf }: AccountSummary): Route =>
  homeOf === null ? { view: 'signIn', forAccountId: id } : { view: 'home', accountId: homeOf };
