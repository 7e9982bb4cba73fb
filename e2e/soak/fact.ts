import type { AccountId, AppTokenId, TransientTokenId } from '../../shared/model/ids.ts';

/** What the person was told, or had asked for, before the end came. */
export type Fact =
  | { readonly kind: 'accountStored'; readonly accountId: AccountId }
  | { readonly kind: 'signOutAsked'; readonly accountId: AccountId }
  | { readonly kind: 'accountRemoved'; readonly accountId: AccountId }
  | { readonly kind: 'tokenStored'; readonly tokenId: TransientTokenId }
  | { readonly kind: 'forgetAsked'; readonly tokenId: TransientTokenId }
  | { readonly kind: 'tokenRemoved'; readonly tokenId: TransientTokenId }
  /** And written where its program reads it. */
  | { readonly kind: 'appTokenStored'; readonly appTokenId: AppTokenId }
  /** Plex rejects it: it was ended in the list of devices. */
  | { readonly kind: 'appTokenEnded'; readonly appTokenId: AppTokenId }
  | { readonly kind: 'appTokenRemovalAsked'; readonly appTokenId: AppTokenId }
  | { readonly kind: 'appTokenRemoved'; readonly appTokenId: AppTokenId };
