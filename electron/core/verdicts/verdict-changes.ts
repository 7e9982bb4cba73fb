import type { AppErrorCode } from '../../../shared/errors.ts';
import type { AppTokenSummary } from '../../../shared/model/app-token.ts';
import type { AccountId, AppTokenId, EpochMs, ServerId } from '../../../shared/model/ids.ts';
import type { Verdict } from '../../../shared/model/token.ts';
import type { Clock } from '../../ports.ts';
import type { Watched } from '../../storage/profile/index-content.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import { DAY_MS, oneAtATime, SECOND_MS } from '../../timing.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { AppTokens } from '../app-tokens/app-tokens.ts';
import type { EventBus } from '../event-bus.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { VaultStatus } from '../vault-status.ts';
import { warnBeforeEndMs } from './alarm.ts';

/** What is told of a token, or of a file that holds one. */
export const watchedStates = [
  'valid',
  'ending',
  'rejected',
  'unknown',
  'upToDate',
  'changed',
] as const;

export type WatchedState = (typeof watchedStates)[number];

/** What became of something that is watched. SECURITY: it goes to programs of the person's, and holds no secret. */
export interface VerdictChange {
  readonly kind: 'account' | 'server' | 'app' | 'destination';
  readonly account: { readonly id: AccountId; readonly title: string };
  readonly server: { readonly id: ServerId; readonly name: string } | null;
  readonly app: { readonly id: AppTokenId; readonly name: string } | null;
  readonly destination: { readonly path: string; readonly key: string | null } | null;
  readonly lastFour: string;
  readonly from: WatchedState;
  readonly to: WatchedState;
  readonly reason: AppErrorCode | null;
  readonly at: EpochMs;
}

/** Answers whether it was told: what was not is told at the next start. */
export type TellChange = (change: VerdictChange) => Promise<boolean>;

/**
 * Finds what changed since it was last told, over restarts too: the index keeps what was told beside each entry. Only a
 * clear answer is a change, as for notifications. What could not be proved for a whole day of watching is told once as
 * unknown; what is found good when it is first seen is not told.
 */
export interface VerdictChanges {
  /** From now on. */
  watch(tell: TellChange): void;
  /** Once; resolves when everything is told. */
  tellAll(tell: TellChange): Promise<void>;
  close(): Promise<void>;
}

/** What fails together is told in one go, and what fails for a moment only is not looked at. */
const gatherMs = SECOND_MS;
const lostAfterMs = DAY_MS;

interface Seen extends Omit<VerdictChange, 'from' | 'to' | 'at'> {
  /** Whose entry of the index keeps what was told of it, and by what name. */
  readonly keeper: 'accounts' | 'appTokens';
  readonly name: string;
  readonly state: WatchedState;
}

type State = Pick<Seen, 'state' | 'reason'>;

