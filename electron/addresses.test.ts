import { describe, expect, test } from 'vitest';
import {
  isExposed,
  isOnOwnNetwork,
  plexDirectAddress,
  plexDirectHash,
  plexDirectName,
} from './addresses.ts';

test.each([
  'http://192.0.2.5:32400',
  'http://attic.local:32400',
  'http://[2001:db8::5]:32400',
  'http://127.0.0.1.example:32400',
  'http://localhost.example',
  'http://0.0.0.0:32400',
  'nonsense',
])('%s is exposed', (uri) => {
  expect(isExposed(uri)).toBe(true);
});

test.each([
  'https://192.0.2.5:32400',
  'https://attic.local',
  'http://127.0.0.1:32400',
  'http://127.8.8.8:32400',
  'http://localhost:32400',
  'http://[::1]:32400',
])('%s is not', (uri) => {
  expect(isExposed(uri)).toBe(false);
});

const hash = '0123456789abcdef0123456789abcdef';

describe('a host is on this network by its address alone', () => {
  test.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['[::1]', true],
    ['::1', true],
    ['10.1.2.3', true],
    ['172.16.0.1', true],
    ['172.32.0.1', false],
    ['192.168.1.20', true],
    ['169.254.1.1', true],
    ['[fd00::2]', true],
    ['[fe80::1]', true],
    ['[2001:db8::5]', false],
    ['192.0.2.5', false],
    ['nas.local', false],
    ['192.168.1.20.example.org', false],
  ])('%s: %s', (hostname, isHere) => {
    expect(isOnOwnNetwork(hostname)).toBe(isHere);
  });
});

test.each([
  ['192.0.2.5', `192-0-2-5.${hash}.plex.direct`],
  ['2001:db8::5', `2001-db8--5.${hash}.plex.direct`],
])('the plex.direct name of %s tells address and hash', (address, name) => {
  expect(plexDirectName(address, hash)).toBe(name);
  expect(plexDirectAddress(name)).toMatchObject({ address });
  expect(plexDirectHash(name)).toBe(hash);
  expect(plexDirectHash(`${name}.example.org`)).toBeNull();
});

test.each(['attic', 'my_attic', 'xn--caf-dma', 'a.b'])(
  'a plex.direct name that tells no address, %s, is of the server whose hash is in it all the same',
  (label) => {
    const name = `${label}.${hash}.plex.direct`;
    expect(plexDirectAddress(name)).toBeNull();
    expect(plexDirectHash(name)).toBe(hash);
  },
);

describe('the address in a plex.direct name', () => {
  test.each([
    ['192-0-2-5', { address: '192.0.2.5', family: 4 }],
    ['10-0-0-255', { address: '10.0.0.255', family: 4 }],
    ['2001-db8--5', { address: '2001:db8::5', family: 6 }],
    ['2001-DB8-0-0-0-0-0-5', { address: '2001:DB8:0:0:0:0:0:5', family: 6 }],
    ['fd00--2', { address: 'fd00::2', family: 6 }],
    ['--1', { address: '::1', family: 6 }],
  ])('%s is read', (label, address) => {
    expect(plexDirectAddress(`${label}.${hash}.plex.direct`)).toEqual(address);
  });

  test.each([
    `192-0-2.${hash}.plex.direct`,
    `192-0-2-256.${hash}.plex.direct`,
    `192-0-2-05.${hash}.plex.direct`,
    `attic.${hash}.plex.direct`,
    `2001--db8--5.${hash}.plex.direct`,
    `${hash}.plex.direct`,
    'plex.direct',
    '192-0-2-5.plex.direct',
    `192-0-2-5.${hash}.plex.direct.example`,
    `192-0-2-5.${hash}.explex.direct`,
    `192-0-2-5.a.${hash}.plex.direct`,
    '192.0.2.5',
    '',
  ])('%s has none', (hostname) => {
    expect(plexDirectAddress(hostname)).toBeNull();
  });
});
