import { describe, expect, test } from 'vitest';
import { isSecretField } from './secret-fields.ts';

describe('secret fields', () => {
  test.each([
    'authToken',
    'auth_token',
    'authentication_token',
    'authenticationToken',
    'accessToken',
    'token',
    'secret',
    'pin',
    'password',
    'jwt',
    'verificationCode',
    'X-Plex-Token',
    'x-plex-token',
    'queueUid',
    'queueEmail',
    'Authorization',
    'someNewToken',
    'clientSecret',
  ])('%s is one', (name) => {
    expect(isSecretField(name)).toBe(true);
  });

  test.each([
    'hasPassword',
    'hasToken',
    'is_secret',
    'tokens',
    'uuid',
    'title',
    'code',
    'email',
    'spin',
    'identifier',
    'passwordless',
    '__proto__',
    '',
  ])('%s is none', (name) => {
    expect(isSecretField(name)).toBe(false);
  });
});
