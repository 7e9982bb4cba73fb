import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import type { AddressQuestion } from '../../../shared/model/person-question.ts';
import type { AddedAddress } from '../../../shared/model/server.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isExposed } from '../../addresses.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { Clock } from '../../ports.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Activity } from '../activity.ts';
import { createAddressSearch, type FoundAddress } from './address-search.ts';
import { createQuota, type Consent, type Wisher } from './consent.ts';
import type { ServerDirectory } from './server-directory.ts';
import { readTypedAddress } from './typed-address.ts';

/** Addresses of servers that the person adds to those that Plex lists. */
export interface AddedAddresses {
  /**
   * Asks an address which server it is, and keeps it for that server. Never with a token.
   *
   * SECURITY: `/identity` is public, so whoever repeats it would get the access token of another server. An address is
   * good without a question where TLS proves it, as the server's own `plex.direct` name or as the host that the person
   * typed; every other is for them to decide, once. Over https that decision is about one certificate, and holds for it alone.
   */
  add(accountId: AccountId, address: string, wisher: Wisher): Promise<Result<AddedAddress>>;
  remove(accountId: AccountId, serverId: ServerId, uri: string): Promise<Result<null>>;
}

export function createAddedAddresses(deps: {
  readonly accounts: Accounts;
  readonly servers: ServerDirectory;
  readonly plex: PlexClient;
  readonly consent: Consent;
  readonly activity: Activity;
  readonly clock: Clock;
}): AddedAddresses {
  const { accounts, servers, plex, consent, activity, clock } = deps;
  const search = createAddressSearch({ servers, plex });
  let isBusy = false;
  // SECURITY: a page can't find out what there is in the person's network.
  const looksForPage = createQuota(clock, 10);

  const add: AddedAddresses['add'] = async (accountId, text, wisher) => {
    const account = accounts.find(accountId);
    if (!account.ok) return account;
    const address = readTypedAddress(text);
    if (!address.ok) return address;
    const { host, origins } = address.value;
    const isByPage = wisher.kind === 'page';

    const ask = async (
      question: Pick<AddressQuestion, 'serverName' | 'readers' | 'certificate'>,
    ): Promise<Result<null>> => {
      const allowed = await consent.ask({ kind: 'address', host, ...question }, wisher);
      return !allowed.ok && allowed.error.code === 'question.declined'
        ? err({ code: 'address.declined', host })
        : allowed;
    };

    const isAskedFirst =
      isByPage &&
      (looksForPage.waitMs() > 0 || !search.staysOnOwnNetwork(accountId, address.value));
    if (isAskedFirst) {
      const allowed = await ask({
        serverName: null,
        readers: readersOf(origins),
        certificate: null,
      });
      if (!allowed.ok) return allowed;
    } else if (isByPage) looksForPage.use();
    if (servers.list(accountId).refreshedAt === null) {
      const refreshed = await servers.refresh(accountId);
      if (!refreshed.ok) return refreshed;
    }
    const found = await search.look(accountId, address.value);
    if (!found.ok) return found;
    const { uri, certificate, server, proof } = found.value;
    const answer = {
      serverId: server.id,
      serverName: server.name,
      uri,
      certificate: certificate ?? null,
    };
    const known = server.connections.find((one) => one.uri === uri);
    if (known !== undefined) {
      if (known.certificate === certificate) return ok({ ...answer, isNew: false });
      return err({
        code: known.certificate === undefined ? 'network.untrusted' : 'network.otherCertificate',
      });
    }
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
    // SECURITY: whoever said yes before anybody was asked was told nothing of a certificate that proves nothing.
    const isSettled = isAskedFirst && certificate === undefined;
    if (!isSettled && !isProved(found.value, isByPage)) {
      const allowed = await ask({
        serverName: server.name,
        readers: certificate === undefined ? readersOf([uri]) : 'certificateHolder',
        certificate: answer.certificate,
      });
      if (!allowed.ok) return allowed;
    }
    // Much may have changed while the person was asked.
    const still = servers.find(accountId, server.id);
    if (!still.ok) return still;
    const addition = { serverId: server.id, uri, addedFor: proof, certificate };
    const kept = await servers.addresses.add(accountId, addition);
    if (!kept.ok) return kept;
    activity.record({ kind: 'added', what: 'address', account: account.value, server });
    return ok({ ...answer, isNew: true });
  };

  return {
    add: async (accountId, text, wisher) => {
      // SECURITY: a page can't have many addresses asked at once.
      if (isBusy) return err({ code: 'address.busy' });
      isBusy = true;
      try {
        return await add(accountId, text, wisher);
      } finally {
        isBusy = false;
      }
    },
    remove: async (accountId, serverId, uri) => {
      const account = accounts.find(accountId);
      if (!account.ok) return account;
      const server = servers.find(accountId, serverId);
      const removed = await servers.addresses.remove(accountId, { serverId, uri });
      if (!removed.ok) return removed;
      activity.record({
        ...{ kind: 'removed', what: 'address', account: account.value },
        ...(server.ok ? { server: server.value } : {}),
      });
      return ok(null);
    },
  };
}

/** SECURITY: a certificate for a host of the page's choice is no proof. */
const isProved = ({ proof }: FoundAddress, isByPage: boolean): boolean =>
  proof === 'plexDirect' || (proof === 'host' && !isByPage);

/** Who can read what is sent to one of these addresses, whichever answers. */
const readersOf = (uris: readonly string[]): AddressQuestion['readers'] => {
  const isAnySecure = uris.some((uri) => uri.startsWith('https:'));
  if (uris.some(isExposed)) return isAnySecure ? 'networkIfUnencrypted' : 'network';
  return isAnySecure ? 'host' : 'thisComputer';
};
