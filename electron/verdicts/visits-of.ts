import type { AccountId, ServerId, TransientTokenId } from '../../shared/model/ids.ts';
import type { TokenRef } from '../../shared/model/token.ts';
import type { TransientTokens } from '../tokens/transient-tokens.ts';

/** One server to be gone to for one account, and what to ask about there. */
export interface Visit {
  readonly accountId: AccountId;
  readonly serverId: ServerId;
  readonly hasAccess: boolean;
  readonly tokenIds: readonly TransientTokenId[];
}

/** Puts together what is asked of one server, so that the way there is looked for once. */
export function visitsOf(
  refs: readonly TokenRef[],
  tokens: Pick<TransientTokens, 'find'>,
): readonly Visit[] {
  const visits = new Map<string, Visit>();
  const add = (accountId: AccountId, serverId: ServerId, more: (visit: Visit) => Visit): void => {
    const key = JSON.stringify([accountId, serverId]);
    const present = visits.get(key) ?? { accountId, serverId, hasAccess: false, tokenIds: [] };
    visits.set(key, more(present));
  };
  for (const ref of refs) {
    if (ref.kind === 'access') {
      add(ref.accountId, ref.serverId, (visit) => ({ ...visit, hasAccess: true }));
    } else if (ref.kind === 'transient') {
      const entry = tokens.find(ref.tokenId);
      if (!entry.ok) continue;
      add(entry.value.accountId, entry.value.serverId, (visit) => ({
        ...visit,
        tokenIds: [...new Set([...visit.tokenIds, ref.tokenId])],
      }));
    }
  }
  return [...visits.values()];
}
