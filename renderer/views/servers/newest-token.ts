import type { ServerSummary } from '../../../shared/model/server.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';

/** The token of a server that is to be copied: of those with time left the newest, and one that is rejected only where there is no other. */
export const newestToken = (
  tokens: readonly TransientTokenSummary[],
  { accountId, id }: Pick<ServerSummary, 'accountId' | 'id'>,
): TransientTokenSummary | null =>
  tokens
    .filter(
      (token) => token.serverId === id && token.accountId === accountId && token.remainingMs > 0,
    )
    .reduce<TransientTokenSummary | null>(
      (best, token) => (best === null || isBetter(token, best) ? token : best),
      null,
    );

const isBetter = (token: TransientTokenSummary, than: TransientTokenSummary): boolean => {
  const isDead = token.verdict.kind === 'rejected';
  const isOtherDead = than.verdict.kind === 'rejected';
  return isDead === isOtherDead ? token.mintedAt > than.mintedAt : isOtherDead;
};
