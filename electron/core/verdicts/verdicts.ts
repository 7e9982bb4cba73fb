import type {
  AccountId,
  AppTokenId,
  ServerId,
  TransientTokenId,
} from '../../../shared/model/ids.ts';
import type { TokenRef, Verdict } from '../../../shared/model/token.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Activity } from '../activity.ts';
import type { AppTokens } from '../app-tokens/app-tokens.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { Route } from '../../plex/wire/resources.ts';
import type { SecretKeeper } from '../../storage/secret-keeper.ts';
import { oneAtATime } from '../../timing.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { TransientTokens } from '../tokens/transient-tokens.ts';
import { rateLimited, type CheckPace } from './check-pace.ts';
import { createAccessCheck, createTransientCheck } from './server-checks.ts';
import { accessKey, type VerdictBook } from './verdict-book.ts';

/** Asks Plex and its servers whether tokens are still good. What is learnt is told with the account, server or token. */
export interface Verdicts {
  /**
   * Asks about these, and answers what is known of each afterwards; null for what is gone. What a person has asked for
   * goes out at once; the rest only where it is due, one server at a time for each account.
   */
  check(
    tokens: readonly TokenRef[],
    options: { readonly isAsked: boolean },
  ): Promise<readonly (Verdict | null)[]>;
  verdict(token: TokenRef): Verdict | null;
  /** Since it was last asked about in this run; Infinity when it was not, or is not there. */
  sinceAskedMs(token: TokenRef): number;
  /** Takes down what the server of a transient token said of it when it was asked something else; answers what is known then. */
  noteUse(
    tokenId: TransientTokenId,
    route: Route,
    outcome: Result<unknown>,
  ): Promise<Verdict | null>;
  /** Gives up what is under way, and resolves when that has ended: nothing is written after Usher has closed. */
  close(): Promise<void>;
}

export interface VerdictsDeps {
  readonly accounts: Accounts;
  readonly servers: ServerDirectory;
  readonly tokens: TransientTokens;
  readonly appTokens: Pick<AppTokens, 'summaries' | 'find' | 'check'>;
  readonly keeper: SecretKeeper;
  readonly plex: PlexClient;
  readonly activity: Activity;
  readonly book: VerdictBook;
  readonly pace: CheckPace;
}

const accountsAtOnce = 2;
const serversAtOnce = 3;

