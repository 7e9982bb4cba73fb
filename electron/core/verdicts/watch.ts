import type { AccountId } from '../../../shared/model/ids.ts';
import type { TokenRef } from '../../../shared/model/token.ts';
import type { Clock } from '../../ports.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../timing.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { AppTokens } from '../app-tokens/app-tokens.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { TransientTokens } from '../tokens/transient-tokens.ts';
import type { Verdicts } from './verdicts.ts';

/** Asks about every token at the start, after sleep and when the network is back, and calmly in between. */
export interface VerdictWatch {
  /** Asks about what is due, and goes on from now. */
  start(): Promise<void>;
  /** Something may have changed: asks about everything that is due. */
  look(): Promise<void>;
  /** Waits a moment for what is under way; whoever quits is not kept waiting by an answer of Plex. */
  close(): Promise<void>;
}

/** A keychain that did not answer may ask the person each time: it is tried once a look, and not for every token. */
export interface KeychainGuard {
  isUsable(): boolean;
  /** Reads one token. Whether the keychain answers again. */
  tryAgain(): Promise<boolean>;
}

const patienceMs = SECOND_MS;
const lookEveryMs = 30 * MINUTE_MS;
/** So that many a Usher does not ask at the same minute: a fifth more or less. */
const jitter = 0.2;

/** After so long what was learnt is old. */
const oldAfterMs = {
  account: 3 * HOUR_MS,
  access: 6 * HOUR_MS,
  transient: HOUR_MS,
  app: 6 * HOUR_MS,
};
/** By a list as old as that a server would be away, or listed, that is not. Asking for it proves the account token too. */
const listOldAfterMs = 6 * HOUR_MS;
/** What was clearly rejected comes back for few. */
const rejectedOldAfterMs = 24 * HOUR_MS;

export function createVerdictWatch(deps: {
  readonly accounts: Accounts;
  readonly servers: ServerDirectory;
  readonly tokens: TransientTokens;
  readonly appTokens: Pick<AppTokens, 'summaries' | 'lookAtDestinations'>;
  readonly verdicts: Pick<Verdicts, 'check' | 'verdict' | 'sinceAskedMs' | 'close'>;
  readonly clock: Clock;
  /** Runs with each look of the schedule. */
  readonly alsoDo: () => Promise<void>;
  /** Whether plex.tv may be asked about an account that nobody has asked for. */
  readonly isDue: (accountId: AccountId) => boolean;
  readonly keychain: KeychainGuard;
  /** From 0 to 1. */
  readonly random: () => number;
}): VerdictWatch {
  const { accounts, servers, tokens, appTokens, verdicts, clock, alsoDo, keychain, random } = deps;
  let cancelTimer = (): void => undefined;
  let isClosed = false;
  const underWay = new Set<Promise<unknown>>();

  const track = async (work: Promise<unknown>): Promise<void> => {
    underWay.add(work);
    await work.finally(() => underWay.delete(work));
  };

  const everything = (): readonly TokenRef[] => {
    const present = accounts.summaries().filter(({ status }) => status === 'ready');
    return [
      ...present.map(({ id }) => ({ kind: 'account', accountId: id }) as const),
      // Dead ones stay dead: a server that has ended a transient token has no way to take it back.
      ...tokens
        .summaries()
        .filter(({ remainingMs, verdict }) => remainingMs > 0 && verdict.kind !== 'rejected')
        .map(({ id }) => ({ kind: 'transient', tokenId: id }) as const),
      ...present.flatMap(({ id }) =>
        servers
          .list(id)
          .servers.filter(({ accessToken }) => accessToken !== null)
          .map((server) => ({ kind: 'access', accountId: id, serverId: server.id }) as const),
      ),
      ...appTokens.summaries().map(({ id }) => ({ kind: 'app', appTokenId: id }) as const),
    ];
  };

  /** What would lie in the future is old too: the clock was set back since. */
  const isPast = (atMs: number, ageMs: number): boolean =>
    clock.now() < atMs || clock.now() >= atMs + ageMs;

  const isOld = (token: TokenRef): boolean => {
    const verdict = verdicts.verdict(token);
    switch (verdict?.kind) {
      case 'valid':
        return isPast(verdict.provedAt, oldAfterMs[token.kind]);
      case 'rejected':
        // It tells since when the token is dead, and not when that was last found.
        return verdicts.sinceAskedMs(token) >= rejectedOldAfterMs;
      case 'unknown':
        return true;
      case undefined:
        return false;
    }
  };

  const isListOld = (accountId: AccountId): boolean => {
    const { servers: listed, refreshedAt, error } = servers.list(accountId);
    // One that the profile kept has no access tokens.
    const isKept = listed.length > 0 && listed.every(({ accessToken }) => accessToken === null);
    const isUnsure = refreshedAt === null || error !== null || isKept;
    return isUnsure || isPast(refreshedAt, listOldAfterMs);
  };

  /** One after the other: a month without a window, and the servers of its first day would be all that are known. */
  const refreshLists = async (): Promise<void> => {
    for (const { id, status, verdict } of accounts.summaries()) {
      if (isClosed) return;
      // A dead token gets no list; whether it is still dead is asked as seldom as of any other.
      const isWanted = status === 'ready' && verdict.kind !== 'rejected' && isListOld(id);
      if (isWanted && deps.isDue(id)) await servers.refresh(id);
    }
  };

  const check = async (isWanted: (token: TokenRef) => boolean): Promise<void> => {
    await refreshLists();
    if (!isClosed) await verdicts.check(everything().filter(isWanted), { isAsked: false });
  };

  const besides = async (): Promise<void> => {
    await Promise.all([alsoDo(), appTokens.lookAtDestinations()]);
  };

  const plan = (): void => {
    cancelTimer();
    if (isClosed) return;
    const delayMs = lookEveryMs * (1 + jitter * (2 * random() - 1));
    cancelTimer = clock.after(delayMs, () => {
      plan();
      void track(lookCalmly());
    });
  };

  const lookCalmly = async (): Promise<void> => {
    if (!keychain.isUsable() && !(await keychain.tryAgain())) return;
    await Promise.all([besides(), check(isOld)]);
  };

  const look = async (): Promise<void> => {
    if (!isClosed && keychain.isUsable()) await track(check(() => true));
  };

  return {
    look,
    start: async () => {
      plan();
      if (!isClosed && keychain.isUsable()) await Promise.all([track(besides()), look()]);
    },
    close: async () => {
      isClosed = true;
      cancelTimer();
      const ended = Promise.allSettled([verdicts.close(), ...underWay]);
      const isOver = new Promise((resolve) => {
        cancelTimer = clock.after(patienceMs, () => resolve(null));
      });
      await Promise.race([ended, isOver]);
      cancelTimer();
    },
  };
}
