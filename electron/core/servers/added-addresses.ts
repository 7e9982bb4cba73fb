import { isIPv4 } from 'node:net';
import type { AppError } from '../../../shared/errors.ts';
import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import type { AddedAddress, AddressQuestion } from '../../../shared/model/server.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import {
  ipAddress,
  isExposed,
  isLoopback,
  isOnOwnNetwork,
  parseUrl,
  plexDirectAddress,
  plexDirectHash,
  plexDirectName,
} from '../../addresses.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { IdentityOutcome } from '../../plex/routing.ts';
import type { AddressProof, WireServer } from '../../plex/wire/resources.ts';
import type { AddressAsker, Clock } from '../../ports.ts';
import { MINUTE_MS } from '../../timing.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Activity } from '../activity.ts';
import { readTypedAddress, type TypedAddress } from './typed-address.ts';
import type { ServerDirectory } from './server-directory.ts';

/** Addresses of servers that the person adds to those that Plex lists. */
export interface AddedAddresses {
  /**
   * Asks an address which server it is, and keeps it for that server. Never with a token.
   *
   * SECURITY: `/identity` is public, so whoever repeats it would get the access token of another server. An address is
   * good without a question where TLS proves it, as the server's own `plex.direct` name or as the host that the person
   * typed; every other is for them to decide, once.
   */
  add(accountId: AccountId, address: string, typedBy: AddressAuthor): Promise<Result<AddedAddress>>;
  remove(accountId: AccountId, serverId: ServerId, uri: string): Promise<Result<null>>;
}

/**
 * Where an address comes from.
 *
 * SECURITY: what a page says was typed may be of its own making. So no certificate for a host of its choice is a proof; and
 * since a name or a far address could carry away what the page has seen, not even its `/identity` is asked unasked.
 */
export type AddressAuthor =
  | { readonly kind: 'page' }
  /** `isConfirmed`: they have answered the question beforehand. */
  | { readonly kind: 'person'; readonly isConfirmed: boolean };

