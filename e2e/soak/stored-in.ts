import type { AccountId, AppTokenId, TransientTokenId } from '../../shared/model/ids.ts';
import type { Fact } from './fact.ts';

/** What the person was told is stored, and never asked to take away again. */
export function storedIn(facts: readonly Fact[]): {
  readonly accountIds: ReadonlySet<AccountId>;
  readonly tokenIds: ReadonlySet<TransientTokenId>;
  readonly appTokenIds: ReadonlySet<AppTokenId>;
} {
  const accountIds = new Set<AccountId>();
  const tokenIds = new Set<TransientTokenId>();
  const appTokenIds = new Set<AppTokenId>();
  for (const fact of facts) {
    if (fact.kind === 'appTokenStored') appTokenIds.add(fact.appTokenId);
    if (fact.kind === 'appTokenRemovalAsked') appTokenIds.delete(fact.appTokenId);
    if (fact.kind === 'accountStored') accountIds.add(fact.accountId);
    if (fact.kind === 'tokenStored') tokenIds.add(fact.tokenId);
    if (fact.kind === 'forgetAsked') tokenIds.delete(fact.tokenId);
    if (fact.kind === 'signOutAsked') {
      accountIds.delete(fact.accountId);
      // A sign-out forgets its transient tokens too; here there is one account at a time.
      tokenIds.clear();
    }
  }
  return { accountIds, tokenIds, appTokenIds };
}
