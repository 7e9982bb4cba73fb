import { randomUUID } from 'node:crypto';
import type { AppError } from '../../shared/errors.ts';
import type { AccountId, ServerId, SourceTokenId } from '../../shared/model/ids.ts';
import { sourceForm, type SourceAnswer } from '../../shared/model/source.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { sourceDeviceNames } from '../../shared/words/sources.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { FoundSourceDevice } from '../plex/wire/source-devices.ts';
import type { Clock } from '../ports.ts';
import { maskToken } from '../token-text.ts';
import type { ServerDirectory } from './servers/server-directory.ts';

/** Asks servers for the connection information of a source. The tokens in the answer are held in memory only. */
export interface Sources {
  ask(question: SourceQuestion): Promise<Result<SourceAnswer>>;
  /** One of the last answer. */
  token(tokenId: SourceTokenId): Result<HeldSourceToken>;
  forget(accountId: AccountId): void;
}

export interface HeldSourceToken {
  readonly accountId: AccountId;
  /** The server that was asked. */
  readonly serverId: ServerId;
  /** What the device is called whose token it is. */
  readonly deviceName: string;
  readonly token: string;
  /** An address of the device. */
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
  const held = new Map<SourceTokenId, HeldSourceToken>();

  const drop = (isMeant: (token: HeldSourceToken) => boolean): void => {
    for (const [id, token] of held) if (isMeant(token)) held.delete(id);
  };

  /** In place of what the server answered last. */
  const hold = (
    { accountId, serverId }: Pick<SourceQuestion, 'accountId' | 'serverId'>,
    found: readonly FoundSourceDevice[],
  ): SourceAnswer['devices'] => {
    drop((token) => token.accountId === accountId && token.serverId === serverId);
    const names = sourceDeviceNames(found.map(({ device }) => device));
    return found.map(({ device, token }, index) => {
      if (token === null) return { ...device, token };
      const id = randomUUID() as SourceTokenId;
      const uri = device.connections[0]?.uri ?? null;
      held.set(id, { accountId, serverId, deviceName: names[index] ?? '', token, uri });
      return { ...device, token: { id, ...maskToken(token) } };
    });
  };

  return {
    ask: async (question) => {
      const { accountId, serverId, source, refresh } = question;
      if (!sourceForm.test(source)) return err({ code: 'source.malformed' });
      const server = servers.find(accountId, serverId);
      if (!server.ok) return server;
      // Known without asking: the call is the owner's alone.
      if (!server.value.isOwned) return err({ code: 'server.notOwner' });
      hold(question, []);
      const reply = await servers.askServer(accountId, serverId, ({ route, accessToken }) =>
        plex.askSource(route, accessToken, source, refresh),
      );
      if (!reply.ok) return err(refusalOf(reply.error));
      const devices = hold(question, reply.value);
      return ok({ accountId, serverId, source, askedAt: clock.now(), devices });
    },
    token: (tokenId) => {
      const token = held.get(tokenId);
      return token === undefined ? err({ code: 'token.notFound' }) : ok(token);
    },
    forget: (accountId) => drop((token) => token.accountId === accountId),
  };
}

/** Only owners get this far: a server that takes the access token and says no would not make the tokens of the answer. */
const refusalOf = (error: AppError): AppError =>
  error.code === 'server.notOwner' ? { ...error, code: 'server.noTransientToken' } : error;
