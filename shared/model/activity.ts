import type { AccountId, ActivityId, EpochMs, ServerId } from './ids.ts';
import type { ServerRef } from './server.ts';

/** Something that was done with a token, or that happened to one. Holds no secret, nor part of one. */
export interface ActivityEntry {
  readonly id: ActivityId;
  readonly at: EpochMs;
  readonly kind: ActivityKind;
  readonly account: { readonly id: AccountId; readonly name: string };
  readonly server: { readonly id: ServerId; readonly name: string } | null;
  /** Which of the account's secrets it was about, or what gets one. */
  readonly what: ActivitySubject;
  /** The name of the device that is the source, or that was revoked. */
  readonly device?: string | undefined;
}

export const activityKinds = [
  'signedIn',
  'signedOut',
  'removed',
  'minted',
  'copied',
  'revealed',
  'proved',
  'rejected',
  'revoked',
  'forgotten',
  'linked',
  'added',
  'rotated',
  'written',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const activitySubjects = [
  'accountToken',
  'accessToken',
  'transientToken',
  'sourceToken',
  'appToken',
  'device',
  'address',
] as const;
export type ActivitySubject = (typeof activitySubjects)[number];

/** Tells that the list has changed; the list itself is asked for. */
export interface ActivityState {
  readonly count: number;
  readonly newestAt: EpochMs | null;
}

/** How often, as far back as the activity goes, a token was minted or copied for a server. */
export interface UsedServer extends ServerRef {
  readonly count: number;
  readonly lastUsedAt: EpochMs;
}
