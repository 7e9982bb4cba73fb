import { describe, expect, test } from 'vitest';
import { parseWorkerReply } from './parse-worker-reply.ts';

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