export function createAddedAddresses(deps: {
  readonly accounts: Accounts;
  readonly servers: ServerDirectory;
  readonly plex: PlexClient;
  readonly asker: AddressAsker;
  readonly activity: Activity;
  readonly clock: Clock;
}): AddedAddresses {
  const { accounts, servers, plex, asker, activity, clock } = deps;
  let isBusy = false;
  // SECURITY: a page can neither wear the person out with questions nor find out what there is in their network.
  const noesToPage = createQuota(clock, 3);
  const looksForPage = createQuota(clock, 10);

  /** The list, asked for where it is not known yet or does not have the server. */
  const findServer = async (
    accountId: AccountId,
    machineIdentifier: string,
  ): Promise<Result<WireServer | null>> => {
    const find = (): Result<WireServer | null> => {
      const server = servers.find(accountId, machineIdentifier as ServerId);
      return !server.ok && server.error.code === 'server.notFound' ? ok(null) : server;
    };
    const known = find();
    if (!known.ok || known.value !== null) return known;
    const refreshed = await servers.refresh(accountId);
    return refreshed.ok ? find() : refreshed;
  };

  const look = async (accountId: AccountId, address: TypedAddress): Promise<Result<Found>> => {
    const hashes = hashesOf(servers.all(accountId));
    const failures: AppError[] = [];
    for (const origin of address.origins) {
      const uris = [...ownNames(origin, hashes), origin];
      const outcomes = await Promise.all(
        uris.map((uri) => plex.askIdentity(uri, new AbortController().signal)),
      );
      for (const [index, outcome] of outcomes.entries()) {
        const uri = uris[index] ?? origin;
        // What was not typed is a guess, and counts only where it is right.
        const isGuess = uri !== origin;
        if (outcome.kind === 'failed') {
          if (!isGuess) failures.push(toError(outcome, address.host));
          continue;
        }
        const server = await findServer(accountId, outcome.machineIdentifier);
        if (!server.ok) return server;
        if (server.value === null) {
          if (!isGuess) failures.push({ code: 'address.unknownServer', host: address.host });
          continue;
        }
        const proof = proofOf(uri, server.value);
        if (isGuess && proof !== 'plexDirect') continue;
        return ok({ uri, server: server.value, proof });
      }
    }
    return err(worst(failures) ?? { code: 'address.noAnswer', host: address.host });
  };

  const add = async (
    accountId: AccountId,
    text: string,
    typedBy: AddressAuthor,
  ): Promise<Result<AddedAddress>> => {
    const account = accounts.find(accountId);
    if (!account.ok) return account;
    const address = readTypedAddress(text);
    if (!address.ok) return address;
    const { host, origins } = address.value;
    const isByPage = typedBy.kind === 'page';

    const ask = async (question: Omit<AddressQuestion, 'host'>): Promise<Result<null>> => {
      const waitMs = isByPage ? noesToPage.waitMs() : 0;
      if (waitMs > 0) {
        return err({ code: 'address.paused', minutesLeft: Math.ceil(waitMs / MINUTE_MS) });
      }
      if (await asker.mayAdd({ host, ...question })) return ok(null);
      if (isByPage) noesToPage.use();
      return err({ code: 'address.declined', host });
    };

    const isAskedFirst =
      isByPage &&
      (looksForPage.waitMs() > 0 ||
        !staysOnOwnNetwork(address.value.hostname, hashesOf(servers.all(accountId))));
    if (isAskedFirst) {
      const allowed = await ask({ serverName: null, readers: readersOf(origins) });
      if (!allowed.ok) return allowed;
    } else if (isByPage) looksForPage.use();
    if (servers.list(accountId).refreshedAt === null) {
      const refreshed = await servers.refresh(accountId);
      if (!refreshed.ok) return refreshed;
    }
    const found = await look(accountId, address.value);
    if (!found.ok) return found;
    const { uri, server, proof } = found.value;
    const answer = { serverId: server.id, serverName: server.name, uri };
    if (server.connections.some((one) => one.uri === uri)) return ok({ ...answer, isNew: false });
    if (server.isHttpsRequired && !uri.startsWith('https:')) {
      return err({ code: 'address.httpsRequired', host });
    }
    if (proof !== 'plexDirect') {
      // Where Plex can't be asked, it is seen to before a token is sent.
      await servers.accessToken(accountId, server.id);
      if (servers.usesAccountToken(accountId, server.id)) {
        return err({ code: 'address.accountToken', host });
      }
    }
    const isProved = proof === 'plexDirect' || (proof === 'host' && !isByPage);
    const isConfirmed = isAskedFirst || (typedBy.kind === 'person' && typedBy.isConfirmed);
    if (!isProved && !isConfirmed) {
      const serverName = plainName(server.name);
      const allowed = await ask({ serverName, readers: readersOf([uri]) });
      if (!allowed.ok) return allowed;
    }
    // Much may have changed while the person was asked.
    const still = servers.find(accountId, server.id);
    if (!still.ok) return still;
    const kept = await servers.addAddress(accountId, { serverId: server.id, uri, addedFor: proof });
    if (!kept.ok) return kept;
    activity.record({ kind: 'added', what: 'address', account: account.value, server });
    return ok({ ...answer, isNew: true });
  };

  return {
    add: async (accountId, text, typedBy) => {
      // SECURITY: a page can't cover the screen with questions, nor have many addresses asked at once.
      if (isBusy) return err({ code: 'address.busy' });
      isBusy = true;
      try {
        return await add(accountId, text, typedBy);
      } finally {
        isBusy = false;
      }
    },
    remove: async (accountId, serverId, uri) => {
      const account = accounts.find(accountId);
      if (!account.ok) return account;
      const server = servers.find(accountId, serverId);
      const removed = await servers.removeAddress(accountId, { serverId, uri });
      if (!removed.ok) return removed;
      activity.record({
        ...{ kind: 'removed', what: 'address', account: account.value },
        ...(server.ok ? { server: server.value } : {}),
      });
      return ok(null);
    },
  };
}

interface Found {
  readonly uri: string;
  readonly server: WireServer;
  readonly proof: AddressProof;
}

