import type { AppError } from '../errors.ts';
import { err, ok, type Result } from '../result.ts';
import type { AccountId, DeviceId, EpochMs } from './ids.ts';

/**
 * What an Authorized Device is to Usher: this installation (its client identifier, or the token in use here), Usher
 * under another client identifier, a media server, or anything else.
 */
export type DeviceKind = 'here' | 'usher' | 'server' | 'other';

/** One entry of an account's Authorized Devices, without the token Plex puts into it. Null is what Plex left empty. */
export interface DeviceSummary {
  readonly id: DeviceId;
  readonly kind: DeviceKind;
  readonly name: string | null;
  readonly product: string | null;
  readonly productVersion: string | null;
  readonly platform: string | null;
  readonly platformVersion: string | null;
  /** Its make, such as `iPhone`; `model` says it closer. */
  readonly device: string | null;
  readonly model: string | null;
  readonly clientIdentifier: string | null;
  /** Where it was last seen on the internet. */
  readonly publicAddress: string | null;
  readonly createdAt: EpochMs | null;
  readonly lastSeenAt: EpochMs | null;
}

export interface DeviceList {
  readonly accountId: AccountId;
  /** In Plex's order. */
  readonly devices: readonly DeviceSummary[];
  /** Entries without a number, which can be neither told apart nor revoked. */
  readonly unreadableCount: number;
  /** When plex.tv was last asked with success; null before the first time. */
  readonly askedAt: EpochMs | null;
  readonly isAsking: boolean;
  /** Why the last question failed; the list then is the last known one. */
  readonly error: AppError | null;
}

/** A device in the telling of a revocation, which may outlast its entry in the list. */
export interface DeviceRef {
  readonly id: DeviceId;
  readonly name: string | null;
}

/** Revoking one device or several, one after the other. One at a time for each account. */
export type Revocation =
  | {
      readonly phase: 'revoking';
      readonly accountId: AccountId;
      readonly totalCount: number;
      readonly doneCount: number;
      /** Null while the list is asked first. */
      readonly current: DeviceRef | null;
      readonly isStopping: boolean;
    }
  /** Plex has been told of all, and is asked for the list again. */
  | { readonly phase: 'proving'; readonly accountId: AccountId; readonly totalCount: number }
  | RevocationReport;

/** How it ended; every device that was asked for is in one of the lists. */
export interface RevocationReport {
  readonly phase: 'over';
  readonly accountId: AccountId;
  /** Plex does not list them any more. */
  readonly gone: readonly DeviceRef[];
  /** Plex was told, and could not be asked for the list since. */
  readonly unproved: readonly DeviceRef[];
  /** Plex was told, and lists them still. */
  readonly stillThere: readonly DeviceRef[];
  readonly refused: readonly { readonly device: DeviceRef; readonly error: AppError }[];
  /** What came after the end of an early end. */
  readonly untried: readonly DeviceRef[];
  /** Why it ended early; null when it did not, or when the person stopped it. */
  readonly error: AppError | null;
  /** This installation's own device is gone: the account's token is no longer good. */
  readonly isSignedOutHere: boolean;
}

const codeLength = 4;
// What people put between the characters to read them better.
const separators = /[\s\p{Pd}._·]+/gu;
// The shortest token Plex gives out has some twenty characters; a sentence or an address has other ones in it.
const tokenShape = /^(?:X-Plex-Token\s*[:=]\s*)?[\w-]{12,}$/i;

/**
 * The four-character code that a device shows, as plex.tv/link takes it, from what a person typed or pasted: in small
 * letters, with spaces or dashes, or within the address of a QR code. What can't be one is told as what it is: a secret
 * pasted by mistake must not be sent anywhere.
 */
export function readLinkCode(text: string): Result<string, LinkCodeMalformed> {
  const given = codeInAddress(text) ?? text.trim();
  const fail = (trouble: LinkCodeMalformed['trouble']): Result<string, LinkCodeMalformed> =>
    err({ code: 'link.codeMalformed', trouble });
  if (given === '') return fail('empty');
  if (/claim-/i.test(given)) return fail('claimCode');
  // From the beginning of a word alone: else each `eyJ` of many would be read to the end of all of them.
  if (
    /transient-|(?<![\w-])eyJ[\w-]+\.|X-Plex-Token|authToken/i.test(given) ||
    tokenShape.test(given)
  ) {
    return fail('token');
  }
  const code = given.replaceAll(separators, '').toUpperCase();
  if (!/^[A-Z0-9]*$/.test(code)) return fail('characters');
  if (code.length < codeLength) return fail(code === '' ? 'empty' : 'tooShort');
  return code.length > codeLength ? fail('tooLong') : ok(code);
}

type LinkCodeMalformed = Extract<AppError, { code: 'link.codeMalformed' }>;

/** `https://plex.tv/link/?pin=ABCD`, the address behind the QR code of a device. */
const codeInAddress = (text: string): string | null =>
  /^\s*(?:https?:\/\/)?(?:www\.)?plex\.tv\/link\/?\?(?:[^#\s]*&)?pin=([^&#\s]*)/i.exec(text)?.[1] ??
  null;
