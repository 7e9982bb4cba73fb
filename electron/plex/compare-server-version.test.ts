import { describe, expect, test } from 'vitest';
import { compareServerVersion } from './compare-server-version.ts';

describe('comparing server versions', () => {
  test.each([
    ['1.15.3.876-ad6e39743', '1.15.4', -1],
    ['1.15.4.994-107756f7e', '1.15.4', 0],
    ['1.43.0.1-abcdef012', '1.15.4', 1],
    ['1.9.0.1-abc', '1.15.4', -1],
    ['0.99.99', '1.15.4', -1],
    ['2.0.0', '1.15.4', 1],
  ])('%s against %s', (left, right, sign) => {
    expect(Math.sign(compareServerVersion(left, right) ?? NaN)).toBe(sign);
  });

  test.each(['', 'next', '1.15', '1.x.3', '1.15.4x'])('says nothing of "%s"', (version) => {
    expect(compareServerVersion(version, '1.15.4')).toBeNull();
  });
});
