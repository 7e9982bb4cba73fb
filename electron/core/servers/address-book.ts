import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isOnOwnNetwork, parseUrl, plexDirectAddress, withoutBrackets } from '../../addresses.ts';
import { readConnection, type WireConnection, type WireServer } from '../../plex/wire/resources.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { AddressOfServer, KeptAddress, KeptServers } from './kept-servers.ts';
import type { AccountServers } from './server-access.ts';

/** Where the addresses are that the person added, as long as their account is here. */
export interface AddressBook {
  add(accountId: AccountId, address: KeptAddress): Promise<Result<null>>;
  /** Errors: `address.notFound`. */
  remove(accountId: AccountId, address: AddressOfServer): Promise<Result<null>>;
  /** The servers, each with those that were added to it and that Plex does not list anyway. */
  withAdded(accountId: AccountId, servers: readonly WireServer[]): readonly WireServer[];
}

export function createAddressBook(deps: {
  readonly accounts: Accounts;
  readonly kept: KeptServers;
  readonly of: (accountId: AccountId) => Pick<AccountServers, 'addedInSession'>;
  readonly emitServer: (accountId: AccountId, serverId: ServerId) => void;
}): AddressBook {
  const { accounts, kept, of, emitServer } = deps;
  return {
    withAdded: (accountId, servers) => {
      const added = [...kept.addedOf(accountId), ...of(accountId).addedInSession];
      return added.length === 0 ? servers : servers.map((server) => withAdded(server, added));
    },
    add: async (accountId, address) => {
      const account = accounts.find(accountId);
      if (!account.ok) return account;
      const state = of(accountId);
      // SECURITY: "this session only" leaves nothing of the account in the profile.
      if (account.value.storage === 'session') {
        state.addedInSession = [...without(state.addedInSession, address), address];
      } else {
        const written = await kept.addAddress(accountId, address);
        if (!written.ok) return written;
      }
      emitServer(accountId, address.serverId);
      return ok(null);
    },
    remove: async (accountId, address) => {
      const state = of(accountId);
      const isKept = kept.addedOf(accountId).some((one) => isSameAddress(one, address));
      const left = without(state.addedInSession, address);
      if (!isKept && left.length === state.addedInSession.length) {
        return err({ code: 'address.notFound' });
      }
      state.addedInSession = left;
      const written = isKept ? await kept.removeAddress(accountId, address) : ok(null);
      emitServer(accountId, address.serverId);
      return written;
    },
  };
}

const isSameAddress = (one: AddressOfServer, other: AddressOfServer): boolean =>
  one.serverId === other.serverId && one.uri === other.uri;

const without = (
  addresses: readonly KeptAddress[],
  address: AddressOfServer,
): readonly KeptAddress[] => addresses.filter((one) => !isSameAddress(one, address));

const withAdded = (server: WireServer, added: readonly KeptAddress[]): WireServer => {
  const unlisted = added.filter(
    ({ serverId, uri }) =>
      serverId === server.id && !server.connections.some((one) => one.uri === uri),
  );
  if (unlisted.length === 0) return server;
  return { ...server, connections: [...server.connections, ...unlisted.flatMap(toConnection)] };
};

const toConnection = ({ uri, addedFor, certificate }: KeptAddress): readonly WireConnection[] => {
  const hostname = parseUrl(uri)?.hostname ?? '';
  const address = plexDirectAddress(hostname)?.address ?? withoutBrackets(hostname);
  const local = isOnOwnNetwork(address);
  const connection = readConnection({ uri, address, local, IPv6: address.includes(':') });
  return connection === null ? [] : [{ ...connection, addedFor, certificate }];
};