export function createVerdicts(deps: VerdictsDeps): Verdicts {
  const { accounts, servers, tokens, appTokens, plex, pace } = deps;
  const accountPlaces = atMost(accountsAtOnce);
  const serverPlaces = atMost(serversAtOnce);
  const turns = new Map<AccountId, ReturnType<typeof oneAtATime>>();
  const running = new Map<string, Promise<void>>();
  const closing = new AbortController();
  const { signal } = closing;
  const access = createAccessCheck({ ...deps, signal });
  const transient = createTransientCheck({ ...deps, signal });

  accounts.onAsked(({ secretKey }, outcome) => pace.note(secretKey, outcome));

  const verdict = (token: TokenRef): Verdict | null =>
    findVerdict({ accounts, servers, tokens, appTokens }, token);

  /** Asked twice at once, a thing is asked about once. */
  const once = (key: string, work: () => Promise<void>): Promise<void> => {
    const present = running.get(key);
    if (present !== undefined) return present;
    const started = work().finally(() => running.delete(key));
    running.set(key, started);
    return started;
  };

  const turnOf = (accountId: AccountId): ReturnType<typeof oneAtATime> => {
    const turn = turns.get(accountId) ?? oneAtATime();
    turns.set(accountId, turn);
    return turn;
  };

  const askAccount = async (accountId: AccountId, isAsked: boolean): Promise<void> => {
    const account = accounts.find(accountId);
    if (!account.ok || plex.isRateLimited(null) || signal.aborted) return;
    if (isAsked || pace.isDue(account.value.secretKey)) await accounts.check(accountId);
  };

  const checkAccount = (accountId: AccountId, isAsked: boolean): Promise<void> =>
    once(JSON.stringify([accountId, isAsked]), () =>
      isAsked ? askAccount(accountId, true) : accountPlaces(() => askAccount(accountId, false)),
    );

  const askApp = async (appTokenId: AppTokenId, isAsked: boolean): Promise<void> => {
    const app = appTokens.find(appTokenId);
    if (!app.ok || plex.isRateLimited(null) || signal.aborted) return;
    const { secretKey } = app.value;
    if (isAsked || pace.isDue(secretKey)) pace.note(secretKey, await appTokens.check(appTokenId));
  };

  const checkApp = (appTokenId: AppTokenId, isAsked: boolean): Promise<void> =>
    once(JSON.stringify(['app', appTokenId, isAsked]), () =>
      isAsked ? askApp(appTokenId, true) : accountPlaces(() => askApp(appTokenId, false)),
    );

  /** A person who asks is told that nobody could be asked: what was known before would pass for an answer. */
  const noteHeld = async ({ accountId, serverId, hasAccess, tokenIds }: Visit): Promise<void> => {
    if (hasAccess) {
      const accessToken = servers.heldAccessToken(accountId, serverId);
      servers.noteAccess({ accountId, serverId, accessToken, outcome: rateLimited });
    }
    for (const tokenId of tokenIds) await tokens.noteVerdict(tokenId, rateLimited);
  };

  const visit = async (each: Visit, isAsked: boolean): Promise<void> => {
    const { accountId, serverId, hasAccess, tokenIds } = each;
    if (signal.aborted) return;
    const server = servers.find(accountId, serverId);
    if (server.ok && plex.isRateLimited(server.value)) {
      if (isAsked) await noteHeld(each);
      return;
    }
    const isDue = (key: string): boolean => isAsked || pace.isDue(key);
    const isAccessDue = hasAccess && isDue(accessKey(accountId, serverId));
    const due = tokenIds.flatMap((tokenId) => {
      const entry = tokens.find(tokenId);
      return entry.ok && isDue(entry.value.secretKey) ? [entry.value] : [];
    });
    if (!isAccessDue && due.length === 0) return;
    const way = await findWay(accountId, serverId, isAsked);
    let asked: Promise<Result<null>> | null = null;
    const askAccess = () => (asked ??= access.check(accountId, serverId, way));
    if (isAccessDue) await askAccess();
    for (const entry of due) await transient.check(entry, way, askAccess);
  };

  /** A server that is away by plex.tv's word is not looked for, unless a person asks. */
  const findWay = async (
    accountId: AccountId,
    serverId: ServerId,
    isAsked: boolean,
  ): ReturnType<ServerDirectory['findRoute']> => {
    const server = servers.find(accountId, serverId);
    if (!server.ok) return server;
    if (!server.value.isOnline && !isAsked) {
      return err({ code: 'server.unreachable', triedCount: 0, untrustedCount: 0 });
    }
    const found = await servers.findRouteQuietly(accountId, serverId, signal);
    // A server that has restarted has cut the connections kept to it, and the first question may be lost to that.
    const isLost = !found.ok && found.error.code === 'server.unreachable';
    return isLost && isAsked ? servers.findRouteQuietly(accountId, serverId, signal) : found;
  };

  const goTo = (each: Visit, isAsked: boolean): Promise<void> => {
    const key = JSON.stringify([each, isAsked]);
    return once(key, () =>
      isAsked
        ? visit(each, true)
        : turnOf(each.accountId)(() => serverPlaces(() => visit(each, false))),
    );
  };

  const keyOf = (token: TokenRef): string | null => {
    if (token.kind === 'access') return accessKey(token.accountId, token.serverId);
    const entry =
      token.kind === 'account'
        ? accounts.find(token.accountId)
        : token.kind === 'transient'
          ? tokens.find(token.tokenId)
          : appTokens.find(token.appTokenId);
    return entry.ok ? entry.value.secretKey : null;
  };

  return {
    verdict,
    sinceAskedMs: (token) => {
      const key = keyOf(token);
      return key === null ? Infinity : pace.sinceMs(key);
    },
    noteUse: async (tokenId, route, outcome) => {
      await once(JSON.stringify([tokenId, outcome.ok]), async () => {
        const entry = tokens.find(tokenId);
        if (!entry.ok) return;
        const { accountId, serverId } = entry.value;
        await transient.note(entry.value, outcome, () =>
          access.check(accountId, serverId, ok(route)),
        );
      });
      return verdict({ kind: 'transient', tokenId });
    },
    close: async () => {
      closing.abort();
      await Promise.allSettled(running.values());
    },
    check: async (refs, { isAsked }) => {
      // Before the servers: their lists come with the account token, and a dead one is not asked for each of them.
      await Promise.all(
        refs.flatMap((ref) => {
          if (ref.kind === 'account') return [checkAccount(ref.accountId, isAsked)];
          return ref.kind === 'app' ? [checkApp(ref.appTokenId, isAsked)] : [];
        }),
      );
      await Promise.all(visitsOf(refs, tokens).map((each) => goTo(each, isAsked)));
      return refs.map(verdict);
    },
  };
}

/** Runs what it is given, at most so many at once; the rest waits in the order of asking. */
const atMost = (count: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let runningCount = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (runningCount < count) runningCount += 1;
    // Whoever leaves hands its place on, so the count stays.
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) runningCount -= 1;
      else next();
    }
  };
};

/** What is known of a token now; null when there is no such token (any more). */
function findVerdict(
  from: {
    readonly accounts: Pick<Accounts, 'summaries'>;
    readonly servers: Pick<ServerDirectory, 'verdict'>;
    readonly tokens: Pick<TransientTokens, 'summaries'>;
    readonly appTokens: Pick<AppTokens, 'summaries'>;
  },
  token: TokenRef,
): Verdict | null {
  switch (token.kind) {
    case 'account':
      return from.accounts.summaries().find(({ id }) => id === token.accountId)?.verdict ?? null;
    case 'access':
      return from.servers.verdict(token.accountId, token.serverId);
    case 'transient':
      return from.tokens.summaries().find(({ id }) => id === token.tokenId)?.verdict ?? null;
    case 'app':
      return from.appTokens.summaries().find(({ id }) => id === token.appTokenId)?.verdict ?? null;
  }
}

/** One server to be gone to for one account, and what to ask about there. */
interface Visit {
  readonly accountId: AccountId;
  readonly serverId: ServerId;
  readonly hasAccess: boolean;
  readonly tokenIds: readonly TransientTokenId[];
}

/** Puts together what is asked of one server, so that the way there is looked for once. */
function visitsOf(
  refs: readonly TokenRef[],
  tokens: Pick<TransientTokens, 'find'>,
): readonly Visit[] {
  const visits = new Map<string, Visit>();
  const add = (accountId: AccountId, serverId: ServerId, more: (visit: Visit) => Visit): void => {
    const key = accessKey(accountId, serverId);
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
