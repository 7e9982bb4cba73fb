import { describe, expect, test } from 'vitest';
import { maskToken, tokenKind } from './token-text.ts';

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

describe('masking a token', () => {
  test('shows the kind and the last four characters', () => {
    expect(maskToken('zzFAKEzzACCOUNTzz001')).toEqual({ kind: 'classic', lastFour: 'z001' });
    expect(maskToken('transient-00000000-0000-4000-8000-000000000001')).toEqual({
      kind: 'transient',
      lastFour: '0001',
    });
  });

  test('shows nothing of a token too short to spare four characters', () => {
    expect(maskToken('1234567')).toEqual({ kind: 'classic', lastFour: '' });
    expect(maskToken('12345678').lastFour).toBe('5678');
  });
});
