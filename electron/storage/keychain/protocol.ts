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
  | { readonly id: number; readonly ok: false; readonly failure: WorkerFailure };

/**
 * Why the keychain refused a call. The worker turns the keychain's own text into one of these, so that the text, which
 * can hold names and paths, never leaves that process.
 */
export type WorkerFailure =
  /** No session bus to reach a keychain by. */
  | 'noBus'
  /** A bus, and nothing on it that keeps secrets. */
  | 'noService'
  /** A service without a collection to put items in. */
  | 'noCollection'
  /** The keychain's library can't be loaded on this system. */
  | 'notSupported'
  | 'locked'
  | 'denied'
  /** The keychain's service stopped answering by its own count. */
  | 'timeout'
  | 'tooLong'
  | 'failed';

/** Starts keychain processes: a utility process in the app, a forked child under the command line and in tests. */
export interface WorkerHost {
  start(): WorkerProcess;
}

/** One running keychain process. Messages sent before it is up are kept for it. */
export interface WorkerProcess {
  post(request: WorkerRequest): void;
  /** What comes is not trusted to be a reply: the listener parses it. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, however the process ended, also when it could not be started. */
  onExit(listener: () => void): void;
  /** Ends it at once, also when it hangs in the keychain's library. */
  kill(): void;
}

/**
 * The environment of the keychain's process, made from this process's own.
 * SECURITY: what tells Node to load, inspect or record something is dropped: that process sees secrets.
 */
export const workerEnv = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const kept = Object.entries(env).filter(([name]) => !name.toUpperCase().startsWith('NODE_'));
  // Errors of libsecret and GLib come as text alone; in the C locale it is the text that is known here.
  return { ...Object.fromEntries(kept), LC_ALL: 'C.UTF-8', LANGUAGE: 'C' };
};

const FAILURES: Readonly<Record<WorkerFailure, true>> = {
  noBus: true,
  noService: true,
  noCollection: true,
  notSupported: true,
  locked: true,
  denied: true,
  timeout: true,
  tooLong: true,
  failed: true,
};

const isFailure = (value: unknown): value is WorkerFailure =>
  typeof value === 'string' && Object.hasOwn(FAILURES, value);

/** Reads a message of the keychain's process; null when it is no reply. */
export const parseWorkerReply = (message: unknown): WorkerReply | null => {
  if (typeof message !== 'object' || message === null) return null;
  if (!('id' in message && 'ok' in message) || typeof message.id !== 'number') return null;
  const { id } = message;
  if (message.ok === false) {
    return {
      id,
      ok: false,
      failure: 'failure' in message && isFailure(message.failure) ? message.failure : 'failed',
    };
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
