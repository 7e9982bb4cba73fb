import type { AccountSummary } from '../../shared/model/account.ts';
import type {
  AccountId,
  AttemptId,
  DeviceId,
  NoticeId,
  ServerId,
  TransientTokenId,
} from '../../shared/model/ids.ts';
import type { DeviceList, DeviceSummary, RevocationReport } from '../../shared/model/device.ts';
import type { ServerSummary } from '../../shared/model/server.ts';
import { defaultSettings, type State } from '../../shared/model/state.ts';
import type { TransientTokenSummary } from '../../shared/model/token.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

/** Stand-ins for what main sends, each complete, each to be changed in the one thing a test is about. */
export const testData = {
  now,
  // Ids are branded by main, which parses them; tests are the only other place that makes them.
  accountId: (text: string) => text as AccountId,
  serverId: (text: string) => text as ServerId,
  deviceId: (text: string) => text as DeviceId,
  tokenId: (text: string) => text as TransientTokenId,
  attemptId: (text: string) => text as AttemptId,
  noticeId: (text: string) => text as NoticeId,

  account: (change: Partial<AccountSummary> = {}): AccountSummary => ({
    id: 'account-1' as AccountId,
    uuid: '0a1b2c3d4e5f6789',
    username: 'maja',
    title: 'Maja Lind',
    email: 'maja@example.org',
    avatarPath: null,
    hasPlexPass: true,
    token: { kind: 'classic', lastFour: 'x7Qd' },
    tokenEnd: null,
    storage: 'keychain',
    verdict: { kind: 'valid', provedAt: now - 120_000 },
    addedAt: now - 86_400_000,
    signedInAt: now - 86_400_000,
    note: '',
    status: 'ready',
    homeOf: null,
    ...change,
  }),

  server: (change: Partial<ServerSummary> = {}): ServerSummary => ({
    id: 'server-1' as ServerId,
    accountId: 'account-1' as AccountId,
    name: 'Attic',
    version: '1.41.3.9314',
    platform: 'Linux',
    platformVersion: '12',
    device: 'PC',
    ownership: 'owned',
    ownerName: null,
    isOnline: true,
    lastSeenAt: now - 60_000,
    createdAt: now - 900_000_000,
    publicAddress: '203.0.113.7',
    isHttpsRequired: false,
    hasDnsRebindingProtection: false,
    accessToken: { kind: 'classic', lastFour: 'k2Lm' },
    verdict: { kind: 'valid', provedAt: now - 60_000 },
    connections: [],
    routeUri: null,
    ...change,
  }),

  token: (change: Partial<TransientTokenSummary> = {}): TransientTokenSummary => ({
    id: 'token-1' as TransientTokenId,
    accountId: 'account-1' as AccountId,
    accountName: 'Maja Lind',
    serverId: 'server-1' as ServerId,
    serverName: 'Attic',
    token: { kind: 'transient', lastFour: '9f3c' },
    storage: 'keychain',
    mintedAt: now - 3_600_000,
    expiresAt: now + 169_200_000,
    remainingMs: 169_200_000,
    verdict: { kind: 'valid', provedAt: now - 60_000 },
    ...change,
  }),

  device: (change: Partial<DeviceSummary> = {}): DeviceSummary => ({
    id: '901' as DeviceId,
    kind: 'other',
    name: 'Living room',
    product: 'Plex for LG',
    productVersion: '5.90.1',
    platform: 'webOS',
    platformVersion: '9.0',
    device: 'OLED',
    model: null,
    clientIdentifier: 'television-1',
    publicAddress: '203.0.113.7',
    createdAt: now - 900_000_000,
    lastSeenAt: now - 3_600_000,
    ...change,
  }),

  deviceList: (
    devices: readonly DeviceSummary[],
    change: Partial<DeviceList> = {},
  ): DeviceList => ({
    accountId: 'account-1' as AccountId,
    devices,
    unreadableCount: 0,
    askedAt: now,
    isAsking: false,
    error: null,
    ...change,
  }),

  report: (change: Partial<RevocationReport> = {}): RevocationReport => ({
    phase: 'over',
    accountId: 'account-1' as AccountId,
    gone: [],
    unproved: [],
    stillThere: [],
    refused: [],
    untried: [],
    error: null,
    isSignedOutHere: false,
    ...change,
  }),

  snapshot: (change: Partial<State> = {}): State => ({
    app: { version: '0.1.0', platform: 'linux', isDemo: false, deviceName: 'Usher on workbench' },
    vault: { kind: 'ready' },
    vaultActivity: { isWaiting: false },
    accounts: [],
    servers: [],
    devices: [],
    revocations: [],
    tokens: [],
    identification: { tokens: [], isCutOff: false, remainingMs: 0 },
    clipboard: { kind: 'empty' },
    signIn: { kind: 'idle' },
    signOuts: [],
    repair: { accountIds: [], skippedIds: [] },
    notices: [],
    attention: null,
    settings: defaultSettings,
    activity: { count: 0, newestAt: null },
    ...change,
  }),
};
