import type { AccountId } from '../../shared/model/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Notices } from '../notices/notices.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { Log } from '../ports.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { Sources } from '../sources/sources.ts';
import type { TransientTokens } from '../tokens/transient-tokens.ts';
import type { Accounts } from './accounts.ts';

/** Ends an account here: revoked at Plex first, then everything of it removed from this computer. */
export interface SignOut {
  /** Fails without removing anything when Plex can't be asked: the person decides then. */
  signOut(accountId: AccountId): Promise<Result<null>>;
  /** Leaves the token good at Plex. */
  removeLocally(accountId: AccountId): Promise<Result<null>>;
  /** Finishes removals that a crash cut short. */
  finishInterrupted(notices: Notices): Promise<void>;
}

export function createSignOut(deps: {
  readonly accounts: Accounts;
  readonly servers: ServerDirectory;
  readonly tokens: TransientTokens;
  readonly sources: Sources;
  readonly plex: Pick<PlexClient, 'signOut'>;
  readonly log: Log;
}): SignOut {
  const { accounts, servers, tokens, sources, plex, log } = deps;

  const removeLocally = async (accountId: AccountId): Promise<Result<null>> => {
    const account = accounts.find(accountId);
    if (!account.ok) return account;
    const forgotten = await tokens.forgetAllOf(accountId);
    if (!forgotten.ok) return forgotten;
    const removed = await accounts.remove(accountId);
    if (!removed.ok) return removed;
    sources.forget(accountId);
    await servers.forget(accountId);
    log.info('account.removed');
    return ok(null);
  };

  return {
    removeLocally,
    signOut: async (accountId) => {
      const token = await accounts.token(accountId);
      if (!token.ok) return token;
      const revoked = await plex.signOut(token.value);
      if (!revoked.ok) return revoked;
      return removeLocally(accountId);
    },
    finishInterrupted: async (notices) => {
      const interrupted = accounts.summaries().filter(({ status }) => status === 'signingOut');
      for (const { id, title } of interrupted) {
        const removed = await removeLocally(id);
        if (removed.ok) notices.add({ kind: 'removalFinished', title });
      }
    },
  };
}
