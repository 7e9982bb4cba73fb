import * as v from 'valibot';
import type { AccountId, EpochMs, ServerId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { AddressProof, RememberedRoute, WireServer } from '../../plex/wire/resources.ts';
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
 * and tried before Plex has answered. Besides, the addresses that the person added.
 */
export interface KeptServers {
  of(accountId: AccountId): KeptList | null;
  /** Ways to servers that are no longer in the list go. */
  keep(list: Omit<KeptList, 'routes'>): Promise<void>;
  /** Of an account whose list is kept. */
  keepRoute(accountId: AccountId, route: KeptRoute): Promise<void>;
  /** The addresses that the person added to servers of the account, whether these are in its list or not. */
  addedOf(accountId: AccountId): readonly KeptAddress[];
  addAddress(accountId: AccountId, address: KeptAddress): Promise<Result<null>>;
  removeAddress(accountId: AccountId, address: AddressOfServer): Promise<Result<null>>;
  forget(accountId: AccountId): Promise<void>;
  accountIds(): readonly AccountId[];
  /** Takes over what other processes write, soon after they did. Returns a function that ends it. */
  watch(): () => void;
  /** Called with the accounts whose servers another process has got anew, or added an address to. */
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

export interface AddressOfServer {
  readonly serverId: ServerId;
  readonly uri: string;
}

/** An address that the person added. */
export interface KeptAddress extends AddressOfServer {
  readonly addedFor: AddressProof;
  /** As in `ServerAddress`. */
  readonly certificate?: string | undefined;
}

// Of one server, the networks a computer was in last.
const mostNetworks = 8;

const serverId = v.pipe(
  v.string(),
  v.transform((text) => text as ServerId),
);

const accountId = v.pipe(
  v.string(),
  v.transform((text) => text as AccountId),
);

const schema = v.object({
  lists: v.array(
    v.object({
      accountId,
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
  added: v.optional(
    v.array(
      v.object({
        accountId,
        serverId,
        uri: v.string(),
        addedFor: v.picklist(['plexDirect', 'host', 'person']),
        certificate: v.optional(v.string()),
      }),
    ),
    [],
  ),
});

export async function openKeptServers(
  files: ProfileFiles,
  now: () => number,
  /** Whether the profile is a newer Usher's: then its lists are shown, and stay as they are. */
  isReadOnly: () => Promise<boolean>,
): Promise<Result<KeptServers>> {
  const empty: v.InferOutput<typeof schema> = { lists: [], added: [] };
  const opened = await openJsonDocument({
    files,
    name: 'servers.json',
    schema,
    empty,
    version: 1,
    removableIn: ({ lists, added }) => [
      ...lists.map((list) => list.accountId),
      ...added.map(nameOf),
    ],
    now,
  });
  if (!opened.ok) return opened;
  const document = opened.value;
  const update: typeof document.update = async (change) =>
    (await isReadOnly()) ? err({ code: 'profile.readOnly' }) : document.update(change);
  return ok({
    of: (accountId) => document.value().lists.find((one) => one.accountId === accountId) ?? null,
    // A list that can't be kept is no loss: Plex is asked again.
    keep: async (list) => {
      await update(({ lists, ...rest }) => ({
        ...rest,
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
      await update(({ lists, ...rest }) => ({
        ...rest,
        lists: lists.map((one) =>
          one.accountId === accountId ? { ...one, routes: withRoute(one.routes, route) } : one,
        ),
      }));
    },
    addedOf: (accountId) => document.value().added.filter((one) => one.accountId === accountId),
    addAddress: (accountId, { serverId, uri, addedFor, certificate }) =>
      update(({ lists, added }) => ({
        lists,
        added: [
          ...added.filter((one) => !isSame(one, { accountId, serverId, uri })),
          { accountId, serverId, uri, addedFor, certificate },
        ],
      })),
    removeAddress: (accountId, { serverId, uri }) =>
      update(({ lists, added }) => ({
        lists: lists.map((one) =>
          one.accountId === accountId ? { ...one, routes: withoutAddress(one.routes, uri) } : one,
        ),
        added: added.filter((one) => !isSame(one, { accountId, serverId, uri })),
      })),
    forget: async (accountId) => {
      await update(({ lists, added }) => ({
        lists: lists.filter((one) => one.accountId !== accountId),
        added: added.filter((one) => one.accountId !== accountId),
      }));
    },
    accountIds: () => {
      const { lists, added } = document.value();
      return [...new Set([...lists, ...added].map((one) => one.accountId))];
    },
    watch: () => document.watch(),
    onTakenOver: (listener) => {
      document.onTakenOver((before) => {
        const known = new Map(before.lists.map((list) => [list.accountId, list.refreshedAt]));
        const present = document.value();
        const ofNewLists = present.lists
          .filter((list) => known.get(list.accountId) !== list.refreshedAt)
          .map((list) => list.accountId);
        listener([...new Set([...ofNewLists, ...changedIn(before.added, present.added)])]);
      });
    },
  });
}

type WrittenAddress = v.InferOutput<typeof schema>['added'][number];

type AddressName = Pick<WrittenAddress, 'accountId' | 'serverId' | 'uri'>;

const nameOf = ({ accountId, serverId, uri }: AddressName): string =>
  JSON.stringify([accountId, serverId, uri]);

const isSame = (one: AddressName, other: AddressName): boolean => nameOf(one) === nameOf(other);

/** Whose addresses are others than before, or accept another certificate. */
const changedIn = (
  before: readonly WrittenAddress[],
  present: readonly WrittenAddress[],
): readonly AccountId[] => {
  const without = (some: readonly WrittenAddress[], others: readonly WrittenAddress[]) =>
    some.filter(
      (one) => !others.some((other) => isSame(one, other) && one.certificate === other.certificate),
    );
  return [...without(before, present), ...without(present, before)].map((one) => one.accountId);
};

const withoutAddress = (routes: readonly WrittenRoute[], uri: string): WrittenRoute[] =>
  routes
    .filter((route) => route.uri !== uri)
    .map((route) => ({ ...route, passedOver: route.passedOver.filter((one) => one !== uri) }));

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
