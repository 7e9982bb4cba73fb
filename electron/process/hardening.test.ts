import { expect, test } from 'vitest';
import { stopKeyLog } from './hardening.ts';

test('the keys of connections are written to no file, and the rest of the environment stays', () => {
  const env = { SSLKEYLOGFILE: '/tmp/keys', LANG: 'C' };
  stopKeyLog(env);
  expect(env).toEqual({ LANG: 'C' });
});
