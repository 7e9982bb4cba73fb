import { describe, expect, test } from 'vitest';
import type { AppError, VaultUnavailableReason } from '../../../shared/errors.ts';
import { errorOfRejection, parseWorkerReply, parseWorkerRequest } from './protocol.ts';

const unavailable = (reason: VaultUnavailableReason): AppError => ({
  code: 'vault.unavailable',
  reason,
});
const failed: AppError = { code: 'vault.failed' };

describe('what the keychain libraries reject with', () => {
  test.each<readonly [string, AppError]>([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', unavailable('noBus')],
    ['Unknown or unsupported transport “disabled” for address “disabled:”', unavailable('noBus')],
    ['Could not connect: Connection refused', unavailable('noBus')],
    ['The connection is closed', unavailable('noBus')],
    [
      'The name org.freedesktop.secrets was not provided by any .service files',
      unavailable('noService'),
    ],
    [
      'GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown: nom inconnu',
      unavailable('noService'),
    ],
    ['The name is not activatable', unavailable('noService')],
    [
      'Object does not exist at path “/org/freedesktop/secrets/collection/login”',
      unavailable('noCollection'),
    ],
    [
      'No such interface “org.freedesktop.Secret.Collection” on object at path /',
      unavailable('noCollection'),
    ],
    ['Cannot create an item in a locked collection', { code: 'vault.locked' }],
    ['GDBus.Error:org.freedesktop.Secret.Error.IsLocked: verrouillé', { code: 'vault.locked' }],
    ['User interaction is not allowed.', { code: 'vault.locked' }],
    ['Prompt was dismissed', { code: 'vault.denied' }],
    ['User canceled the operation.', { code: 'vault.denied' }],
    ['The stub received bad data.', { code: 'vault.tooLong', limitBytes: 2_560 }],
    [
      'Failed to load keytar native addon, checked ["../build/Release"]',
      unavailable('notSupported'),
    ],
    ['Timeout was reached', { code: 'vault.timeout' }],
    ['something nobody has seen before', failed],
    ['', failed],
  ])('%s: %j', (text, error) => {
    expect(errorOfRejection(`Error: ${text}`)).toEqual(error);
  });
});

describe('a message of the keychain process', () => {
  test.each([
    { id: 1, ok: true, value: 'secret' },
    { id: 1, ok: true, value: null },
    { id: 1, ok: true, value: false },
    { id: 1, ok: false, error: { code: 'vault.locked' } },
    { id: 1, ok: false, error: { code: 'vault.unavailable', reason: 'noService' } },
  ])('is a reply: %j', (message) => {
    expect(parseWorkerReply(message)).toEqual(message);
  });

  test.each([
    ['no error', {}],
    ['an unknown one', { error: { code: 'vault.burnt' } }],
    ['one of another part of Usher', { error: { code: 'token.rejected' } }],
    ['one with a text of the keychain', { error: { code: 'vault.locked', details: '/home/sam' } }],
    ['one without its reason', { error: { code: 'vault.unavailable' } }],
    ['a text', { error: 'vault.locked' }],
  ])('is a failure when it brings %s', (_what, brought) => {
    const reply = parseWorkerReply({ id: 1, ok: false, ...brought });
    expect(reply).toEqual({ id: 1, ok: false, error: failed });
  });

  test.each([[null], ['text'], [{}], [{ id: 'a', ok: true, value: '' }], [{ id: 1, ok: true }]])(
    'is none: %j',
    (message) => {
      expect(parseWorkerReply(message)).toBeNull();
    },
  );
});

const request = { id: 1, service: 'Usher', account: 'a' };

describe('a message to the keychain process', () => {
  test.each([
    { ...request, op: 'get' },
    { ...request, op: 'delete' },
    { ...request, op: 'set', secret: 's' },
  ])('is a call: $op', (message) => {
    expect(parseWorkerRequest(message)).toEqual(message);
  });

  test.each([
    ['nothing', null],
    ['a text', 'get'],
    ['another operation', { ...request, op: 'findCredentials' }],
    ['a write without a secret', { ...request, op: 'set' }],
    ['a number for a secret', { ...request, op: 'set', secret: 1 }],
    ['a text for an id', { ...request, op: 'get', id: '1' }],
    ['no account', { id: 1, op: 'get', service: 'Usher' }],
  ])('is none: %s', (_what, message) => {
    expect(parseWorkerRequest(message)).toBeNull();
  });
});
