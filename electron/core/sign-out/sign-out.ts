import type { AppError } from '../../../shared/errors.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import type { SignOutTicks } from '../../../shared/model/sign-out.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Activity } from '../activity.ts';
import type { Devices } from '../devices/devices.ts';
import type { Notices } from '../notices.ts';
import type { Log } from '../../ports.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { Sources } from '../sources.ts';
import type { AccountEntry } from '../../storage/profile/index-content.ts';
import type { TransientTokens } from '../tokens/transient-tokens.ts';
import type { Removal } from '../accounts/account-entries.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { issuedToOf } from '../accounts/token-issue.ts';
import {
  endToken,
  isHeldHere,
  isTokenGone,
  tickOf,
  type EndTokenDeps,
  type IssuedToken,
  type TellTicks,
} from './end-token.ts';
import type { SignOutBoard } from './sign-out-board.ts';
import type { WaitingSignOuts } from './waiting-sign-outs.ts';

/**
 * Ends an account here: revoked at Plex first and proved to be, then everything of it removed from this computer; the board
 * tells how far that has come. The Home users that were switched to from it go with it, and first: their tokens would live
 * on, and nothing would tell whose they are.
 */
export interface SignOut {
  /**
   * Fails without removing anything when Plex can't be asked, or goes on accepting the token: the person decides then. Of
   * one that waits, a try now.
   */
  signOut(accountId: AccountId): Promise<Result<SignOutTicks>>;
  /** Takes the account off the list, and finishes when Plex can be asked. */
  signOutLater(accountId: AccountId): Promise<Result<null>>;
  /** Leaves the token good at Plex. Of one that waits, gives that up. */
  removeLocally(accountId: AccountId): Promise<Result<null>>;
  /**
   * Finishes removals that a crash cut short; one that another process is at is let be. What the keychain does not let it
   * finish stays marked for the next time.
   */
  finishInterrupted(notices: Notices): Promise<void>;
}

export interface SignOutDeps extends EndTokenDeps {
  readonly accounts: Accounts;
  readonly servers: ServerDirectory;
  readonly devices: Pick<Devices, 'forget'>;
  readonly tokens: TransientTokens;
  readonly sources: Sources;
  readonly board: SignOutBoard;
  readonly waiting: WaitingSignOuts;
  readonly activity: Activity;
  readonly log: Log;
}

