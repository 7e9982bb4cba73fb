import { expect, test } from 'vitest';
import { isAllowedExternalLink } from './external-link.ts';

test.each([
  'https://app.plex.tv/auth#?clientID=a&code=b',
  'https://plex.tv/link?pin=ABCD',
  'https://www.plex.tv/media-server-downloads/',
  'https://nvd.nist.gov/vuln/detail/CVE-2025-69414',
])('the pages that Usher leads to open in the browser: %s', (url) =>
  expect(isAllowedExternalLink(url, null)).toBe(true),
);

test.each([
  'http://plex.tv/link',
  'https://plex.tv.example.invalid/',
  'https://plex.tv@example.invalid/',
  'https://user:pass@plex.tv/',
  'https://plex.tv:8443/',
  'https://notplex.tv/',
  'https://nist.gov/',
  'http://nvd.nist.gov/vuln/detail/CVE-2025-69414',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'smb://plex.tv/share',
  'ms-settings:',
  'http://127.0.0.1:3000/auth',
  '',
])('nothing else does: %s', (url) => expect(isAllowedExternalLink(url, null)).toBe(false));

test('the demo may open its own Plex, and no other port of this computer', () => {
  expect(isAllowedExternalLink('http://127.0.0.1:3000/auth', 'http://127.0.0.1:3000')).toBe(true);
  expect(isAllowedExternalLink('http://127.0.0.1:3001/auth', 'http://127.0.0.1:3000')).toBe(false);
});
