import type { AskedServer } from '../../shared/model/identification.ts';
import type { ServerId } from '../../shared/model/ids.ts';
import { err, type Result } from '../../shared/result.ts';
import { isAborted } from '../timing.ts';
import { abortError } from '../plex/http/failures.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { Route } from '../plex/wire/resources.ts';
import type { ServerDirectory } from '../core/servers/server-directory.ts';
import type { KnownServer } from './known-server.ts';

/** Each server's address is looked for so many at a time. */
const atOnce = 4;

export interface ServersAnswer {
  /** The one that took the token; the others were not asked any further. */
  readonly taker: KnownServer | null;
  readonly others: readonly AskedServer[];
}

export interface ServerAsking {
  readonly plex: Pick<PlexClient, 'checkServerToken'>;
  readonly servers: Pick<ServerDirectory, 'findRoute'>;
  /** Addresses that were looked for already, by server; several tokens are asked about, one after the other. */
  readonly routes: Map<ServerId, Promise<Result<Route>>>;
}

/** Shows a token to the servers in their order, until one takes it or the signal ends it. */
export const askServers = async (
  asking: ServerAsking,
  known: readonly KnownServer[],
  token: string,
  signal: AbortSignal,
): Promise<ServersAnswer> => {
  const others = new Map<KnownServer, AskedServer>();
  let taker: KnownServer | null = null;
  const left = [...known];

  const ask = async (one: KnownServer): Promise<void> => {
    const { id, name } = one.server;
    const route = isAborted(signal) ? err(abortError(signal)) : await routeTo(asking, one);
    if (taker !== null) return;
    const answer = route.ok
      ? await asking.plex.checkServerToken(route.value, token, signal)
      : route;
    if (answer.ok && answer.value === 'taken') taker ??= one;
    else others.set(one, { id, name, reason: reasonOf(answer) });
  };

  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined && taker === null; next = left.shift()) {
      await ask(next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return {
    taker,
    others: known.map((one) => others.get(one)).filter((asked) => asked !== undefined),
  };
};

/** SECURITY: findRoute proves who an address is, without a token, before a token goes there. */
const routeTo = ({ servers, routes }: ServerAsking, { accountId, server }: KnownServer) => {
  const present = routes.get(server.id);
  if (present !== undefined) return present;
  const route = servers.findRoute(accountId, server.id);
  routes.set(server.id, route);
  return route;
};

const reasonOf = (answer: Result<unknown>): AskedServer['reason'] => {
  if (answer.ok) return 'server.openToAll';
  return answer.error.code === 'server.rejected' ? null : answer.error.code;
};
