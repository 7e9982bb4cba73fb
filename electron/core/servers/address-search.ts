import { isIPv4 } from 'node:net';
import type { AppError } from '../../../shared/errors.ts';
import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import {
  ipAddress,
  isLoopback,
  isOnOwnNetwork,
  parseUrl,
  plexDirectAddress,
  plexDirectHash,
  plexDirectName,
} from '../../addresses.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { IdentityOutcome } from '../../plex/identity.ts';
import type { AddressProof, ServerAddress, WireServer } from '../../plex/wire/resources.ts';
import type { ServerDirectory } from './server-directory.ts';
import type { TypedAddress } from './typed-address.ts';

/** Finds out which server of an account is at an address that was typed, and what proves it. Never with a token. */
export interface AddressSearch {
  look(accountId: AccountId, address: TypedAddress): Promise<Result<FoundAddress>>;
  /** Whether asking there reaches nobody outside the network this computer is in. */
  staysOnOwnNetwork(accountId: AccountId, address: TypedAddress): boolean;
}

export interface FoundAddress extends ServerAddress {
  readonly server: WireServer;
  readonly proof: AddressProof;
}

export function createAddressSearch(deps: {
  readonly servers: ServerDirectory;
  readonly plex: PlexClient;
}): AddressSearch {
  const { servers, plex } = deps;

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

  /** Asks one address; where TLS proves nothing of one that was typed, by the certificate it shows. */
  const askWho = async (uri: string, isGuess: boolean): Promise<IdentityOutcome> => {
    const { signal } = new AbortController();
    const outcome = await plex.askIdentity({ uri }, signal);
    const isUnproved = outcome.kind === 'failed' && outcome.reason === 'network.untrusted';
    return isUnproved && !isGuess ? plex.askPinnedIdentity(uri, signal) : outcome;
  };

  const look: AddressSearch['look'] = async (accountId, address) => {
    const hashes = hashesOf(servers.all(accountId));
    const failures: AppError[] = [];
    for (const origin of address.origins) {
      const uris = [...ownNames(origin, hashes), origin];
      // What was not typed is a guess, and counts only where it is right.
      const isGuess = (uri: string): boolean => uri !== origin;
      const outcomes = await Promise.all(uris.map((uri) => askWho(uri, isGuess(uri))));
      for (const [index, outcome] of outcomes.entries()) {
        const uri = uris[index] ?? origin;
        if (outcome.kind === 'failed') {
          if (!isGuess(uri)) failures.push(toError(outcome, address));
          continue;
        }
        const server = await findServer(accountId, outcome.machineIdentifier);
        if (!server.ok) return server;
        if (server.value === null) {
          if (!isGuess(uri)) failures.push({ code: 'address.unknownServer', host: address.host });
          continue;
        }
        const { certificate } = outcome;
        const proof = certificate === undefined ? proofOf(uri, server.value) : 'person';
        if (isGuess(uri) && proof !== 'plexDirect') continue;
        return ok({ uri, certificate, server: server.value, proof });
      }
    }
    return err(worst(failures) ?? noAnswer(address));
  };

  return {
    look,
    staysOnOwnNetwork: (accountId, { hostname }) =>
      staysOnOwnNetwork(hostname, hashesOf(servers.all(accountId))),
  };
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

const toError = (
  { reason }: Extract<IdentityOutcome, { kind: 'failed' }>,
  address: TypedAddress,
): AppError => {
  const { host } = address;
  switch (reason) {
    case 'network.untrusted':
      return { code: 'address.noTls', host };
    case 'network.intercepted':
    case 'connection.notPlex':
      return { code: 'address.notPlex', host };
    default:
      return noAnswer(address);
  }
};

const noAnswer = ({ host, origins }: TypedAddress): AppError => ({
  code: 'address.noAnswer',
  host,
  origins: origins.map(withPort),
});

/** A port that is the scheme's own is left out of a URL, and may be the very mistake. */
const withPort = (origin: string): string => {
  if (parseUrl(origin)?.port !== '') return origin;
  return `${origin}:${origin.startsWith('https:') ? '443' : '80'}`;
};

/** Of several failures the one that tells most. */
const worst = (failures: readonly AppError[]): AppError | undefined =>
  (['address.unknownServer', 'address.notPlex', 'address.noTls', 'address.noAnswer'] as const)
    .map((code) => failures.find((failure) => failure.code === code))
    .find((failure) => failure !== undefined);
