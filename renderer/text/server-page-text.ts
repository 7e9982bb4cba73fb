const elapsedText = (ms: number): string =>
  ms < 1_000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1_000).toFixed(1)} s`;

/** Words of a server's own page. */
export const serverPageText = {
  back: 'All servers',
  gone: {
    title: 'This server is no longer listed',
    text: 'Plex no longer lists it for this account. It may have been removed, or is no longer shared.',
    action: 'See all servers',
  },
  facts: 'Server',
  fact: {
    owner: 'Owner',
    ownerSelf: 'This account',
    ownership: 'Reached as',
    version: 'Version',
    platform: 'Platform',
    device: 'Device',
    identifier: 'Machine identifier',
    publicAddress: 'Public address',
    lastSeen: 'Last seen by Plex',
    createdAt: 'Added',
    httpsRequired: 'Secure connections',
    httpsIsRequired: 'Required',
    httpsIsNotRequired: 'Not required',
    accessToken: 'Access token',
    accessTokenOf: (server: string) => `access token for ${server}`,
    proved: 'Token last proved',
    neverProved: 'Not yet in this run of Usher',
    noAccessToken: 'Plex gave none for this server',
  },
  offline: {
    title: 'Plex says that this server is offline',
    text: 'Minting needs the server itself. You can still try: what Plex knows may be behind.',
  },
  noAccessToken: {
    title: 'There is no access token for this server',
    text: 'Without one the server cannot be asked for anything. Refresh the list; if that does not help, the owner has to share the server again.',
  },
  dnsRebinding:
    'The router in front of this server may drop plex.direct names. Usher then takes the address from the name itself, and verifies the certificate as ever.',
  connections: 'Addresses',
  check: 'Check addresses',
  checking: 'Checking…',
  checkNote: 'Each address is asked who it is. No token is sent.',
  noConnections: 'Plex lists no address for this server.',
  kinds: { local: 'Local', remote: 'Remote', relay: 'Relay' },
  secure: 'Secure',
  plainHttp: 'Plain HTTP',
  plainHttpNote: 'Anyone on the way can read a token sent over plain HTTP.',
  ownPlainHttpNote: 'What is sent there does not leave this computer.',
  foundByName:
    'DNS gave no address for this name, or none in time. It was found by the address in the name itself.',
  route: 'Used last',
  addressName: (uri: string) => `address ${uri}`,
  state: {
    untried: 'Not checked',
    trying: 'Checking…',
    proved: (elapsedMs: number) => `Answered in ${elapsedText(elapsedMs)}`,
    gaveUpAfter: (elapsedMs: number) => `after ${elapsedText(elapsedMs)},`,
  },
  tokens: 'Transient tokens of this server',
  noTokens: 'None yet. Mint makes one and puts it on the clipboard.',
  source: {
    title: 'Source',
    text: 'Ask this server how to reach a source, and for a transient token for it.',
    open: 'Ask about a source',
    ownerOnly: 'Only the owner of a server can ask it about a source.',
  },
} as const;
