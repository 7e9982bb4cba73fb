import type { RejectionCause } from '../../../shared/errors.ts';
import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { Activity } from '../activity.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { Route } from '../../plex/wire/resources.ts';
import type { TransientTokenEntry } from '../../storage/profile/index-content.ts';
import type { SecretKeeper } from '../../storage/secret-keeper.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { TransientTokens } from '../tokens/transient-tokens.ts';
import { rateLimited, type CheckPace } from './check-pace.ts';
import { accessKey, newsOf, type VerdictBook } from './verdict-book.ts';

const noWay = err({ code: 'server.unreachable', triedCount: 0, untrustedCount: 0 } as const);

/** Asks a server whether it takes the account's access token for it. */
export interface AccessCheck {
  /** `way` is the way there, or why there is none. Answers as noted. */
  check(accountId: AccountId, serverId: ServerId, way: Result<Route>): Promise<Result<null>>;
}

export function createAccessCheck(deps: {
  readonly accounts: Accounts;
  readonly servers: ServerDirectory;
  readonly plex: PlexClient;
  readonly activity: Activity;
  readonly book: VerdictBook;
  readonly pace: CheckPace;
  readonly signal: AbortSignal;
}): AccessCheck {
  const { accounts, servers, plex, activity, book, pace, signal } = deps;

  const ask = async (accountId: AccountId, serverId: ServerId, route: Route) => {
    // plex.tv would have to be asked for the access token.
    const isHeldHere = servers.heldAccessToken(accountId, serverId) !== null;
    if (!isHeldHere && plex.isRateLimited(null)) return { accessToken: null, outcome: rateLimited };
    return servers.askWithToken(accountId, serverId, (accessToken) =>
      // SECURITY: the way was looked for before it was known what Plex gives as the access token now.
      servers.mayCarryOwnTokens(accountId, serverId, route)
        ? plex.proveServerToken(route, accessToken, signal)
        : Promise.resolve(noWay),
    );
  };

  return {
    check: async (accountId, serverId, way) => {
      // Before the question: it may bring another token, which begins anew in the book and not in the activity.
      const before = book.accessVerdict(accountId, serverId);
      const { accessToken, outcome } = way.ok
        ? await ask(accountId, serverId, way.value)
        : { accessToken: servers.heldAccessToken(accountId, serverId), outcome: way };
      pace.note(accessKey(accountId, serverId), outcome);
      servers.noteAccess({ accountId, serverId, accessToken, outcome });
      const news = newsOf(before, book.accessVerdict(accountId, serverId));
      if (news !== null) {
        const account = accounts.find(accountId);
        const server = servers.find(accountId, serverId);
        if (account.ok && server.ok) {
          const where = { account: account.value, server: server.value };
          activity.record({ kind: news, what: 'accessToken', ...where });
        }
      }
      return outcome.ok ? { ok: true, value: null } : outcome;
    },
  };
}

/** Asks a server whether it still takes a transient token of its own. */
export interface TransientCheck {
  /**
   * `way` is the way there, or why there is none. `askAccess` asks the same server about the access token: once for all
   * that may have died with it.
   */
  check(
    entry: TransientTokenEntry,
    way: Result<Route>,
    askAccess: () => Promise<Result<null>>,
  ): Promise<void>;
  /** Takes down what the server answered when it was asked with this token. */
  note(
    entry: TransientTokenEntry,
    outcome: Result<unknown>,
    askAccess: () => Promise<Result<null>>,
  ): Promise<void>;
}

export function createTransientCheck(deps: {
  readonly accounts: Accounts;
  readonly servers: Pick<ServerDirectory, 'mayCarryOwnTokens'>;
  readonly tokens: TransientTokens;
  readonly keeper: SecretKeeper;
  readonly plex: PlexClient;
  readonly activity: Activity;
  readonly pace: CheckPace;
  readonly signal: AbortSignal;
}): TransientCheck {
  const { accounts, servers, tokens, keeper, plex, activity, pace, signal } = deps;

  const ask = async (entry: TransientTokenEntry, way: Result<Route>): Promise<Result<null>> => {
    if (!way.ok) return way;
    const secret = await keeper.read(entry.secretKey);
    if (!secret.ok) return secret;
    // SECURITY: the address may have been taken away while other questions, and the keychain, took their time.
    const isStillThere = servers.mayCarryOwnTokens(entry.accountId, entry.serverId, way.value);
    return isStillThere ? plex.proveServerToken(way.value, secret.value, signal) : noWay;
  };

  const note: TransientCheck['note'] = async (entry, outcome, askAccess) => {
    pace.note(entry.secretKey, outcome);
    const isNo = !outcome.ok && outcome.error.code === 'server.rejected';
    const because = isNo && entry.rejectedAt === null ? causeOf(await askAccess()) : undefined;
    const news = await tokens.noteVerdict(entry.id, outcome, because);
    const account = accounts.find(entry.accountId);
    if (news === null || !account.ok) return;
    const server = { id: entry.serverId, name: entry.serverName };
    activity.record({ kind: news, what: 'transientToken', account: account.value, server });
  };

  return {
    check: async (entry, way, askAccess) => note(entry, await ask(entry, way), askAccess),
    note,
  };
}

/** What the same server says of the access token tells a restart from a right that was taken away. */
const causeOf = (asked: Result<null>): RejectionCause => {
  if (asked.ok) return 'serverRestarted';
  const { code } = asked.error;
  const isEnded =
    code === 'server.rejected' || code === 'server.noAccessToken' || code === 'server.notFound';
  return isEnded ? 'accessEnded' : 'unclear';
};
