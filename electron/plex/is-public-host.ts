import { BlockList, isIP } from 'node:net';
import { plexDirectAddress } from '../addresses.ts';

// https://www.iana.org/assignments/iana-ipv4-special-registry/, and what is no single host's.
const inner = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  inner.addSubnet(network, bits, 'ipv4');
}
// Of IPv6 all but 2000::/3 is local, mapped or nobody's (https://www.iana.org/assignments/ipv6-address-space/); in it some
// ranges lead to an IPv4 address or are for documents.
const outer = new BlockList();
outer.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  inner.addSubnet(network, bits, 'ipv6');
}

// https://www.iana.org/assignments/special-use-domain-names/, and what routers name their network.
const innerName =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid|example)$/;

/**
 * Whether a host of a URL, as `URL.hostname` writes it, is somewhere on the internet by all that its name tells: no address
 * or name that leads to this computer or its network. What DNS says of a name is not asked: a proxy may do so elsewhere, and
 * the certificate of an https host proves its name.
 */
export const isPublicHost = (hostname: string): boolean => {
  const host = hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
  // A name that tells its address, and may have a certificate.
  const told = plexDirectAddress(host);
  if (told !== null) return isPublicAddress(told.address);
  if (isIP(host) !== 0) return isPublicAddress(host);
  return host.includes('.') && !innerName.test(host);
};

const isPublicAddress = (address: string): boolean =>
  isIP(address) === 4
    ? !inner.check(address, 'ipv4')
    : outer.check(address, 'ipv6') && !inner.check(address, 'ipv6');
