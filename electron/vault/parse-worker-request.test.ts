import { describe, expect, test } from 'vitest';
import { parseWorkerRequest } from './parse-worker-request.ts';

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