export function createSignOut(deps: SignOutDeps): SignOut {
  const { accounts, servers, devices, tokens, sources, board, waiting, activity, log } = deps;
  /** Asked twice at once, an account is signed out once. */
  const running = new Map<AccountId, Promise<Result<SignOutTicks>>>();

  const once = (
    accountId: AccountId,
    work: () => Promise<Result<null>>,
  ): Promise<Result<SignOutTicks>> => {
    const present = running.get(accountId);
    if (present !== undefined) return present;
    const started = work()
      .then((done) => (done.ok ? ok(board.ticksOf(accountId)) : done))
      .finally(() => {
        running.delete(accountId);
        if (accounts.find(accountId).ok) board.fail(accountId);
        else board.end(accountId);
      });
    running.set(accountId, started);
    return started;
  };

  const forgetRest = async (accountId: AccountId): Promise<void> => {
    sources.forget(accountId);
    devices.forget(accountId);
    await servers.forget(accountId);
  };

  /** The mark stands in the index from the first step on: from then on no token is minted for the account. */
  const removeMarked = async (accountId: AccountId, tell: TellTicks): Promise<Result<null>> => {
    const account = accounts.find(accountId);
    if (!account.ok) return account;
    tell({ removed: { state: 'running' } });
    const forgotten = await tokens.forgetAllOf(accountId);
    const removed = forgotten.ok ? await accounts.remove(accountId) : forgotten;
    tell({ removed: tickOf(removed) });
    if (!removed.ok) return removed;
    // Signed in anew meanwhile: nothing of that is forgotten.
    if (accounts.find(accountId).ok) return ok(null);
    await forgetRest(accountId);
    log.info('account.removed');
    activity.record({
      kind: board.ticksOf(accountId).revoked.state === 'done' ? 'signedOut' : 'removed',
      what: 'accountToken',
      account: account.value,
    });
    return ok(null);
  };

  /** Marks, works, and takes the mark off again when the account as a whole is still there. */
  const end = async (
    accountId: AccountId,
    removal: Removal,
    revoke: (tell: TellTicks) => Promise<Result<null>>,
  ): Promise<Result<null>> => {
    const account = accounts.find(accountId);
    if (!account.ok) return account;
    const tell = board.begin(account.value);
    const marked = await accounts.mark(accountId, removal);
    if (!marked.ok) return marked;
    const revoked = await revoke(tell);
    const done = revoked.ok ? await removeMarked(accountId, tell) : revoked;
    if (!done.ok && !isOfProfile(done.error)) {
      await accounts.unmark(accountId, removal === 'revoking' && revoked.ok);
    }
    return done;
  };

  const homeUsersOf = (accountId: AccountId): readonly AccountId[] =>
    accounts.summaries().flatMap(({ id, homeOf }) => (homeOf === accountId ? [id] : []));

  /** Each Home user of a marked account, so that no other one comes meanwhile. */
  const endHomeUsers = async (accountId: AccountId, removal: Removal): Promise<Result<null>> => {
    for (const id of homeUsersOf(accountId)) {
      const ended = await (removal === 'revoking' ? signOut(id) : removeLocally(id));
      // Without its token there is nothing to revoke.
      const isLost = !ended.ok && isTokenGone(ended.error);
      const removed = isLost ? await removeLocally(id) : ended;
      // Gone by itself meanwhile.
      if (!removed.ok && removed.error.code !== 'account.notFound') return removed;
    }
    return ok(null);
  };

  const removeLocally = (accountId: AccountId): Promise<Result<SignOutTicks>> =>
    once(accountId, () => end(accountId, 'removing', () => endHomeUsers(accountId, 'removing')));

  const readToken = async (accountId: AccountId): Promise<Result<IssuedToken>> => {
    const token = await accounts.token(accountId);
    if (!token.ok) return token;
    const entry = accounts.find(accountId);
    return entry.ok ? ok({ token: token.value, issuedTo: issuedToOf(entry.value) }) : entry;
  };

  /** What another account here goes on with stays good, and nothing is ticked. */
  const endUnlessHeld = async (
    accountId: AccountId,
    issued: IssuedToken,
    tell: TellTicks,
  ): Promise<Result<null>> => {
    const held = await isHeldHere(accounts, issued.token, accountId);
    if (!held.ok) return held;
    return held.value ? ok(null) : endToken(deps, issued, tell);
  };

  const signOut = (accountId: AccountId): Promise<Result<SignOutTicks>> =>
    once(accountId, async () => {
      const token = await readToken(accountId);
      if (!token.ok) return token;
      return end(accountId, 'revoking', async (tell) => {
        const ended = await endHomeUsers(accountId, 'revoking');
        return ended.ok ? endUnlessHeld(accountId, token.value, tell) : ended;
      });
    });

  const revoke = async (accountId: AccountId, tell: TellTicks): Promise<Result<null>> => {
    const token = await readToken(accountId);
    return token.ok ? endUnlessHeld(accountId, token.value, tell) : token;
  };

  /** The token stays in the vault for this one purpose; all else of the account goes now. */
  const leaveForLater = async (accountId: AccountId): Promise<Result<null>> => {
    const marked = await accounts.mark(accountId, 'revoking');
    if (!marked.ok) return marked;
    for (const id of homeUsersOf(accountId)) await once(id, () => leaveForLater(id));
    const forgotten = await tokens.forgetAllOf(accountId);
    const left = forgotten.ok ? await accounts.leave(accountId) : forgotten;
    if (!left.ok) {
      await accounts.unmark(accountId, false);
      return left;
    }
    await forgetRest(accountId);
    log.info('account.signOutWaits');
    return ok(null);
  };

  const finish = async (entry: AccountEntry, notices: Notices): Promise<Result<null>> => {
    const { id, title, isRevoking } = entry;
    const marked = await accounts.mark(id, isRevoking ? 'revoking' : 'removing');
    if (!marked.ok) return marked;
    const tell = board.begin(entry);
    const ended = await endHomeUsers(id, isRevoking ? 'revoking' : 'removing');
    const revoked = ended.ok && isRevoking ? await revoke(id, tell) : ended;
    if (!revoked.ok && isOfPlex(revoked.error)) {
      await accounts.unmark(id, false);
      notices.add({ kind: 'signOutCutShort', title });
      return revoked;
    }
    // Without the token there is nothing to revoke any more, and the rest can be removed.
    const isLost =
      !revoked.ok && (isTokenGone(revoked.error) || revoked.error.code === 'account.notFound');
    if (!revoked.ok && !isLost) return revoked;
    const removed = await removeMarked(id, tell);
    if (removed.ok && !accounts.find(id).ok) notices.add({ kind: 'removalFinished', title });
    return removed;
  };

  return {
    removeLocally: async (accountId) => {
      const queued = waiting.find(accountId);
      if (queued.ok) return waiting.giveUp(queued.value);
      const removed = await removeLocally(accountId);
      return removed.ok ? ok(null) : removed;
    },
    signOut: (accountId) => {
      const queued = waiting.find(accountId);
      return queued.ok ? waiting.tryNow(queued.value) : signOut(accountId);
    },
    signOutLater: async (accountId) => {
      if (waiting.find(accountId).ok) return ok(null);
      const entry = accounts.find(accountId);
      if (entry.ok && issuedToOf(entry.value) === 'server') return err({ code: 'token.ofServer' });
      const left = await once(accountId, () => leaveForLater(accountId));
      if (!left.ok) return left;
      waiting.retry();
      return ok(null);
    },
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
  code.startsWith('plex.') || code.startsWith('network.') || code.startsWith('token.');
