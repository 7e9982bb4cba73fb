import type { AskedServer, TokenFinding } from '../../shared/model/identification.ts';
import type { TransientTokenSummary } from '../../shared/model/token.ts';
import { maskToken } from '../token-text.ts';
import type { ServerDirectory } from '../core/servers/server-directory.ts';
import type { TransientTokens } from '../core/tokens/transient-tokens.ts';
import type { SecretKeeper } from '../storage/secret-keeper.ts';
import type { ToldToken } from './batch.ts';

export interface FindMintedDeps {
  readonly tokens: Pick<TransientTokens, 'summaries' | 'entry'>;
  readonly keeper: Pick<SecretKeeper, 'read'>;
  readonly servers: Pick<ServerDirectory, 'list'>;
}

/** The token among those minted here, with what is known of it; nobody is asked. Null when it is none, or the keychain does not say. */
export const findMinted = async (
  { tokens, keeper, servers }: FindMintedDeps,
  token: string,
): Promise<ToldToken | null> => {
  const masked = maskToken(token);
  if (masked.kind !== 'transient') return null;
  for (const summary of tokens.summaries()) {
    // The keychain is asked only where it could say yes: it may have to ask the person.
    if (summary.token.lastFour !== masked.lastFour) continue;
    const entry = tokens.entry(summary.id);
    const held = entry === null ? null : await keeper.read(entry.secretKey);
    if (held?.ok !== true || held.value !== token) continue;
    return { finding: findingOf(servers, summary), mintedAs: summary.id };
  }
  return null;
};

const findingOf = (
  servers: FindMintedDeps['servers'],
  { accountId, serverId: id, serverName, verdict, remainingMs, expiresAt }: TransientTokenSummary,
): TokenFinding => {
  const asked = (reason: AskedServer['reason']): AskedServer => ({ id, name: serverName, reason });
  if (remainingMs === 0) {
    return { kind: 'refused', refusedAt: expiresAt, byPlex: false, servers: [] };
  }
  switch (verdict.kind) {
    case 'rejected':
      return {
        kind: 'refused',
        refusedAt: verdict.rejectedAt,
        byPlex: false,
        servers: [asked(null)],
      };
    case 'unknown': {
      const { reason } = verdict;
      return { kind: 'unknown', reason: null, servers: reason === null ? [] : [asked(reason)] };
    }
    case 'valid': {
      const known = servers.list(accountId).servers.find((server) => server.id === id);
      const isOwned = known?.ownership === 'owned';
      const server = { id, name: serverName, isOwned, ownerName: known?.ownerName ?? null };
      return { kind: 'server', provedAt: verdict.provedAt, server, accessTokenOf: null };
    }
  }
};
