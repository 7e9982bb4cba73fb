import type { AppErrorCode, RejectionCause } from '../errors.ts';
import type {
  AccountId,
  AppTokenId,
  EpochMs,
  ServerId,
  SourceTokenId,
  TransientTokenId,
} from './ids.ts';

/** Told by the token's shape: `eyJ…` with two dots, `transient-`, `claim-`, `local-`, else classic (opaque). */
export type TokenKind = 'classic' | 'jwt' | 'transient' | 'claim' | 'local';

/** Where the secret is: the OS keychain, or this session's memory only. */
export type SecretStorage = 'keychain' | 'session';

/** All that a page may know of a token without a Reveal. */
export interface MaskedToken {
  readonly kind: TokenKind;
  readonly lastFour: string;
}

/** Names one secret for Copy and Reveal. */
export type SecretRef =
  | { readonly kind: 'account'; readonly accountId: AccountId }
  | { readonly kind: 'transient'; readonly tokenId: TransientTokenId }
  | { readonly kind: 'app'; readonly appTokenId: AppTokenId }
  /** A device's token in the last answer of a server about a source; held in memory only. */
  | { readonly kind: 'source'; readonly tokenId: SourceTokenId };

/** "Up to 48 hours"; a restart of the server ends it earlier (https://developer.plex.tv/pms/, `/security/token`). */
export const transientLifeMs = 48 * 60 * 60 * 1000;

export interface TransientTokenSummary {
  readonly id: TransientTokenId;
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly serverId: ServerId;
  readonly serverName: string;
  readonly token: MaskedToken;
  readonly storage: SecretStorage;
  readonly mintedAt: EpochMs;
  /** At the latest; a restart of the server ends it earlier. */
  readonly expiresAt: EpochMs;
  /** Until expiresAt, when this was sent; never negative. */
  readonly remainingMs: number;
  readonly verdict: Verdict;
}

/** What copying did. */
export type CopyOutcome =
  | { readonly kind: 'copied' }
  /** A transient token whose server could not be asked, or not in time, whether it still takes it. */
  | { readonly kind: 'copiedUnchecked'; readonly reason: AppErrorCode }
  /** The token was dead, and a new one is on the clipboard in its place. */
  | {
      readonly kind: 'mintedAnew';
      readonly because: RejectionCause | 'expired';
      readonly token: TransientTokenSummary;
    };

/** What copying a token of a server did; `token` is the one that is on the clipboard. */
export type ServerCopyOutcome = { readonly token: TransientTokenSummary } & (
  | { readonly kind: 'copied' }
  /** As in `CopyOutcome`. */
  | { readonly kind: 'copiedUnchecked'; readonly reason: AppErrorCode }
  /** `because`: why the one that was there is dead; null where there was none, or a new one was asked for. */
  | { readonly kind: 'minted'; readonly because: RejectionCause | 'expired' | null }
);

export interface RevealedSecret {
  readonly secret: string;
  /** How long the page may show it. */
  readonly visibleMs: number;
}

/** The forms a token can be handed out in, for where people put tokens. */
export const tokenForms = ['raw', 'header', 'url', 'curl', 'env', 'yaml', 'json'] as const;

export type TokenForm = (typeof tokenForms)[number];

export const isTokenForm = (text: string): text is TokenForm =>
  (tokenForms as readonly string[]).includes(text);

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
  | { readonly kind: 'transient'; readonly tokenId: TransientTokenId }
  | { readonly kind: 'app'; readonly appTokenId: AppTokenId };
