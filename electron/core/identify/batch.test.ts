import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJwt } from './batch.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (header: unknown, payload: unknown): string =>
  `${part(header)}.${part(payload)}.zzFAKE`;

test('a JWT of Plex tells its maker, its times and its claims', () => {
  const claims = { iss: 'plex.tv', iat: 1_767_322_001, exp: 1_767_926_801, user: { id: 1 } };
  expect(readJwt(jwt({ alg: 'EdDSA', kid: 'key-1' }, claims))).toEqual({
    algorithm: 'EdDSA',
    keyId: 'key-1',
    issuer: 'plex.tv',
    issuedAt: 1_767_322_001_000,
    expiresAt: 1_767_926_801_000,
    claims,
  });
});

test('a secret among the claims is replaced', () => {
  expect(readJwt(jwt({ alg: 'none' }, { token: 'zzFAKEinside' }))?.claims).toEqual({
    token: '[redacted]',
  });
});

test('what is none is null, and nothing makes it throw', () => {
  for (const text of ['', 'eyJ', 'eyJ.eyJ.x', 'a.b.c', `${part({})}.${part([])}.x`]) {
    expect(readJwt(text)).toBeNull();
  }
  fc.assert(
    fc.property(fc.json(), fc.json(), (header, payload) => {
      const text = [header, payload].map((one) => Buffer.from(one).toString('base64url')).join('.');
      const facts = readJwt(`${text}.x`);
      expect(facts === null || typeof facts.claims === 'object').toBe(true);
    }),
  );
});
