import { randomUUID } from 'node:crypto';
import type { AppError, RejectionCause } from '../../shared/errors.ts';
import type {
  AccountId,
  ServerId,
  SourceTokenId,
  TransientTokenId,
} from '../../shared/model/ids.ts';
import { sourceForm, type SourceAnswer } from '../../shared/model/source.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { sourceDeviceNames } from '../../shared/words/sources.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { FoundSourceDevice } from '../plex/wire/source-devices.ts';
import type { Clock } from '../ports.ts';
import type { SecretKeeper } from '../storage/secret-keeper.ts';
import { maskToken } from '../token-text.ts';
import { wordOn } from './servers/server-access.ts';
import type { ServerDirectory } from './servers/server-directory.ts';
import type { TransientTokens } from './tokens/transient-tokens.ts';
import type { Verdicts } from './verdicts/verdicts.ts';

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
  /** A transient token of the server, to ask with in place of the access token. */
  readonly transientTokenId: TransientTokenId | null;
}

export function createSources(deps: {
  readonly servers: ServerDirectory;
  readonly tokens: TransientTokens;
  readonly keeper: SecretKeeper;
  readonly verdicts: Verdicts;
  readonly plex: PlexClient;
  readonly clock: Clock;
}): Sources {
  const { servers, tokens, keeper, verdicts, plex, clock } = deps;
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

  const askWithAccess = async ({
    accountId,
    serverId,
    source,
    refresh,
  }: SourceQuestion): Promise<Result<readonly FoundSourceDevice[]>> => {
    const reply = await servers.askServer(accountId, serverId, ({ route, accessToken }) =>
      plex.askSource(route, accessToken, source, refresh),
    );
    // The server takes the access token, so it would not make the tokens of the answer.
    return refusedAs(reply, 'server.noTransientToken');
  };

  /** What is learnt is of the transient token: it says nothing about the access token. */
  const askWithTransient = async (
    { accountId, serverId, source, refresh }: SourceQuestion,
    tokenId: TransientTokenId,
  ): Promise<Result<readonly FoundSourceDevice[]>> => {
    const found = tokens.find(tokenId);
    if (!found.ok) return found;
    const entry = found.value;
    // SECURITY: a token goes to the server it is of, and to no other.
    if (entry.accountId !== accountId || entry.serverId !== serverId) {
      return err({ code: 'token.notFound' });
    }
    if (entry.rejectedAt !== null) return err(deadBecause(entry.rejectedBecause));
    const route = await servers.findRoute(accountId, serverId);
    if (!route.ok) return route;
    const secret = await keeper.read(entry.secretKey);
    if (!secret.ok) return secret;
    const reply = await plex.askSource(route.value, secret.value, source, refresh);
    const word = wordOn(reply);
    const verdict = word === null ? null : await verdicts.noteUse(tokenId, route.value, word);
    if (!reply.ok && reply.error.code === 'server.rejected') {
      return err(deadBecause(verdict?.kind === 'rejected' ? verdict.because : null));
    }
    return refusedAs(reply, 'source.transientRefused');
  };

  return {
    ask: async (question) => {
      const { accountId, serverId, source, transientTokenId } = question;
      if (!sourceForm.test(source)) return err({ code: 'source.malformed' });
      const server = servers.find(accountId, serverId);
      if (!server.ok) return server;
      // Known without asking: the call is the owner's alone.
      if (!server.value.isOwned) return err({ code: 'server.notOwner' });
      hold(question, []);
      const reply = await (transientTokenId === null
        ? askWithAccess(question)
        : askWithTransient(question, transientTokenId));
      if (!reply.ok) return reply;
      // SECURITY: of an account that was signed out meanwhile nothing is to stay behind.
      const present = servers.find(accountId, serverId);
      if (!present.ok) return present;
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

const deadBecause = (because: RejectionCause | null | undefined): AppError => ({
  code: 'token.dead',
  because: because ?? 'unclear',
});

/** Only owners get this far: what is refused to a token that the server takes is refused for another reason. */
const refusedAs = <T>(
  reply: Result<T>,
  code: 'server.noTransientToken' | 'source.transientRefused',
): Result<T> =>
  reply.ok || reply.error.code !== 'server.notOwner' ? reply : err({ ...reply.error, code });
