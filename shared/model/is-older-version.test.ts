import { expect, test } from 'vitest';
import { isOlderVersion } from './is-older-version.ts';

test.each([
  ['1.14.1.5488-cc260c476', '1.15.4', true],
  ['1.15.3.876-ad6e39743', '1.15.4', true],
  ['1.15.4.993-bb4a2cb6c', '1.15.4', false],
  ['1.43.0.1-abcdef012', '1.15.4', false],
  ['1.9.9', '1.15.4', true],
  ['1.15', '1.15.4', true],
  ['1.42.2.10156-f737b826c', '1.42.2.10157', true],
  ['1.42.2.10157', '1.42.2.10157', false],
  [' v1.15.4 ', '1.15.4', false],
] as const)('%s before %s: %s', (version, than, isOlder) =>
  expect(isOlderVersion(version, than)).toBe(isOlder),
);

test.each([null, '', 'unknown', 'x1.2.3'])('nothing is said of %s', (version) =>
  expect(isOlderVersion(version, '1.15.4')).toBeNull(),
);
