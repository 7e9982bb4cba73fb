import { describe, expect, test } from 'vitest';
import { parseWorkerReply, parseWorkerRequest, workerEnv } from './protocol.ts';

test('the keychain process is started without what makes Node load, inspect or record', () => {
  const env = workerEnv({
    PATH: '/bin',
    NODE_OPTIONS: '--inspect',
    node_v8_coverage: '/tmp',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/bus',
    LC_ALL: 'fr_FR.UTF-8',
  });
  expect(env).toEqual({
    PATH: '/bin',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/bus',
    LC_ALL: 'C.UTF-8',
    LANGUAGE: 'C',
  });
});

describe('a message of the keychain process', () => {
  test.each([
    { id: 1, ok: true, value: 'secret' },
    { id: 1, ok: true, value: null },
    { id: 1, ok: true, value: false },
    { id: 1, ok: false, failure: 'locked' },
  ])('is a reply: %j', (message) => {
    expect(parseWorkerReply(message)).toEqual(message);
  });

  test('is a failure of no known kind', () => {
    const failed = { id: 1, ok: false, failure: 'failed' };
    expect(parseWorkerReply({ id: 1, ok: false, failure: 'toString' })).toEqual(failed);
    expect(parseWorkerReply({ id: 1, ok: false })).toEqual(failed);
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
