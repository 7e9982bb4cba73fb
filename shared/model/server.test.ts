import { expect, test } from 'vitest';
import { isOlderVersion, tokenHoles } from './server.ts';

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

test.each([
  ['1.42.2.10156-f737b826c', ['CVE-2025-69414']],
  ['1.42.1.10060-4e8b05daf', ['CVE-2025-69414']],
  ['1.42.0.9999-0123abcde', ['CVE-2025-69414', 'CVE-2025-34158']],
  ['1.41.7.9717-1a2b3c4d5', ['CVE-2025-69414', 'CVE-2025-34158']],
  ['1.41.6.9685-d301f511a', ['CVE-2025-69414']],
  ['1.14.1.5488-cc260c476', ['CVE-2025-69414']],
  ['1.42.2.10157', []],
  ['1.43.0.1-abcdef012', []],
  ['2.0', []],
  ['not a version', []],
  ['', []],
  [null, []],
])('%s has %j', (version, holes) => {
  expect(tokenHoles(version)).toEqual(holes);
});