/** The hashes in the names that Plex lists for a server over https: more than one where its certificate was renewed. */
const hashesOf = (servers: readonly WireServer[]): ReadonlySet<string> =>
  new Set(
    servers.flatMap(({ connections }) =>
      connections.flatMap(({ uri, addedFor }) => {
        const url = parseUrl(uri);
        if (addedFor !== undefined || url?.protocol !== 'https:') return [];
        return plexDirectHash(url.hostname) ?? [];
      }),
    ),
  );

/** Under which names a server of the account would prove itself at an IP address over https. */
const ownNames = (origin: string, hashes: ReadonlySet<string>): readonly string[] => {
  const url = parseUrl(origin);
  const address = url?.protocol === 'https:' ? ipAddress(url.hostname) : null;
  if (address === null) return [];
  const port = url?.port === '' ? '443' : url?.port;
  return [...hashes].map(
    (hash) => new URL(`https://${plexDirectName(address, hash)}:${port}`).origin,
  );
};

/** What the answer of this server from this address, over a connection that TLS let through, goes by. */
const proofOf = (uri: string, server: WireServer): AddressProof => {
  const url = parseUrl(uri);
  if (url?.protocol !== 'https:') return 'person';
  const hash = plexDirectHash(url.hostname);
  // SECURITY: a certificate for the hash of another server proves that other server.
  if (hash !== null) return hashesOf([server]).has(hash) ? 'plexDirect' : 'person';
  return 'host';
};

/**
 * Whether asking there reaches nobody outside the network this computer is in: names tell nothing but Plex's own.
 * SECURITY: an IPv6 address could hold half a token, for whoever listens to the network or answers for DNS.
 */
const staysOnOwnNetwork = (hostname: string, hashes: ReadonlySet<string>): boolean => {
  if (isLoopback(hostname)) return true;
  const named = plexDirectAddress(hostname);
  if (named !== null && !hashes.has(plexDirectHash(hostname) ?? '')) return false;
  const address = named?.address ?? hostname;
  return isIPv4(address) && isOnOwnNetwork(address);
};

const quotaPeriodMs = 10 * MINUTE_MS;

/** So many uses in ten minutes. */
const createQuota = (clock: Clock, most: number) => {
  let usedAtMs: readonly number[] = [];
  return {
    use: (): void => {
      usedAtMs = [...usedAtMs, clock.monotonicMs()].slice(-most);
    },
    /** 0 while there are uses left. */
    waitMs: (): number => {
      const first = usedAtMs.length < most ? undefined : usedAtMs[0];
      return first === undefined ? 0 : Math.max(0, first + quotaPeriodMs - clock.monotonicMs());
    },
  };
};

/** Who can read what is sent to one of these addresses, whichever answers. */
const readersOf = (uris: readonly string[]): AddressQuestion['readers'] => {
  const isAnySecure = uris.some((uri) => uri.startsWith('https:'));
  if (uris.some(isExposed)) return isAnySecure ? 'networkIfUnencrypted' : 'network';
  return isAnySecure ? 'host' : 'thisComputer';
};

const toError = (
  { reason }: Extract<IdentityOutcome, { kind: 'failed' }>,
  host: string,
): AppError => {
  switch (reason) {
    case 'network.untrusted':
      return { code: 'address.untrusted', host };
    case 'network.intercepted':
    case 'connection.notPlex':
      return { code: 'address.notPlex', host };
    default:
      return { code: 'address.noAnswer', host };
  }
};

/** Of several failures the one that tells most. */
const worst = (failures: readonly AppError[]): AppError | undefined =>
  (['address.unknownServer', 'address.notPlex', 'address.untrusted', 'address.noAnswer'] as const)
    .map((code) => failures.find((failure) => failure.code === code))
    .find((failure) => failure !== undefined);

const maxNameLength = 60;

/** SECURITY: a name from outside must not look like a part of the question it stands in. */
const plainName = (name: string): string => {
  const line = name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.length > maxNameLength ? `${line.slice(0, maxNameLength - 1)}…` : line;
};
