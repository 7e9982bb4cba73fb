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