export function createVerdictChanges(deps: {
  readonly index: UsherIndex;
  readonly accounts: Pick<Accounts, 'summaries'>;
  readonly servers: Pick<ServerDirectory, 'list'>;
  readonly appTokens: Pick<AppTokens, 'summaries'>;
  readonly vaultStatus: Pick<VaultStatus, 'state'>;
  readonly clock: Clock;
  readonly events: EventBus;
}): VerdictChanges {
  const { index, accounts, servers, appTokens, vaultStatus, clock, events } = deps;
  const startedAt = clock.now();
  const inTurn = oneAtATime();
  /** Where the profile can't be written, nothing is told twice all the same. */
  const toldHere = new Map<string, WatchedState>();
  let isClosed = false;
  let cancelTimer: (() => void) | null = null;
  let unsubscribe = (): void => undefined;

  const stateOf = (verdict: Verdict, rejection: AppErrorCode, isEnding: boolean): State | null => {
    if (verdict.kind === 'rejected') return { state: 'rejected', reason: rejection };
    const provedAt = verdict.kind === 'valid' ? verdict.provedAt : verdict.lastProvedAt;
    if (clock.now() - Math.max(provedAt ?? 0, startedAt) >= lostAfterMs) {
      const vault = vaultStatus.state();
      const locked = vault.kind === 'unusable' ? vault.error.code : null;
      return { state: 'unknown', reason: verdict.kind === 'unknown' ? verdict.reason : locked };
    }
    if (verdict.kind === 'unknown') return null;
    return { state: isEnding ? 'ending' : 'valid', reason: null };
  };

  const seenAccounts = (): readonly Seen[] =>
    accounts.summaries().flatMap(({ id, title, token, verdict, tokenEnd, storage, status }) => {
      if (status !== 'ready' || storage !== 'keychain') return [];
      const common = {
        keeper: 'accounts',
        account: { id, title },
        app: null,
        destination: null,
      } as const;
      const isEnding = tokenEnd !== null && tokenEnd.remainingMs < warnBeforeEndMs;
      const own = stateOf(verdict, 'token.rejected', isEnding);
      const { lastFour } = token;
      const listed = servers.list(id).servers.flatMap((server): readonly Seen[] => {
        const state = stateOf(server.verdict, 'server.rejected', false);
        if (server.accessToken === null || state === null) return [];
        const named = { server: { id: server.id, name: server.name }, name: `server ${server.id}` };
        const { lastFour: ofAccess } = server.accessToken;
        return [{ ...common, ...named, ...state, kind: 'server', lastFour: ofAccess }];
      });
      const account: readonly Seen[] =
        own === null
          ? []
          : [{ ...common, ...own, kind: 'account', name: 'token', server: null, lastFour }];
      return [...account, ...listed];
    });

  const seenApps = (): readonly Seen[] =>
    appTokens
      .summaries()
      // What is being written or rotated is neither here nor there.
      .filter(({ work }) => work.kind === 'none' || work.kind === 'rotationStopped')
      .flatMap((app) => {
        const { account, server, id, name, token } = app;
        const { lastFour } = token;
        const common = {
          keeper: 'appTokens',
          account,
          server,
          app: { id, name },
          lastFour,
        } as const;
        const own = stateOf(app.verdict, 'token.rejected', false);
        const files = app.destinations.flatMap((one): readonly Seen[] => {
          const state = fileStateOf(one);
          if (state === null) return [];
          const destination = { path: one.path, key: one.key };
          const named = { kind: 'destination', name: `destination ${one.id}` } as const;
          return [{ ...common, ...named, destination, state, reason: null }];
        });
        const itself: readonly Seen[] =
          own === null
            ? []
            : [{ ...common, ...own, kind: 'app', name: 'token', destination: null }];
        return [...itself, ...files];
      });

  const entryIdOf = ({ keeper, account, app }: Seen): string =>
    keeper === 'accounts' ? account.id : (app?.id ?? '');

  const toldOf = (seen: Seen): WatchedState | null => {
    const here = toldHere.get(`${entryIdOf(seen)} ${seen.name}`);
    if (here !== undefined) return here;
    const entries: readonly { readonly id: string; readonly watched?: Watched }[] =
      index.content()[seen.keeper];
    const told = entries.find(({ id }) => id === entryIdOf(seen))?.watched?.[seen.name];
    return watchedStates.find((state) => state === told) ?? null;
  };

  /** What is no longer there is forgotten with what is noted next. */
  const remember = async (all: readonly Seen[]): Promise<void> => {
    for (const seen of all) toldHere.set(`${entryIdOf(seen)} ${seen.name}`, seen.state);
    const noted = <Entry extends { readonly id: string; readonly watched?: Watched }>(
      entry: Entry,
      keeper: Seen['keeper'],
      isThere: (name: string) => boolean,
    ): Entry => {
      const own = all.filter((seen) => seen.keeper === keeper && entryIdOf(seen) === entry.id);
      if (own.length === 0) return entry;
      const before = Object.entries(entry.watched ?? {}).filter(([name]) => isThere(name));
      const now = own.map(({ name, state }) => [name, state] as const);
      return { ...entry, watched: Object.fromEntries([...before, ...now]) };
    };
    await index.update((content) => ({
      ...content,
      accounts: content.accounts.map((entry) => {
        const names = new Set(servers.list(entry.id).servers.map(({ id }) => `server ${id}`));
        return noted(entry, 'accounts', (name) => name === 'token' || names.has(name));
      }),
      appTokens: content.appTokens.map((entry) => {
        const names = new Set(entry.destinations.map(({ id }) => `destination ${id}`));
        return noted(entry, 'appTokens', (name) => name === 'token' || names.has(name));
      }),
    }));
  };

  const tellAll = async (tell: TellChange): Promise<void> => {
    // Looked at anew after each: what changed back while another was told is no change.
    while (!isClosed) {
      const changed = [...seenAccounts(), ...seenApps()].filter((seen) =>
        isChange(toldOf(seen), seen.state),
      );
      const quiet = changed.filter((seen) => toldOf(seen) === null && isGood(seen.state));
      if (quiet.length > 0) await remember(quiet);
      const next = changed.find((seen) => !quiet.includes(seen));
      if (next === undefined) return;
      const { keeper: _keeper, name: _name, state, ...about } = next;
      const from = toldOf(next) ?? 'unknown';
      const isTold = await tell({ ...about, from, to: state, at: clock.now() });
      if (!isTold) return;
      await remember([next]);
    }
  };

  return {
    watch: (tell) => {
      const look = (): void => {
        cancelTimer ??= clock.after(gatherMs, () => {
          cancelTimer = null;
          void inTurn(() => tellAll(tell));
        });
      };
      unsubscribe = events.subscribe((change) => {
        const parts = [change.accounts, change.servers, change.changedServers, change.appTokens];
        if (parts.some((part) => part !== undefined)) look();
      });
      look();
    },
    tellAll: (tell) => inTurn(() => tellAll(tell)),
    close: async () => {
      isClosed = true;
      unsubscribe();
      cancelTimer?.();
      await inTurn(() => Promise.resolve());
    },
  };
}

const fileStateOf = ({
  state,
}: AppTokenSummary['destinations'][number]): 'upToDate' | 'changed' | null =>
  state.kind === 'upToDate' || state.kind === 'changed' ? state.kind : null;

const isGood = (state: WatchedState): boolean => state === 'valid' || state === 'upToDate';

const isChange = (told: WatchedState | null, state: WatchedState): boolean => {
  // Not being able to ask takes nothing away from a clear no, and is nothing new of what was never known.
  if (state === 'unknown' && (told === null || told === 'rejected')) return false;
  return told !== state;
};
