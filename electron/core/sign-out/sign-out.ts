import { isTokenGone, type AppError } from '../../../shared/errors.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import type { SignOutTicks } from '../../../shared/model/sign-out.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Clock, Log } from '../../ports.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import type { SecretKeeper } from '../../storage/secret-keeper.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Avatars } from '../accounts/avatars.ts';
import { issuedToOf } from '../accounts/token-issue.ts';
import type { Activity } from '../activity.ts';
import type { Devices } from '../devices/devices.ts';
import type { Notices } from '../notices.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { LastView } from '../last-view.ts';
import type { Pins } from '../servers/pins.ts';
import type { Sources } from '../sources.ts';
import type { TransientTokens } from '../tokens/transient-tokens.ts';
import { endToken, isHeldHere, tickOf, type EndTokenDeps, type ReportTicks } from './end-token.ts';
import { createRemovals, type Removal } from './removals.ts';
import { createRetries } from './retries.ts';
import type { SignOutList } from './sign-out-list.ts';

/**
 * Ends an account here: revoked at Plex first and proved to be, then everything of it removed from this computer; the board
 * tells how far that has come. The Home users that were switched to from it go with it, and first: their tokens would live
 * on, and nothing would tell whose they are.
 */
export interface SignOut {
  /**
   * Fails without removing anything when Plex can't be asked, or goes on accepting the token: the person decides then. Of
   * one that is put off, a try now.
   */
  signOut(accountId: AccountId): Promise<Result<SignOutTicks>>;
  /** Takes the account off the list, and finishes when Plex can be asked. */
  signOutLater(accountId: AccountId): Promise<Result<null>>;
  /** Leaves the token good at Plex. Of one that is put off, gives that up. */
  removeLocally(accountId: AccountId): Promise<Result<null>>;
  /**
   * Finishes removals that a crash cut short; one that another process is at is let be. What the keychain does not let it
   * finish stays marked for the next time.
   */
  finishInterrupted(): Promise<void>;
  /** Tries those that are put off, now and from now on. To be called when Plex may be there again. */
  retry(): void;
  close(): void;
}

export interface SignOutDeps extends EndTokenDeps {
  readonly index: UsherIndex;
  readonly keeper: SecretKeeper;
  readonly accounts: Accounts;
  readonly avatars: Pick<Avatars, 'forget'>;
  readonly servers: ServerDirectory;
  readonly pins: Pins;
  readonly lastView: LastView;
  readonly devices: Pick<Devices, 'forget'>;
  readonly tokens: TransientTokens;
  readonly sources: Sources;
  readonly board: SignOutList;
  readonly notices: Notices;
  readonly activity: Activity;
  readonly clock: Clock;
  readonly log: Log;
}

/** Who wants it: the person does now, or did when a run was cut short. */
type Cause = 'asked' | 'cutShort';

/** What became of the token: another account here may go on with it, and without it there is nothing to revoke. */
type TokenEnd = 'revoked' | 'held' | 'lost' | 'left';

/** A secret that has been read already: the keychain may have asked the person for it. */
interface KnownSecret {
  readonly secretKey: string;
  readonly token: string;
}

