import type { AppError } from '../../shared/errors.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import { sourceForm, type SourceAnswer } from '../../shared/model/source.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { Clock } from '../ports.ts';
import type { ServerDirectory } from './servers/server-directory.ts';

/** Asks servers for the connection information of a source. The token in the answer is held in memory only. */
export interface Sources {
  ask(question: SourceQuestion): Promise<Result<SourceAnswer>>;
  /** With an address of the source it is for. */
  token(accountId: AccountId, serverId: ServerId): Result<SourceToken>;
  forget(accountId: AccountId): void;
}

export interface SourceToken {
  readonly token: string;
  readonly uri: string | null;
}

export interface SourceQuestion {
  readonly accountId: AccountId;
  readonly serverId: ServerId;
  readonly source: string;
  readonly refresh: boolean;
}

export function createSources(deps: {
  readonly servers: ServerDirectory;
  readonly plex: PlexClient;
  readonly clock: Clock;
}): Sources {
  const { servers, plex, clock } = deps;
  const tokens = new Map<AccountId, Map<ServerId, SourceToken>>();

  const hold = (accountId: AccountId, serverId: ServerId, token: SourceToken | null): void => {
    const ofAccount = tokens.get(accountId) ?? new Map<ServerId, SourceToken>();
    tokens.set(accountId, ofAccount);
    if (token === null) ofAccount.delete(serverId);
    else ofAccount.set(serverId, token);
  };

  return {
    ask: async ({ accountId, serverId, source, refresh }) => {
      if (!sourceForm.test(source)) return err({ code: 'source.malformed' });
      const server = servers.find(accountId, serverId);
      if (!server.ok) return server;
      // Known without asking: the call is the owner's alone.
      if (!server.value.isOwned) return err({ code: 'server.notOwner' });
      hold(accountId, serverId, null);
      const reply = await servers.askServer(accountId, serverId, ({ route, accessToken }) =>
        plex.askSource(route, accessToken, source, refresh),
      );
      if (!reply.ok) return err(refusalOf(reply.error));
      const { devices, token } = reply.value;
      const uri = devices[0]?.connections[0]?.uri ?? null;
      hold(accountId, serverId, token === null ? null : { token, uri });
      const askedAt = clock.now();
      return ok({ accountId, serverId, source, askedAt, devices });
    },
    token: (accountId, serverId) => {
      const token = tokens.get(accountId)?.get(serverId);
      return token === undefined ? err({ code: 'token.notFound' }) : ok(token);
    },
    forget: (accountId) => void tokens.delete(accountId),
  };
}

/** Only owners get this far: a server that takes the access token and says no would not make the token of the answer. */
const refusalOf = (error: AppError): AppError =>
  error.code === 'server.notOwner' ? { ...error, code: 'server.noTransientToken' } : error;
