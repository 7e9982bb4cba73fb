import type { TokenRef, Verdict } from '../../shared/model/token.ts';
import type { Accounts } from '../core/accounts/accounts.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { TransientTokens } from '../tokens/transient-tokens.ts';

/** What is known of a token now; null when there is no such token (any more). */
export function findVerdict(
  from: {
    readonly accounts: Pick<Accounts, 'summaries'>;
    readonly servers: Pick<ServerDirectory, 'list'>;
    readonly tokens: Pick<TransientTokens, 'summaries'>;
  },
  token: TokenRef,
): Verdict | null {
  switch (token.kind) {
    case 'account':
      return from.accounts.summaries().find(({ id }) => id === token.accountId)?.verdict ?? null;
    case 'access':
      return (
        from.servers.list(token.accountId).servers.find(({ id }) => id === token.serverId)
          ?.verdict ?? null
      );
    case 'transient':
      return from.tokens.summaries().find(({ id }) => id === token.tokenId)?.verdict ?? null;
  }
}