export function createSignOut(deps: SignOutDeps): SignOut {
  const { index, keeper, accounts, avatars, servers, pins, devices, tokens, sources } = deps;
  const { board, notices, activity, log } = deps;
  const removals = createRemovals({ ...deps, onChanged: () => accounts.emit() });
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
        if (accounts.find(accountId).ok || findPutOff(accountId) !== null) board.fail(accountId);
        else board.end(accountId);
      });
    running.set(accountId, started);
    return started;
  };

  const findPutOff = (accountId: AccountId): Removal | null => {
    const removal = removals.find(accountId);
    return removal?.isPutOff === true ? removal : null;
  };

  const forgetRest = async (accountId: AccountId): Promise<void> => {
    avatars.forget(accountId);
    sources.forget(accountId);
    devices.forget(accountId);
    await servers.forget(accountId);
    await pins.forget(accountId);
    await deps.lastView.forget(accountId);
  };

  const homeUsersOf = (accountId: AccountId): readonly AccountId[] =>
    accounts.summaries().flatMap(({ id, homeOf }) => (homeOf === accountId ? [id] : []));

  /** Each Home user of a marked account, so that no other one comes meanwhile. */
  const endHomeUsers = async ({ id: accountId, stage }: Removal): Promise<Result<null>> => {
    for (const id of homeUsersOf(accountId)) {
      const ended = await (stage === 'revoking' ? signOutNow(id) : removeNow(id));
      // Without its token there is nothing to revoke.
      const isLost = !ended.ok && isTokenGone(ended.error);
      const removed = isLost ? await removeNow(id) : ended;
      // Gone by itself meanwhile.
      if (!removed.ok && removed.error.code !== 'account.notFound') return removed;
    }
    return ok(null);
  };

  /** What another account here goes on with stays good, and nothing is ticked. */
  const revoke = async (
    { id, secretKey, issuedTo }: Removal,
    report: ReportTicks,
    known?: KnownSecret,
  ): Promise<Result<TokenEnd>> => {
    const read = known?.secretKey === secretKey ? ok(known.token) : await keeper.read(secretKey);
    // Finished by another process, or signed in anew.
    if (!read.ok && removals.find(id) === null) return err({ code: 'account.notFound' });
    if (!read.ok && isTokenGone(read.error)) return ok('lost');
    const held = read.ok ? await isHeldHere(accounts, read.value, id) : read;
    if (!held.ok) report({ revoked: tickOf(held) });
    if (!read.ok) return read;
    if (!held.ok) return held;
    if (held.value) return ok('held');
    const ended = await endToken(deps, { token: read.value, issuedTo }, report);
    return ended.ok ? ok('revoked') : ended;
  };

  const removeHere = async ({ id }: Removal, report: ReportTicks): Promise<Result<null>> => {
    // Signed in anew meanwhile: what was minted for the account is that one's.
    if (accounts.find(id).ok && removals.find(id) === null) return ok(null);
    report({ removed: { state: 'running' } });
    const forgotten = await tokens.forgetAllOf(id);
    const removed = forgotten.ok ? await removals.complete(id) : forgotten;
    report({ removed: tickOf(removed) });
    return removed;
  };

  /**
   * What a failure makes of a removal. The account stays after all where the person, who asked, can decide anew; but not
   * where the secret is gone and only the index could not be written. One that was cut short stays as well where Plex is
   * what failed, and else in its stage, for the next start; one that is put off stays so.
   */
  const stop = async (
    { id, title, isPutOff }: Removal,
    cause: Cause,
    { error, isRevoked }: { readonly error: AppError; readonly isRevoked: boolean },
  ): Promise<void> => {
    const isStaying = cause === 'asked' ? !isOfProfile(error) : isOfPlex(error);
    if (isPutOff || !isStaying) return;
    await removals.cancel(id, isRevoked);
    if (cause === 'cutShort') notices.add({ kind: 'signOutCutShort', title });
  };

  const recordEnd = (removal: Removal, cause: Cause, end: TokenEnd): void => {
    const { id, title, stage, isPutOff } = removal;
    // Whoever signed in again since wants the token to stay: nothing has happened to it.
    if (isPutOff && end === 'held') return;
    activity.record({
      kind: end === 'revoked' ? 'signedOut' : 'removed',
      what: 'accountToken',
      account: removal,
    });
    if (cause === 'cutShort') notices.add({ kind: 'removalFinished', title });
    if (!isPutOff || stage === 'removing') return;
    const isProved = board.ticksOf(id).rejected.state === 'done';
    if (end === 'lost') notices.add({ kind: 'signOutTokenLost', title });
    else notices.add({ kind: 'signOutFinished', title, isProved });
  };

  /** Takes a removal from whatever stage it is in to its end. */
  const drive = async (
    removal: Removal,
    cause: Cause,
    known?: KnownSecret,
  ): Promise<Result<null>> => {
    const { id, stage } = removal;
    const report = board.begin(removal);
    const alone = await endHomeUsers(removal);
    const left: Result<TokenEnd> = alone.ok ? ok('left') : alone;
    const ended = left.ok && stage === 'revoking' ? await revoke(removal, report, known) : left;
    const removed = ended.ok ? await removeHere(removal, report) : ended;
    if (!removed.ok) {
      const isRevoked = ended.ok && ended.value === 'revoked';
      await stop(removal, cause, { error: removed.error, isRevoked });
      return removed;
    }
    // Signed in anew meanwhile: nothing of that is forgotten.
    if (!ended.ok || accounts.find(id).ok) return ok(null);
    await forgetRest(id);
    log.info('account.removed');
    recordEnd(removal, cause, ended.value);
    return ok(null);
  };

  const removeNow = (accountId: AccountId): Promise<Result<SignOutTicks>> =>
    once(accountId, async () => {
      const begun = await removals.begin(accountId, 'removing');
      return begun.ok ? drive(begun.value, 'asked') : begun;
    });

  const signOutNow = (accountId: AccountId): Promise<Result<SignOutTicks>> =>
    once(accountId, async () => {
      // Without the token nothing is begun.
      const token = await accounts.token(accountId);
      if (!token.ok) return token;
      const entry = accounts.find(accountId);
      if (!entry.ok) return entry;
      const known = { secretKey: entry.value.secretKey, token: token.value };
      const begun = await removals.begin(accountId, 'revoking');
      return begun.ok ? drive(begun.value, 'asked', known) : begun;
    });

  /** The token stays in the vault for this one purpose; all else of the account goes now. */
  const putOff = async (accountId: AccountId): Promise<Result<null>> => {
    const begun = await removals.begin(accountId, 'revoking');
    if (!begun.ok) return begun;
    for (const id of homeUsersOf(accountId)) await once(id, () => putOff(id));
    const forgotten = await tokens.forgetAllOf(accountId);
    const left = forgotten.ok ? await removals.putOff(accountId) : forgotten;
    if (!left.ok) {
      await removals.cancel(accountId, false);
      return left;
    }
    board.end(accountId);
    await forgetRest(accountId);
    log.info('account.signOutWaits');
    return ok(null);
  };

  const tryPutOff = (accountId: AccountId): Promise<Result<SignOutTicks>> =>
    once(accountId, async () => {
      const removal = findPutOff(accountId);
      const done = removal === null ? ok(null) : await drive(removal, 'asked');
      retries.note(done);
      const isOver = !done.ok && done.error.code === 'account.notFound';
      return isOver ? ok(null) : done;
    });

  const retries = createRetries({
    clock: deps.clock,
    waiting: () =>
      index.isTooNew() ? [] : removals.list().flatMap(({ id, isPutOff }) => (isPutOff ? [id] : [])),
    attempt: tryPutOff,
  });

  const giveUp = async (accountId: AccountId): Promise<Result<SignOutTicks>> => {
    await running.get(accountId);
    return once(accountId, async () => {
      const removal = findPutOff(accountId);
      return removal === null ? ok(null) : drive({ ...removal, stage: 'removing' }, 'asked');
    });
  };

  return {
    removeLocally: async (accountId) => {
      const isPutOff = findPutOff(accountId) !== null;
      const removed = await (isPutOff ? giveUp(accountId) : removeNow(accountId));
      return removed.ok ? ok(null) : removed;
    },
    signOut: (accountId) =>
      findPutOff(accountId) === null ? signOutNow(accountId) : tryPutOff(accountId),
    signOutLater: async (accountId) => {
      if (findPutOff(accountId) !== null) return ok(null);
      const entry = accounts.find(accountId);
      if (entry.ok && issuedToOf(entry.value) === 'server') return err({ code: 'token.ofServer' });
      const left = await once(accountId, () => putOff(accountId));
      if (!left.ok) return left;
      retries.retry();
      return ok(null);
    },
    finishInterrupted: async () => {
      for (const { id, isPutOff } of removals.list()) {
        if (isPutOff || running.has(id)) continue;
        await once(id, async () => {
          const taken = await removals.takeOver(id);
          return taken.ok ? drive(taken.value, 'cutShort') : taken;
        });
      }
    },
    retry: () => retries.retry(),
    close: () => retries.close(),
  };
}

const isOfProfile = ({ code }: AppError): boolean => code.startsWith('profile.');

const isOfPlex = ({ code }: AppError): boolean =>
  code.startsWith('plex.') || code.startsWith('network.') || code.startsWith('token.');
