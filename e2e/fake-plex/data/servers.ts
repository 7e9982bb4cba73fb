import type { ServerPlan } from '../state/media-server.ts';

const HERE = { publicAddress: '198.51.100.7', publicAddressMatches: true } as const;
const ELSEWHERE = { publicAddress: '203.0.113.44', publicAddressMatches: false } as const;
const HOME_MEMBERS = ['edith', 'juno', 'visitor'].map((user) => ({ user, home: true }));

/** The media servers. Each has its own trait, told in the comment above it. */
export function demoServers(): readonly ServerPlan[] {
  return [
    // Current and healthy, with addresses that work, are refused, lead nowhere, and go through a relay.
    {
      name: 'Attic',
      owner: 'robin',
      sharedWith: HOME_MEMBERS,
      version: '1.43.2.10687-563d026ea',
      platform: 'Linux',
      platformVersion: '24.04 LTS (Noble Numbat)',
      device: 'PC',
      ...HERE,
      startsOffline: false,
      connections: [
        { kind: 'secure', address: '192.0.2.5', port: 32400, local: true },
        { kind: 'live', local: true },
        { kind: 'refused', local: true },
        { kind: 'secure', address: '2001:db8::5', port: 32400, local: true },
        { kind: 'secure', address: '198.51.100.7', port: 32400, local: false },
        { kind: 'secure', address: '203.0.113.9', port: 8443, local: false, relay: true },
      ],
      settings: {},
    },
    // Somebody else's, shared; answers a bad token with 401.
    {
      name: 'Cabin',
      owner: 'sam',
      sharedWith: [{ user: 'robin', home: false }],
      version: '1.43.1.10611-1e34174b1',
      platform: 'Windows',
      platformVersion: '11 (Build 26100)',
      device: 'PC',
      ...ELSEWHERE,
      startsOffline: false,
      connections: [
        { kind: 'secure', address: '192.0.2.20', port: 32400, local: true },
        { kind: 'live', local: false },
      ],
      settings: { refusal: 401 },
    },
    // Too old for /security/resources (1.15.4); only XML, and no POST for /security/token.
    {
      name: 'Old Barn',
      owner: 'robin',
      sharedWith: [],
      version: '1.14.1.5488-cc260c476',
      platform: 'FreeBSD',
      platformVersion: '11.2-RELEASE',
      device: 'FreeNAS',
      ...HERE,
      startsOffline: false,
      connections: [{ kind: 'live', local: true }],
      settings: { alwaysXml: true, postRefusal: 405 },
    },
    // Old enough for CVE-2025-69414 (up to 1.42.2.10156); its first address now belongs to Cabin.
    {
      name: 'Loft',
      owner: 'robin',
      sharedWith: [{ user: 'sam', home: false }],
      version: '1.42.1.10060-4e8b05daf',
      platform: 'Linux',
      platformVersion: '7.2 (DSM)',
      device: 'Docker Container',
      ...HERE,
      startsOffline: false,
      connections: [
        { kind: 'otherServer', server: 'Cabin', local: true },
        { kind: 'live', local: true },
      ],
      settings: { deviceAsList: true },
    },
    // Shared through the Home, and switched off.
    {
      name: "Granny's",
      owner: 'edith',
      sharedWith: [{ user: 'robin', home: true }],
      version: '1.43.0.10467-2b1ba6e69',
      platform: null,
      platformVersion: null,
      device: null,
      ...ELSEWHERE,
      startsOffline: true,
      connections: [
        { kind: 'live', local: false },
        { kind: 'secure', address: '203.0.113.44', port: 32400, local: false },
      ],
      settings: {},
    },
  ];
}

/** Forty servers of one user, all switched off: for lists that have to hold many. */
export function crowdServers(): readonly ServerPlan[] {
  return Array.from({ length: 40 }, (_, index) => ({
    name: `Shelf ${String(index + 1).padStart(2, '0')}`,
    owner: 'wren',
    sharedWith: [],
    version: `1.4${String(index % 4)}.0.${String(9000 + index)}-00000000${String(index % 10)}`,
    platform: index % 3 === 0 ? 'Linux' : 'Windows',
    platformVersion: '1',
    device: 'PC',
    publicAddress: `203.0.113.${String(100 + index)}`,
    publicAddressMatches: false,
    startsOffline: true,
    connections: [{ kind: 'refused', local: index % 2 === 0 }],
    settings: {},
  }));
}
