import type { AppErrorCode } from '../errors.ts';
import type { AccountSummary } from './account.ts';
import type { Destination } from './destination.ts';
import type { AccountId, AppTokenId, DestinationId, EpochMs, ServerId } from './ids.ts';
import type { MaskedToken, SecretStorage, Verdict } from './token.ts';

/**
 * A device token that was made for one named program: it stands under that name in the account's Authorized Devices, and is
 * checked, rotated and revoked alone. It has the full rights of the account.
 */
export interface AppTokenSummary {
  readonly id: AppTokenId;
  readonly name: string;
  readonly account: { readonly id: AccountId; readonly title: string };
  /** The server whose address is written beside the token, where a destination has a place for it. */
  readonly server: { readonly id: ServerId; readonly name: string } | null;
  readonly token: MaskedToken;
  /** Of its device in the account's Authorized Devices. */
  readonly clientIdentifier: string;
  readonly storage: SecretStorage;
  readonly madeAt: EpochMs;
  /** When Plex last saw the program; null when Plex does not say, or was not asked yet. */
  readonly lastSeenAt: EpochMs | null;
  readonly verdict: Verdict;
  readonly work: AppTokenWork;
  readonly destinations: readonly DestinationSummary[];
}

export type AppTokenWork =
  | { readonly kind: 'none' }
  | { readonly kind: 'writing' }
  | { readonly kind: 'rotating' }
  /** A new token is made, and not in every destination yet: it and the old one are both good. */
  | { readonly kind: 'rotationStopped'; readonly newToken: MaskedToken }
  /** Plex rejects it, and a new one takes its place. */
  | { readonly kind: 'replacing' }
  | { readonly kind: 'removing' };

export interface DestinationSummary extends Destination {
  readonly id: DestinationId;
  /** Where in the same file the server's address is written; null when there is no place for it. */
  readonly urlKey: string | null;
  readonly state: DestinationState;
  /** Others on this computer can read the file. */
  readonly isReadableByOthers: boolean;
}

export type DestinationState =
  /** The file holds this very token. */
  | { readonly kind: 'upToDate' }
  /** The token is still to be written there; why it could not be. */
  | { readonly kind: 'notWritten'; readonly reason: AppErrorCode | null }
  /** Somebody else wrote the file since: another value stands there, or none. */
  | { readonly kind: 'changed'; readonly at: EpochMs; readonly found: MaskedToken | null }
  | { readonly kind: 'notChecked'; readonly reason: AppErrorCode | null };

/** Those that can be made anew: Plex rejects them, and takes the token of their account, which can approve new ones. */
export const replaceableApps = (
  apps: readonly AppTokenSummary[],
  accounts: readonly Pick<AccountSummary, 'id' | 'verdict'>[],
): readonly AppTokenSummary[] =>
  apps.filter(
    ({ verdict, account }) =>
      verdict.kind === 'rejected' &&
      accounts.some((one) => one.id === account.id && one.verdict.kind !== 'rejected'),
  );

/** How many characters the name of a program may have. */
export const appNameLimit = 60;
