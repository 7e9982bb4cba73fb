import { expect, test } from 'vitest';
import { judgeSignatures } from './judge-signatures.mjs';

test('verified signatures pass', () => {
  expect(judgeSignatures(0, '700 packages have verified registry signatures')).toMatchObject({
    passed: 1,
    failed: 0,
  });
});

test.each([
  '1 package has an invalid registry signature:\nkeytar@7.10.6',
  '2 packages have missing registry signatures but the registry is providing signing keys',
])('an unfit signature fails: %s', (output) => {
  expect(judgeSignatures(1, output)).toMatchObject({ passed: 0, failed: 1 });
});

test('a failure that says nothing known fails', () => {
  expect(judgeSignatures(1, 'something else')).toMatchObject({ failed: 1 });
});

test.each(['npm error syscall getaddrinfo\nnpm error errno ENOTFOUND', 'npm error code E404'])(
  'what could not be asked is told and not counted: %s',
  (output) => {
    const result = judgeSignatures(1, output);
    expect(result).toMatchObject({ passed: 0, failed: 0 });
    expect(result.complaints).toHaveLength(1);
  },
);
