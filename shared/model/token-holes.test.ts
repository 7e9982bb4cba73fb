import { expect, test } from 'vitest';
import { tokenHoles } from './token-holes.ts';

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
