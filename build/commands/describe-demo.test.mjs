import { expect, test } from 'vitest';
import { describeDemo } from './describe-demo.mjs';

test('each user is listed with the password and, where asked for, the code', () => {
  const text = describeDemo([
    { username: 'robin', password: 'attic', verificationCode: '123456' },
    { username: 'ada', password: 'plain', verificationCode: null },
  ]);
  expect(text).toContain('  robin  password attic, verification code 123456\n');
  expect(text).toContain('  ada    password plain\n');
});
