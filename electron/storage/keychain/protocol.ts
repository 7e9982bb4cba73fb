import { isDeepStrictEqual } from 'node:util';
import type { AppError } from '../../../shared/errors.ts';

/** One call to the keychain's process. `id` comes back in the reply. */
export type WorkerRequest =
  | {
      readonly id: number;
      readonly op: 'get' | 'delete';
      readonly service: string;
      readonly account: string;
    }
  | {
      readonly id: number;
      readonly op: 'set';
      readonly service: string;
      readonly account: string;
      readonly secret: string;
    };

/** The keychain process's answer: the secret or null of `get`, whether `delete` found something, null of `set`. */
export type WorkerReply =
  | { readonly id: number; readonly ok: true; readonly value: string | boolean | null }
  | { readonly id: number; readonly ok: false; readonly error: AppError };

/** The Windows credential store takes no more for one secret, counted in UTF-8. The other keychains have no such limit. */
export const WINDOWS_SECRET_LIMIT_BYTES = 2_560;

const failed: AppError = { code: 'vault.failed' };

/**
 * Every way but `vault.failed` in which the keychain refuses a call, and parts of the texts that the keychains' libraries
 * are known to reject with then, in the order they are looked for. The keychain's process runs in the C locale (see
 * `workerEnv`), so these are the texts whatever the person's language is.
 */
const KNOWN_REFUSALS: readonly (readonly [AppError, readonly string[]])[] = [
  [
    { code: 'vault.unavailable', reason: 'notSupported' },
    // keytar's own loader; on Linux also when libsecret is not installed.
    ['failed to load keytar', 'err_dlopen_failed', 'cannot find module'],
  ],
  [
    { code: 'vault.tooLong', limitBytes: WINDOWS_SECRET_LIMIT_BYTES },
    // Windows alone.
    ['stub received bad data'],
  ],
  [
    { code: 'vault.locked' },
    [
      'locked collection',
      'secret.error.islocked',
      'is locked',
      // macOS: the keychain is locked and there is no window to ask in.
      'user interaction is not allowed',
      'no ui possible',
    ],
  ],
  [
    { code: 'vault.denied' },
    [
      'dismissed',
      'user canceled',
      'user cancelled',
      'user denied',
      'user name or passphrase you entered is not correct',
      'access denied',
      'accessdenied',
      'not authorized',
    ],
  ],
  [
    { code: 'vault.unavailable', reason: 'noCollection' },
    [
      'object does not exist at path',
      'secret.error.nosuchobject',
      'secret.collection',
      'no such secret collection',
    ],
  ],
  [
    { code: 'vault.unavailable', reason: 'noService' },
    [
      'was not provided by any .service files',
      'name is not activatable',
      'startservicebyname',
      'serviceunknown',
      'namehasnoowner',
      'dbus.error.spawn',
      'failed to activate service',
      'process org.freedesktop.secrets',
    ],
  ],
  [
    { code: 'vault.unavailable', reason: 'noBus' },
    [
      'cannot autolaunch d-bus',
      'unknown or unsupported transport',
      'could not connect',
      'cannot spawn a message bus',
      'error spawning command line',
      'failed to execute child process',
      'connection is closed',
      'cannot determine session bus address',
      'dbus.error.noserver',
      'dbus.error.disconnected',
    ],
  ],
  [{ code: 'vault.timeout' }, ['timeout was reached', 'dbus.error.noreply', 'dbus.error.timeout']],
];

/** What a rejection of the keychain's library means. SECURITY: its text can hold names and paths, and goes no further. */
export const errorOfRejection = (text: string): AppError => {
  const lowerText = text.toLowerCase();
  const known = KNOWN_REFUSALS.find(([, parts]) => parts.some((part) => lowerText.includes(part)));
  return known === undefined ? failed : known[0];
};

/** An error that came from the keychain's process. SECURITY: one of those above or `vault.failed`, so no text comes along. */
const readError = (value: unknown): AppError =>
  KNOWN_REFUSALS.find(([error]) => isDeepStrictEqual(error, value))?.[0] ?? failed;

/** Reads a message of the keychain's process; null when it is no reply. */
export const parseWorkerReply = (message: unknown): WorkerReply | null => {
  if (typeof message !== 'object' || message === null) return null;
  if (!('id' in message && 'ok' in message) || typeof message.id !== 'number') return null;
  const { id } = message;
  if (message.ok === false) {
    return { id, ok: false, error: readError('error' in message ? message.error : null) };
  }
  if (message.ok !== true || !('value' in message)) return null;
  const { value } = message;
  if (typeof value !== 'string' && typeof value !== 'boolean' && value !== null) return null;
  return { id, ok: true, value };
};

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * Reads a message to the keychain's process; null when it is none.
 * SECURITY: the three calls listed here are all that the process does. Never `findCredentials`: on Linux it ends the
 * process when a matching item is locked.
 */
export const parseWorkerRequest = (message: unknown): WorkerRequest | null => {
  if (typeof message !== 'object' || message === null) return null;
  if (!('id' in message && 'op' in message && 'service' in message && 'account' in message)) {
    return null;
  }
  const { id, op, service, account } = message;
  if (typeof id !== 'number' || !isText(service) || !isText(account)) return null;
  if (op === 'get' || op === 'delete') return { id, op, service, account };
  if (op !== 'set' || !('secret' in message) || !isText(message.secret)) return null;
  return { id, op, service, account, secret: message.secret };
};
