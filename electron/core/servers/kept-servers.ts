import * as v from 'valibot';
import type { AccountId, EpochMs, ServerId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { RememberedRoute, WireServer } from '../../plex/wire/resources.ts';
import type { ProfileFiles } from '../../ports.ts';
import { openJsonDocument } from '../../storage/profile/json-document.ts';

const nullableText = v.nullable(v.string());
const nullableNumber = v.nullable(v.number());

/** A server as the profile keeps it: the public part only, no access token. */
const wireServerSchema: v.GenericSchema<unknown, WireServer> = v.object({
  id: v.pipe(
    v.string(),
    v.transform((text) => text as ServerId),
  ),
  name: v.string(),
  version: nullableText,
  platform: nullableText,
  platformVersion: nullableText,
  device: nullableText,
  isOwned: v.boolean(),
  isHome: v.boolean(),
  ownerName: nullableText,
  isOnline: v.boolean(),
  lastSeenAt: nullableNumber,
  createdAt: nullableNumber,
  publicAddress: nullableText,
  isHttpsRequired: v.boolean(),
  hasDnsRebindingProtection: v.boolean(),
  connections: v.array(
    v.object({
      uri: v.string(),
      address: v.string(),
      port: v.number(),
      kind: v.picklist(['local', 'remote', 'relay']),
      isSecure: v.boolean(),
      isIPv6: v.boolean(),
    }),
  ),
});

/**
 * The last known servers of each account, without their access tokens, and the way to each by network: what is shown
 * and tried before Plex has answered.
 */
export interface KeptServers {
  of(accountId: AccountId): KeptList | null;
  /** Ways to servers that are no longer in the list go. */
  keep(list: Omit<KeptList, 'routes'>): Promise<void>;
  /** Of an account whose list is kept. */
  keepRoute(accountId: AccountId, route: KeptRoute): Promise<void>;
  forget(accountId: AccountId): Promise<void>;
  accountIds(): readonly AccountId[];
  /** Takes over what other processes write, soon after they did. Returns a function that ends it. */
  watch(): () => void;
  /** Called with the accounts whose servers another process has got anew. */
  onTakenOver(listener: (accountIds: readonly AccountId[]) => void): void;
}

export interface KeptList {
  readonly accountId: AccountId;
  readonly refreshedAt: EpochMs;
  readonly servers: readonly WireServer[];
  readonly routes: readonly KeptRoute[];
}

export interface KeptRoute extends RememberedRoute {
  readonly network: string;
  readonly serverId: ServerId;
  /** When it last proved to be the server. */
  readonly at: EpochMs;
}

// Of one server, the networks a computer was in last.
const mostNetworks = 8;

const serverId = v.pipe(
  v.string(),
  v.transform((text) => text as ServerId),
);

const schema = v.object({
  lists: v.array(
    v.object({
      accountId: v.pipe(
        v.string(),
        v.transform((text) => text as AccountId),
      ),
      refreshedAt: v.number(),
      servers: v.array(wireServerSchema),
      routes: v.optional(
        v.array(
          v.object({
            network: v.string(),
            serverId,
            uri: v.string(),
            passedOver: v.array(v.string()),
            at: v.number(),
          }),
        ),
        [],
      ),
    }),
  ),
});

export async function openKeptServers(
  files: ProfileFiles,
  now: () => number,
  /** Whether the profile is a newer Usher's: then its lists are shown, and stay as they are. */
  isReadOnly: () => boolean,
): Promise<Result<KeptServers>> {
  const empty: v.InferOutput<typeof schema> = { lists: [] };
  const opened = await openJsonDocument({
    files,
    name: 'servers.json',
    schema,
    empty,
    version: 1,
    removableIn: ({ lists }) => lists.map(({ accountId }) => accountId),
    now,
  });
  if (!opened.ok) return opened;
  const document = opened.value;
  const update: typeof document.update = (change) =>
    isReadOnly() ? Promise.resolve(err({ code: 'profile.readOnly' })) : document.update(change);
  return ok({
    of: (accountId) => document.value().lists.find((one) => one.accountId === accountId) ?? null,
    // A list that can't be kept is no loss: Plex is asked again.
    keep: async (list) => {
      await update(({ lists }) => ({
        lists: [
          ...lists.filter((one) => one.accountId !== list.accountId),
          {
            ...list,
            servers: [...list.servers],
            routes: (lists.find((one) => one.accountId === list.accountId)?.routes ?? []).filter(
              (route) => list.servers.some(({ id }) => id === route.serverId),
            ),
          },
        ],
      }));
    },
    keepRoute: async (accountId, route) => {
      await update(({ lists }) => ({
        lists: lists.map((one) =>
          one.accountId === accountId ? { ...one, routes: withRoute(one.routes, route) } : one,
        ),
      }));
    },
    forget: async (accountId) => {
      await update(({ lists }) => ({
        lists: lists.filter((one) => one.accountId !== accountId),
      }));
    },
    accountIds: () => document.value().lists.map(({ accountId }) => accountId),
    watch: () => document.watch(),
    onTakenOver: (listener) => {
      document.onTakenOver((before) => {
        const known = new Map(before.lists.map((list) => [list.accountId, list.refreshedAt]));
        const isNew = ({ accountId, refreshedAt }: KeptList): boolean =>
          known.get(accountId) !== refreshedAt;
        listener(
          document
            .value()
            .lists.filter(isNew)
            .map(({ accountId }) => accountId),
        );
      });
    },
  });
}

type WrittenRoute = v.InferOutput<typeof schema>['lists'][number]['routes'][number];

const withRoute = (routes: readonly WrittenRoute[], route: KeptRoute): WrittenRoute[] => {
  const ofServer = routes.filter(
    (one) => one.serverId === route.serverId && one.network !== route.network,
  );
  const newest = [...ofServer].sort((one, other) => other.at - one.at).slice(0, mostNetworks - 1);
  return [
    ...routes.filter((one) => one.serverId !== route.serverId),
    ...newest,
    { ...route, passedOver: [...route.passedOver] },
  ];
};
