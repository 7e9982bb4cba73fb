import { createHash } from 'node:crypto';
import type { NetworkInterfaceInfo } from 'node:os';

/**
 * A name for the network a computer is in, made of the subnets its own addresses are in and of nothing that changes
 * while it stays there. Hashed: it tells networks apart, and tells nothing of them. Null without any network.
 */
export const networkFingerprint = (
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): string | null => {
  const subnets = new Set<string>();
  for (const [name, addresses] of Object.entries(interfaces)) {
    for (const info of addresses ?? []) {
      const isOfOneLink = /^(fe80:|169\.254\.)/i.test(info.address);
      if (!info.internal && !isOfOneLink) subnets.add(`${name} ${subnetOf(info)}`);
    }
  }
  if (subnets.size === 0) return null;
  return createHash('sha256')
    .update([...subnets].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
};

const subnetOf = ({ family, address, cidr }: NetworkInterfaceInfo): string => {
  const prefixBits = Number(cidr?.split('/')[1] ?? 0);
  if (family === 'IPv4') {
    return prefix(address.split('.').map(Number), 8, prefixBits);
  }
  // The second half of an address of version 6 is the computer's own, and may be new every day (RFC 8981).
  return prefix(groupsOf(address), 16, Math.min(prefixBits, 64));
};

/** What is left of an address when only the first bits count, and how many they are. */
const prefix = (parts: readonly number[], bitsPerPart: number, bits: number): string =>
  `${parts
    .map((part, index) => {
      const ownBits = Math.max(0, Math.min(bitsPerPart, (index + 1) * bitsPerPart - bits));
      return Math.floor(part / 2 ** ownBits) * 2 ** ownBits;
    })
    .join('.')}/${bits}`;

const groupsOf = (address: string): readonly number[] => {
  const read = (text: string): number[] =>
    text === '' ? [] : text.split(':').map((group) => parseInt(group, 16));
  const [before = '', after] = address.split('::');
  const [head, tail] = [read(before), read(after ?? '')];
  return [...head, ...Array<number>(Math.max(0, 8 - head.length - tail.length)).fill(0), ...tail];
};
