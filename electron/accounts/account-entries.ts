import type { AccountId } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { AccountEntry } from '../storage/profile/index-content.ts';

/** The accounts in the profile, for the parts of `Accounts`. */
export interface AccountEntries {
  readonly find: (accountId: AccountId) => Result<AccountEntry>;
  /** And tells the list anew. */
  readonly change: (
    accountId: AccountId,
    changed: (entry: AccountEntry) => AccountEntry,
  ) => Promise<Result<null>>;
}
