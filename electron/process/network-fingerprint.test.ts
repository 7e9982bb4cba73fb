import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { networkFingerprint } from './network-fingerprint.ts';

const at = (cidr: string, internal = false): NetworkInterfaceInfo => {
  const [address = ''] = cidr.split('/');
  const common = { address, cidr, internal, mac: '02:00:00:00:00:01', netmask: '' };
  return address.includes(':')
    ? { ...common, family: 'IPv6', scopeid: 0 }
    : { ...common, family: 'IPv4' };
};
const loopback = { lo: [at('127.0.0.1/8', true), at('::1/128', true)] };
const home = { ...loopback, en0: [at('192.168.1.17/24'), at('2001:db8:1:2:aaaa::1/64')] };

describe('the network a computer is in', () => {
  test('is the same whatever address the computer has in it', () => {
    const again = {
      en0: [at('2001:db8:1:2:bbbb:1:2:3/64'), at('2001:db8:1:2::9/128'), at('192.168.1.200/24')],
      ...loopback,
    };
    expect(networkFingerprint(again)).toBe(networkFingerprint(home));
  });

  test.each([
    ['another subnet', { en0: [at('192.168.2.17/24'), at('2001:db8:1:2:aaaa::1/64')] }],
    ['another size of it', { en0: [at('192.168.1.17/25'), at('2001:db8:1:2:aaaa::1/64')] }],
    ['another prefix', { en0: [at('192.168.1.17/24'), at('2001:db8:1:3:aaaa::1/64')] }],
    ['another interface', { en1: [at('192.168.1.17/24'), at('2001:db8:1:2:aaaa::1/64')] }],
    ['a tunnel besides', { ...home, utun3: [at('10.8.0.2/16')] }],
  ])('is another one with %s', (_what, interfaces) => {
    expect(networkFingerprint(interfaces)).not.toBe(networkFingerprint(home));
  });

  test('is not told by what only one link knows, and there is none with loopback alone', () => {
    const links = { ...home, en2: [at('fe80::1/64'), at('169.254.3.4/16')] };
    expect(networkFingerprint(links)).toBe(networkFingerprint(home));
    expect(networkFingerprint(loopback)).toBeNull();
    expect(networkFingerprint({})).toBeNull();
    expect(networkFingerprint({ en0: undefined })).toBeNull();
  });

  test('is not to be read from its name', () => {
    expect(networkFingerprint(home)).toMatch(/^[0-9a-f]{16}$/);
  });
});
