import type { EpochMs } from '../model/ids.ts';
import type { ConnectionFailure, TokenHoleId } from '../model/server.ts';
import type { Verdict } from '../model/token.ts';
import { countOf, numberText, pluralOf } from './formats.ts';
import { type Around, catalogue, wording } from './language.ts';

/** Words of the Servers view and of a server's page. */
export const serverText = catalogue({
  en: {
    title: 'Servers',
    refresh: 'Refresh',
    refreshing: 'Loading servers…',
    search: 'Filter servers',
    show: 'Show',
    segments: { all: 'All', online: 'Online', pinned: 'Pinned', needsUpdate: 'Needs update' },
    segmentWithCount: (segment: string, count: number) => `${segment} ${numberText(count)}`,
    account: 'Account',
    allAccounts: 'All accounts',
    sort: 'Sort',
    sortPrefix: 'Sort:',
    sorts: { pinned: 'Pinned first', name: 'Name', lastUsed: 'Last used' },
    stale: {
      severalWhys: 'Some servers couldn’t be refreshed',
      of: (names: string) => `Couldn’t refresh servers for ${names}.`,
      asOf: <Part>(names: string, when: Part): Around<Part> => [
        `Couldn’t refresh servers for ${names}. Showing data from `,
        when,
        '.',
      ],
      why: (names: string, why: string) => `${names}: ${why}.`,
    },
    more: (count: number) =>
      `Show ${countOf(count, { one: 'more server', other: 'more servers' })}`,
    signInAgain: 'Sign in again',
    ownership: {
      owned: 'Yours',
      home: 'Through Plex Home',
      shared: 'Shared with you',
    },
    empty: 'No servers. Those you own or that someone shares with you appear here.',
    howSharingWorks: 'How Plex sharing works',
    noneFound: {
      text: (query: string) => `No name, owner, account, ID, or address contains “${query}”.`,
      inSegment: {
        all: 'This account has no servers.',
        online: 'No server is online.',
        pinned: 'Pin a server with P or in its menu to keep it at hand.',
        needsUpdate: 'No server needs an update.',
      },
      showAll: 'Show all servers',
    },
    online: 'Online',
    offline: 'Offline',
  },
});

