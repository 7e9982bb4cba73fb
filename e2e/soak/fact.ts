import type { AccountId, TransientTokenId } from '../../shared/model/ids.ts';

/** What the person was told, or had asked for, before the end came. */
export type Fact =
  | { readonly kind: 'accountStored'; readonly accountId: AccountId }
  | { readonly kind: 'signOutAsked'; readonly accountId: AccountId }
  | { readonly kind: 'accountRemoved'; readonly accountId: AccountId }
  | { readonly kind: 'tokenStored'; readonly tokenId: TransientTokenId }
  | { readonly kind: 'forgetAsked'; readonly tokenId: TransientTokenId }
  | { readonly kind: 'tokenRemoved'; readonly tokenId: TransientTokenId };
