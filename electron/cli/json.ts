import type {
  AccountDetails,
  AccountSummary,
  SubscriptionPeriod,
  Told,
} from '../../shared/model/account.ts';
import type { DeviceSummary } from '../../shared/model/device.ts';
import type { FoundToken } from '../../shared/model/identification.ts';
import type { EpochMs } from '../../shared/model/ids.ts';
import type { ServerSummary } from '../../shared/model/server.ts';
import type { TransientTokenSummary, Verdict } from '../../shared/model/token.ts';
import type { VerdictChange } from '../core/verdicts/verdict-changes.ts';

/** A time as JSON has it; null when Plex sent what is no time. */
export const isoTime = (at: EpochMs | null): string | null => {
  if (at === null) return null;
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};

/** What Plex tells of an account in JSON, by Plex's own names: what Usher understood and keeps, then the record as it was sent. */
export const accountDetailsJson = (details: AccountDetails) => ({
  id: details.accountId,
  askedAt: isoTime(details.askedAt),
  subscriptions: details.subscriptions.map(subscriptionJson),
  pastSubscriptions: toldJson(details.pastSubscriptions, subscriptionJson),
  trials: toldJson(details.trials, (trial) => trial),
  record: details.record,
});

const toldJson = <Item, Shown>(told: Told<Item> | null, show: (item: Item) => Shown) =>
  told === null ? null : { toldAt: isoTime(told.at), list: told.list.map(show) };

/** A subscription in JSON, by the names it has in Plex's records. */
export const subscriptionJson = (period: SubscriptionPeriod) => ({
  type: period.type,
  state: period.state,
  mode: period.mode,
  active: period.isActive,
  subscribedAt: isoTime(period.subscribedAt),
  renewsAt: isoTime(period.renewsAt),
  endsAt: isoTime(period.endsAt),
  canceled: period.isCanceled,
  gracePeriod: period.isInGracePeriod,
  onHold: period.isOnHold,
  canReactivate: period.canReactivate,
  canUpgrade: period.canUpgrade,
  canDowngrade: period.canDowngrade,
  canConvert: period.canConvert,
  transfer: period.transfer,
  paymentService: period.paymentService,
  billing: period.billing === null ? null : { ...period.billing },
  features: period.features,
});

/** An Authorized Device in JSON. */
export const deviceJson = (device: DeviceSummary) => ({
  ...device,
  createdAt: isoTime(device.createdAt),
  lastSeenAt: isoTime(device.lastSeenAt),
});

/** A token that was found in a text, in JSON, without its secret; `mintedAs` where it is one of those minted here. */
export const foundTokenJson = (
  { token, place, jwt, finding, appToken }: FoundToken,
  minted: TransientTokenSummary | null,
) => ({
  token,
  place,
  jwt:
    jwt === null
      ? null
      : { ...jwt, issuedAt: isoTime(jwt.issuedAt), expiresAt: isoTime(jwt.expiresAt) },
  mintedAs: minted === null ? null : tokenJson(minted),
  appToken,
  finding: {
    ...finding,
    ...('provedAt' in finding ? { provedAt: isoTime(finding.provedAt) } : {}),
    ...('refusedAt' in finding ? { refusedAt: isoTime(finding.refusedAt) } : {}),
    ...(finding.kind === 'account' && finding.device !== null
      ? { device: { ...finding.device, lastSeenAt: isoTime(finding.device.lastSeenAt) } }
      : {}),
  },
});

/** A server in JSON. */
export const serverJson = (account: AccountSummary, server: ServerSummary) => ({
  machineIdentifier: server.id,
  name: server.name,
  account: account.username,
  accountId: account.id,
  ownership: server.ownership,
  ownerName: server.ownerName,
  isOnline: server.isOnline,
  version: server.version,
  platform: server.platform,
  lastSeenAt: isoTime(server.lastSeenAt),
  accessToken: server.accessToken,
  connections: server.connections.map(({ uri, kind, isSecure, isIPv6, isAdded, certificate }) => ({
    uri,
    kind,
    isSecure,
    isIPv6,
    isAdded,
    certificate,
  })),
});

/** A transient token in JSON, without its secret. */
export const tokenJson = (token: TransientTokenSummary) => ({
  id: token.id,
  lastFour: token.token.lastFour,
  server: token.serverName,
  machineIdentifier: token.serverId,
  account: token.accountName,
  accountId: token.accountId,
  verdict: verdictJson(token.verdict),
  mintedAt: isoTime(token.mintedAt),
  expiresAt: isoTime(token.expiresAt),
});

/** What changed, in JSON, without its secret. */
export const changeJson = (change: VerdictChange) => ({
  kind: change.kind,
  account: change.account.title,
  accountId: change.account.id,
  server: change.server?.name ?? null,
  machineIdentifier: change.server?.id ?? null,
  app: change.app?.name ?? null,
  appId: change.app?.id ?? null,
  destination: change.destination,
  lastFour: change.lastFour,
  from: change.from,
  to: change.to,
  reason: change.reason,
  at: isoTime(change.at),
});

/** A verdict in JSON. */
export function verdictJson(verdict: Verdict) {
  switch (verdict.kind) {
    case 'valid':
      return { kind: verdict.kind, provedAt: isoTime(verdict.provedAt) };
    case 'rejected':
      return { kind: verdict.kind, rejectedAt: isoTime(verdict.rejectedAt) };
    case 'unknown':
      return {
        kind: verdict.kind,
        reason: verdict.reason,
        lastProvedAt: isoTime(verdict.lastProvedAt),
      };
  }
}