const elapsedText = (ms: number): string =>
  ms < 1_000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1_000).toFixed(1)} s`;

/** Words of a server's own page. */
export const serverPageText = catalogue({
  en: {
    back: 'All servers',
    gone: {
      title: 'This server is no longer listed',
      text: 'Plex no longer lists it for this account. It may have been removed, or is no longer shared.',
      action: 'See all servers',
    },
    connection: 'Connection',
    allAddresses: (count: number) =>
      pluralOf(count, { one: '1 address', other: `All ${numberText(count)} addresses` }),
    way: (kind: string, elapsedMs: number | null) =>
      elapsedMs === null ? kind : `${kind} · ${elapsedText(elapsedMs)}`,
    facts: 'Details',
    moreFacts: (count: number) => `${numberText(count)} more`,
    furtherFacts: (count: number) => `Show ${numberText(count)} more`,
    fewerFacts: 'Show fewer',
    runs: (version: string) => `Plex Media Server ${version}`,
    more: (server: string) => `More: ${server}`,
    copyId: 'Copy server ID',
    fact: {
      ownership: 'Access',
      version: 'Version',
      platform: 'Platform',
      device: 'Device',
      identifier: 'Machine identifier',
      publicAddress: 'Public address',
      lastSeen: 'Last seen',
      createdAt: 'Added',
      httpsRequired: 'Secure connections',
      httpsIsRequired: 'Required',
      httpsIsNotRequired: 'Not required',
      accessToken: 'Access token',
      accessTokenOf: (server: string) => `access token for ${server}`,
      proved: 'Last verified',
      neverProved: 'Not since Usher started',
      noAccessToken: 'None',
    },
    offline: {
      title: 'Plex reports this server as offline',
      text: 'You can still try. Plex’s status may be out of date.',
    },
    noAccessToken: {
      title: 'This server has no access token',
      text: 'Usher can’t use this server without one. Refresh the list, or ask the owner to share the server again.',
    },
    dnsRebinding:
      'Your router may block plex.direct names. Usher works around this and still verifies the certificate.',
    check: 'Test',
    checkName: 'Test all addresses',
    checking: 'Testing…',
    checkNote: 'Usher checks each address without sending a token.',
    checked: <Part>(when: Part): Around<Part> => ['Checked ', when, '.'],
    elapsed: elapsedText,
    noConnections: 'Plex lists no address for this server.',
    kinds: { local: 'Local', remote: 'Remote', relay: 'Relay' },
    secure: 'Encrypted',
    plainHttp: 'Unencrypted (HTTP)',
    ownPlainHttp: 'HTTP (this computer)',
    ipv6: 'IPv6',
    plainHttpNote: 'Others on the network could read a token sent this way.',
    ownPlainHttpNote: 'Nothing sent there leaves this computer.',
    foundByName:
      'DNS gave no address for this name, or none in time. It was found by the address in the name itself.',
    route: 'Used last',
    addressName: (uri: string) => `address ${uri}`,
    state: {
      untried: 'Not checked',
      trying: 'Checking…',
      proved: 'Answered',
      gaveUp: (elapsedMs: number, when: string) => `After ${elapsedText(elapsedMs)}, ${when}`,
    },
    tokens: 'Tokens',
    noTokens: 'No tokens yet. Mint one to copy it.',
  },
});

const words: { readonly [Failure in ConnectionFailure]?: string } = {
  'network.offline': 'No response',
  'network.timeout': 'Timed out',
  'network.untrusted': 'Certificate not trusted',
  'network.otherCertificate': 'Certificate has changed',
  'network.intercepted': 'Unexpected response',
  'plex.malformed': 'Unreadable response',
  'plex.tooLarge': 'Response too large',
  'connection.wrongServer': 'Another server answered',
  'connection.notPlex': 'Not a Plex server',
  'connection.abandoned': 'Not needed',
};

/** Why one address of a server did not serve, in the few words a table has room for. */
export const connectionFailureText = wording({
  en: (failure: ConnectionFailure): string => words[failure] ?? 'No response',
});

/** Words of the button that copies a token of a server, and of its menu. */
export const copyTokenText = catalogue({
  en: {
    copy: 'Copy token',
    mintAndCopy: 'Mint & copy',
    copying: 'Copying…',
    minting: 'Minting…',
    done: 'Copied',
    /** Starts with the words on the button, so that it can be called by voice. */
    name: (words: string, server: string) => `${words}: ${server}`,
    menu: (server: string) => `More actions: ${server}`,
    mintNew: 'Mint a new one',
    copyAs: 'Copy as',
    requireEncryption: 'Require encryption',
    allowUnencrypted: 'Allow unencrypted…',
    pin: 'Pin',
    pinName: (server: string) => `Pin ${server}`,
    unpin: 'Unpin',
    open: 'Open server',
    pinned: (server: string) => `Pinned ${server}.`,
    unpinned: (server: string) => `Unpinned ${server}.`,
    announceDone: (server: string) => `Token for ${server} copied.`,
    keys: {
      enter: '↵',
      alt: 'Alt',
      option: '⌥',
      control: 'Ctrl',
      command: '⌘',
      pin: 'P',
    },
    keysHint: 'Enter copies, Ctrl+Enter opens, Shift+F10 shows more.',
    keysHintOnMac: 'Enter copies, Command+Enter opens.',
  },
});

/** Words of a server's row. */
export const serverRowText = catalogue({
  en: {
    access: {
      owned: 'yours',
      home: 'through Plex Home',
      shared: 'shared with you',
    },
    sharedBy: <Part>(owner: Part): Around<Part> => ['shared by ', owner],
    kinds: { local: 'local', remote: 'remote', relay: 'relay' },
    route: (kind: string, elapsedMs: number | null, isEncrypted: boolean) =>
      [
        kind,
        ...(elapsedMs === null ? [] : [elapsedText(elapsedMs)]),
        ...(isEncrypted ? [] : ['unencrypted']),
      ].join(', '),
    ownHttp: 'HTTP (this computer)',
    noAddress: 'no addresses',
    offlineSince: (when: string) => `offline since ${when}`,
    offline: 'offline',
    encrypted: 'Encrypted',
    unencrypted: 'Unencrypted. Others on the network could read a token.',
    ownUnencrypted: 'Unencrypted, but nothing leaves this computer.',
    updateRequired: 'Update required',
    updateTitle: (server: string) => `Update ${server} before sharing a token`,
    runs: (server: string, version: string) => `${server} runs ${version}.`,
    getUpdate: 'Get update',
    readAdvisory: 'Read advisory',
    readAdvisoryOf: (advisory: string) => `Read ${advisory}`,
    noAccess: 'Access rejected',
    noAccessTitle: (server: string) => `${server} rejected its access token`,
    noAccessText:
      'Your account isn’t affected. Refresh the server list, or ask the owner to share the server again.',
  },
});

/** Words of the setting that tokens may go where they can be read on the way; the question is in `questions.ts`. */
export const plainHttpText = catalogue({
  en: {
    setting: 'Allow unencrypted connections',
    settingHint:
      'Only if no encrypted address responds. Others on the network could read your tokens.',
  },
});

/** Words for servers whose version lets tokens get away. */
export const tokenHoleText = catalogue({
  en: {
    about: {
      'CVE-2025-69414':
        'Versions up to 1.42.2.10156 let anyone with a transient token get a permanent one (CVE-2025-69414).',
      'CVE-2025-34158':
        'Versions 1.41.7 to 1.42.0 have a critical vulnerability. Plex asked owners to update immediately (CVE-2025-34158).',
    } satisfies Readonly<Record<TokenHoleId, string>>,
  },
});

/** When a token was last known to be valid; null when it never was, or is not any more. */
export const lastProvedAt = (verdict: Verdict): EpochMs | null => {
  switch (verdict.kind) {
    case 'valid':
      return verdict.provedAt;
    case 'unknown':
      return verdict.lastProvedAt;
    case 'rejected':
      return null;
  }
};
