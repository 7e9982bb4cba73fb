import { describe, expect, test } from 'vitest';
import { tokenKind } from './token-kind.ts';

describe('the kind of a token', () => {
  test.each([
    ['zzFAKEzzACCOUNTzz001', 'classic'],
    ['eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJwbGV4LnR2In0.c2ln', 'jwt'],
    ['transient-00000000-0000-4000-8000-000000000001', 'transient'],
    ['claim-zzFAKEzz', 'claim'],
    ['local-00000000-0000-4000-8000-000000000001', 'local'],
    ['zzlocal-zz', 'classic'],
    ['eyJ-no-dots', 'classic'],
    ['eyJ.one-dot', 'classic'],
    ['eyJ.a.b.c', 'classic'],
    ['', 'classic'],
  ] as const)('%s is %s', (token, kind) => {
    expect(tokenKind(token)).toBe(kind);
  });
});
