import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { isExposed, parseUrl } from '../../addresses.ts';
import type { Clock } from '../../ports.ts';
import type { WireServer } from '../../plex/wire/resources.ts';
import type { SettingsStore } from '../settings.ts';
import type { Consent, Wisher } from './consent.ts';
import type { ServerDirectory } from './server-directory.ts';

/** Whether tokens may go to a server over plain http where nothing else leads there; kept until it is taken back. */
export interface PlainHttp {
  isAllowed(serverId: ServerId): boolean;
  /** Asks the person, once. Errors: as `Consent`. */
  allow(accountId: AccountId, serverId: ServerId, wisher: Wisher): Promise<Result<null>>;
  disallow(serverId: ServerId): Promise<Result<null>>;
}

export function createPlainHttp(deps: {
  readonly servers: Pick<ServerDirectory, 'find'>;
  readonly settings: SettingsStore;
  readonly consent: Consent;
  readonly clock: Clock;
}): PlainHttp {
  const { servers, settings, consent, clock } = deps;

  const keep = async (serverId: ServerId, isAllowed: boolean): Promise<Result<null>> => {
    const updated = await settings.update((present) => {
      const others = present.insecureServerIds.filter((id) => id !== serverId);
      const since = Object.entries(present.insecureSince).filter(([id]) => id !== serverId);
      return {
        ...present,
        insecureServerIds: isAllowed ? [...others, serverId] : others,
        insecureSince: Object.fromEntries(isAllowed ? [...since, [serverId, clock.now()]] : since),
      };
    });
    return updated.ok ? ok(null) : updated;
  };

  const isAllowed = (serverId: ServerId): boolean =>
    settings.value().insecureServerIds.includes(serverId);

  return {
    isAllowed,
    allow: async (accountId, serverId, wisher) => {
      const server = servers.find(accountId, serverId);
      if (!server.ok) return server;
      if (isAllowed(serverId)) return ok(null);
      const { name: serverName } = server.value;
      const hosts = exposedHosts(server.value);
      // SECURITY: a page that is taken over could say yes in the person's place.
      const allowed = await consent.ask({ kind: 'plainHttp', serverName, hosts }, wisher);
      return allowed.ok ? keep(serverId, true) : allowed;
    },
    disallow: (serverId) => keep(serverId, false),
  };
}

/** Where what is sent to the server could be read on the way. */
const exposedHosts = ({ connections }: WireServer): readonly string[] =>
  connections.flatMap(({ uri }) => (isExposed(uri) ? (parseUrl(uri)?.host ?? []) : []));
