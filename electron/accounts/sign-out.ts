import type { AppError } from '../../shared/app-error.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Activity } from '../activity/activity.ts';
import type { Devices } from '../devices/devices.ts';
import type { Notices } from '../notices/notices.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { Log } from '../ports.ts';
import type { AccountEntry } from '../profile/index-content.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { Sources } from '../sources/sources.ts';
import type { TransientTokens } from '../tokens/transient-tokens.ts';
import type { Accounts, Removal } from './accounts.ts';

/**
 * Ends an account here: revoked at Plex first, then everything of it removed from this computer. The Home users that were
 * switched to from it go with it, and first: their tokens would live on, and nothing would tell whose they are.
 */
export interface SignOut {
  /** Fails without removing anything when Plex can't be asked: the person decides then. */
  signOut(accountId: AccountId): Promise<Result<null>>;
  /** Leaves the token good at Plex. */
  removeLocally(accountId: AccountId): Promise<Result<null>>;
  /** Finishes removals that a crash cut short. What the keychain does not let it finish stays marked for the next time. */
  finishInterrupted(notices: Notices): Promise<void>;
}

export function createSignOut(deps: {
  readonly accounts: Accounts;
  readonly servers: ServerDirectory;
  readonly devices: Pick<Devices, 'forget'>;
  readonly tokens: TransientTokens;
  readonly sources: Sources;
  readonly plex: Pick<PlexClient, 'signOut'>;
  readonly activity: Activity;
  readonly log: Log;
}): SignOut {
  const { accounts, servers, devices, tokens, sources, plex, activity, log } = deps;
  /** Asked twice at once, an account is signed out once. */
  const running = new Map<AccountId, Promise<Result<null>>>();

  const once = (accountId: AccountId, work: () => Promise<Result<null>>): Promise<Result<null>> => {
    const present = running.get(accountId);
    if (present !== undefined) return present;
    const started = work().finally(() => running.delete(accountId));
    running.set(accountId, started);
    return started;
  };

  /** The mark stands in the index from the first step on: from then on no token is minted for the account. */
  const removeMarked = async (accountId: AccountId): Promise<Result<null>> => {
    const account = accounts.find(accountId);
    if (!account.ok) return account;
    const forgotten = await tokens.forgetAllOf(accountId);
    if (!forgotten.ok) return forgotten;
    const removed = await accounts.remove(accountId);
    if (!removed.ok) return removed;
    // Signed in anew meanwhile: nothing of that is forgotten.
    if (accounts.find(accountId).ok) return ok(null);
    sources.forget(accountId);
    devices.forget(accountId);
    await servers.forget(accountId);
    log.info('account.removed');
    activity.record({
      kind: account.value.isRevoking ? 'signedOut' : 'removed',
      what: 'accountToken',
      account: account.value,
    });
    return ok(null);
  };

  /** Marks, works, and takes the mark off again when the account as a whole is still there. */
  const end = async (
    accountId: AccountId,
    removal: Removal,
    revoke: () => Promise<Result<null>>,
  ): Promise<Result<null>> => {
    const account = accounts.find(accountId);
    if (!account.ok) return account;
    const marked = await accounts.mark(accountId, removal);
    if (!marked.ok) return marked;
    const revoked = await revoke();
    const done = revoked.ok ? await removeMarked(accountId) : revoked;
    if (!done.ok && !isOfProfile(done.error)) {
      await accounts.unmark(accountId, removal === 'revoking' && revoked.ok);
    }
    return done;
  };

  /** Each Home user of a marked account, so that no other one comes meanwhile. */
  const endHomeUsers = async (accountId: AccountId, removal: Removal): Promise<Result<null>> => {
    for (const { id, homeOf } of accounts.summaries()) {
      if (homeOf !== accountId) continue;
      const ended = await (removal === 'revoking' ? signOut(id) : removeLocally(id));
      // Without its token there is nothing to revoke.
      const isLost = !ended.ok && isTokenGone(ended.error);
      const removed = isLost ? await removeLocally(id) : ended;
      // Gone by itself meanwhile.
      if (!removed.ok && removed.error.code !== 'account.notFound') return removed;
    }
    return ok(null);
  };

  const removeLocally = (accountId: AccountId): Promise<Result<null>> =>
    once(accountId, () => end(accountId, 'removing', () => endHomeUsers(accountId, 'removing')));

  const signOut = (accountId: AccountId): Promise<Result<null>> =>
    once(accountId, async () => {
      const token = await accounts.token(accountId);
      if (!token.ok) return token;
      return end(accountId, 'revoking', async () => {
        const ended = await endHomeUsers(accountId, 'revoking');
        return ended.ok ? plex.signOut(token.value) : ended;
      });
    });

  const revoke = async (accountId: AccountId): Promise<Result<null>> => {
    const token = await accounts.token(accountId);
    return token.ok ? plex.signOut(token.value) : token;
  };

  const finish = async ({ id, title, isRevoking }: AccountEntry, notices: Notices) => {
    const ended = await endHomeUsers(id, isRevoking ? 'revoking' : 'removing');
    const revoked = ended.ok && isRevoking ? await revoke(id) : ended;
    if (!revoked.ok && isOfPlex(revoked.error)) {
      await accounts.unmark(id, false);
      notices.add({ kind: 'signOutCutShort', title });
      return revoked;
    }
    // Without the token there is nothing to revoke any more, and the rest can be removed.
    if (!revoked.ok && !isTokenGone(revoked.error)) return revoked;
    const removed = await removeMarked(id);
    if (removed.ok && !accounts.find(id).ok) notices.add({ kind: 'removalFinished', title });
    return removed;
  };

  return {
    removeLocally,
    signOut,
    finishInterrupted: async (notices) => {
      for (const { id, status } of accounts.summaries()) {
        const entry = accounts.find(id);
        if (status !== 'signingOut' || running.has(id) || !entry.ok) continue;
        await once(id, () => finish(entry.value, notices));
      }
    },
  };
}

/** The secret is gone by then and only the index could not be written: the mark is right, and the next start goes on. */
const isOfProfile = ({ code }: AppError): boolean => code.startsWith('profile.');

const isOfPlex = ({ code }: AppError): boolean =>
  code.startsWith('plex.') || code.startsWith('network.');

const isTokenGone = ({ code }: AppError): boolean =>
  code === 'vault.missing' || code === 'vault.changed' || code === 'account.notFound';
