import type { WorkerFailure } from './protocol.ts';

/**
 * Parts of the texts that the keychains' libraries are known to reject with, in the order they are looked for. The
 * keychain's process runs in the C locale (see `workerEnv`), so these are the texts whatever the person's language is.
 */
const KNOWN_TEXTS: readonly (readonly [WorkerFailure, readonly string[]])[] = [
  // keytar's own loader; on Linux also when libsecret is not installed.
  ['notSupported', ['failed to load keytar', 'err_dlopen_failed', 'cannot find module']],
  // Windows, when the secret is over 2,560 bytes.
  ['tooLong', ['stub received bad data']],
  [
    'locked',
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
    'denied',
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
    'noCollection',
    [
      'object does not exist at path',
      'secret.error.nosuchobject',
      'secret.collection',
      'no such secret collection',
    ],
  ],
  [
    'noService',
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
    'noBus',
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
  ['timeout', ['timeout was reached', 'dbus.error.noreply', 'dbus.error.timeout']],
];

/** What a rejection of keytar means; the text itself goes no further. */
export const classifyKeytarError = (text: string): WorkerFailure => {
  const lowerText = text.toLowerCase();
  const known = KNOWN_TEXTS.find(([, parts]) => parts.some((part) => lowerText.includes(part)));
  return known === undefined ? 'failed' : known[0];
};
