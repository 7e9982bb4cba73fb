import { expect, test } from 'vitest';
import { fileError } from './file-error.ts';

test.each([
  ['EROFS', 'profile.readOnly'],
  ['EACCES', 'profile.readOnly'],
  ['EPERM', 'profile.readOnly'],
  ['ENOSPC', 'profile.full'],
  ['EDQUOT', 'profile.full'],
  ['EIO', 'profile.failed'],
])('a write that fails with %s is %s', (code, expected) => {
  expect(fileError(Object.assign(new Error('write'), { code }))).toEqual({ code: expected });
});

test('a write that fails with no code is profile.failed', () => {
  expect(fileError('odd')).toEqual({ code: 'profile.failed' });
});
