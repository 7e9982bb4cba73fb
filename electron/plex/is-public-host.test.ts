import { describe, expect, test } from 'vitest';
import { isPublicHost } from './is-public-host.ts';

const hostOf = (text: string): string => new URL(`https://${text}/`).hostname;

describe('a host on the internet', () => {
  test.each([
    'plex.tv',
    'www.gravatar.com',
    'secure.gravatar.com.',
    'localhost.example.com',
    '1.1.1.1',
    '[2606:4700::1111]',
    '1-1-1-1.0123456789abcdef0123456789abcdef.plex.direct',
  ])('is %s', (text) => {
    expect(isPublicHost(hostOf(text))).toBe(true);
  });

  test.each([
    ...['localhost', 'localhost.', 'a.localhost', 'printer.local', 'NAS.LOCAL.', 'db.internal'],
    ...['router.lan', 'nas.home.arpa', 'nas', 'plex.invalid'],
    ...['127.0.0.1', '127.1', '0x7f.1', '2130706433', '0.0.0.0', '10.1.2.3', '192.168.1.5'],
    ...['172.16.0.1', '172.31.255.255', '169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1'],
    ...['255.255.255.255', '[::1]', '[::]', '[fe80::1]', '[fd00::1]', '[fec0::1]', '[ff02::1]'],
    ...['[::ffff:192.168.1.5]', '[64:ff9b::c0a8:105]', '[2002:c0a8:105::1]', '[2001:db8::1]'],
    '192-168-1-5.0123456789abcdef0123456789abcdef.plex.direct',
  ])('is not %s', (text) => {
    expect(isPublicHost(hostOf(text))).toBe(false);
  });
});
