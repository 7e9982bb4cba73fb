import { describe, expect, test } from 'vitest';
import { maskToken } from './mask-token.ts';

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
