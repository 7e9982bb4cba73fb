import type { AppErrorCode, RejectionCause } from '../errors.ts';
import type { AccountId, EpochMs, ServerId, TransientTokenId } from './ids.ts';

/** What is known of a token. Only a clear rejection makes one `rejected`; not being able to ask is `unknown`. */
export type Verdict =
  | { readonly kind: 'valid'; readonly provedAt: EpochMs }
  | {
      readonly kind: 'rejected';
      readonly rejectedAt: EpochMs;
      /** Of a transient token, as far as it can be told. */
      readonly because?: RejectionCause | null;
    }
  | {
      readonly kind: 'unknown';
      /** Why the last question had no answer; null when it was not asked yet. */
      readonly reason: AppErrorCode | null;
      readonly lastProvedAt: EpochMs | null;
    };

/** Names one token to be asked about. */
export type TokenRef =
  | { readonly kind: 'account'; readonly accountId: AccountId }
  /** The account's access token for a server. */
  | { readonly kind: 'access'; readonly accountId: AccountId; readonly serverId: ServerId }
  | { readonly kind: 'transient'; readonly tokenId: TransientTokenId };
