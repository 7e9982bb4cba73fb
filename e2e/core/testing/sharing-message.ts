import type { AccountId, TransientTokenId } from '../../../shared/model/ids.ts';

/** What one of two processes on one profile is told to do. */
export interface SharingOrder {
  readonly plexUrl: string;
  readonly folder: string;
  readonly serverId: string;
  readonly people: readonly SharingPerson[];
  /** The same seed chooses the same acts. */
  readonly seed: number;
  /** How many acts; then it closes and ends. */
  readonly actCount: number;
}

export interface SharingPerson {
  readonly username: string;
  readonly login: string;
  readonly password: string;
  readonly verificationCode: string | null;
}

/** What it says: each as a person was told, or had asked for. */
export type SharingMessage =
  | { readonly kind: 'accountStored'; readonly accountId: AccountId }
  | { readonly kind: 'removalAsked'; readonly accountId: AccountId }
  | { readonly kind: 'accountRemoved'; readonly accountId: AccountId }
  | {
      readonly kind: 'tokenStored';
      readonly accountId: AccountId;
      readonly tokenId: TransientTokenId;
    }
  | { readonly kind: 'forgetAsked'; readonly tokenId: TransientTokenId }
  | { readonly kind: 'tokenRemoved'; readonly tokenId: TransientTokenId }
  | { readonly kind: 'refused'; readonly act: string; readonly code: string }
  | { readonly kind: 'approve'; readonly code: string; readonly username: string }
  | { readonly kind: 'started' };
