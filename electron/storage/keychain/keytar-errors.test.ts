import { describe, expect, test } from 'vitest';
import { classifyKeytarError } from './keytar-errors.ts';

describe('what the keychain libraries reject with', () => {
  test.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'noBus'],
    ['Unknown or unsupported transport “disabled” for address “disabled:”', 'noBus'],
    ['Could not connect: Connection refused', 'noBus'],
    ['The connection is closed', 'noBus'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'noService'],
    ['GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown: nom inconnu', 'noService'],
    ['The name is not activatable', 'noService'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'noCollection'],
    ['No such interface “org.freedesktop.Secret.Collection” on object at path /', 'noCollection'],
    ['Cannot create an item in a locked collection', 'locked'],
    ['GDBus.Error:org.freedesktop.Secret.Error.IsLocked: verrouillé', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['Prompt was dismissed', 'denied'],
    ['User canceled the operation.', 'denied'],
    ['The stub received bad data.', 'tooLong'],
    ['Failed to load keytar native addon, checked ["../build/Release"]', 'notSupported'],
    ['Timeout was reached', 'timeout'],
    ['something nobody has seen before', 'failed'],
    ['', 'failed'],
  ])('%s: %s', (text, failure) => {
    expect(classifyKeytarError(`Error: ${text}`)).toBe(failure);
  });
});
