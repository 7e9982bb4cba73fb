import { expect, test } from 'vitest';
import { describeDemo, hasDisplay } from './demo.mjs';

const robin = {
  username: 'robin',
  email: 'robin@example.invalid',
  emailOnly: false,
  password: 'attic',
  verificationCode: '123456',
  homePin: '4711',
};
const ada = { ...robin, username: 'ada', password: 'plain', verificationCode: null, homePin: null };

test('each user is listed with the password and, where asked for, the code and the PIN', () => {
  const text = describeDemo([robin, ada]);
  expect(text).toContain('  robin  password attic, code 123456, Home PIN 4711\n');
  expect(text).toContain('  ada    password plain\n');
});

test('a user without a user name is listed by the address', () => {
  expect(describeDemo([{ ...ada, emailOnly: true }])).toContain(
    '  robin@example.invalid  password',
  );
});

test('who signs in by other means is left out', () => {
  expect(describeDemo([robin, { ...ada, password: null }])).not.toContain('ada');
});

test('macOS and Windows always have a display', () => {
  expect(hasDisplay('darwin', {})).toBe(true);
  expect(hasDisplay('win32', {})).toBe(true);
});

test('Linux has one when X or Wayland says so', () => {
  expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  expect(hasDisplay('linux', {})).toBe(false);
});
