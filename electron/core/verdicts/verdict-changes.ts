import type { AppErrorCode } from '../../../shared/errors.ts';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { AppTokenSummary, DestinationState } from '../../../shared/model/app-token.ts';
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

/** Something as it is now. */
interface Seen {
  readonly about: Omit<VerdictChange, 'from' | 'to' | 'at'>;
  readonly state: WatchedState;
  /** Which entry of the index keeps what was told of it, and by what name. */
  readonly collection: 'accounts' | 'appTokens';
  readonly entryId: AccountId | AppTokenId;
  readonly name: string;
}

type State = Pick<Seen['about'], 'reason'> & Pick<Seen, 'state'>;

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

  /** Null where there is no word on it yet. */
  const stateOf = (verdict: Verdict, rejection: AppErrorCode, isEnding = false): State | null => {
    if (verdict.kind === 'rejected') return { state: 'rejected', reason: rejection };
    const provedAt = verdict.kind === 'valid' ? verdict.provedAt : verdict.lastProvedAt;
    if (clock.now() - Math.max(provedAt ?? 0, startedAt) >= lostAfterMs) {
      const vault = vaultStatus.state();
      const silence = vault.kind === 'unusable' ? vault.error.code : null;
      return { state: 'unknown', reason: verdict.kind === 'unknown' ? verdict.reason : silence };
    }
    if (verdict.kind === 'unknown') return null;
    return { state: isEnding ? 'ending' : 'valid', reason: null };
  };

  const seenAccount = (summary: AccountSummary): readonly Seen[] => {
    const { id, title, token, verdict, tokenEnd } = summary;
    const common = { account: { id, title }, app: null, destination: null };
    const seen = (
      state: State | null,
      name: string,
      about: Pick<Seen['about'], 'kind' | 'server' | 'lastFour'>,
    ): readonly Seen[] => {
      if (state === null) return [];
      const whole = { ...common, ...about, reason: state.reason };
      return [{ collection: 'accounts', entryId: id, name, about: whole, state: state.state }];
    };
    const isEnding = tokenEnd !== null && tokenEnd.remainingMs < warnBeforeEndMs;
    return [
      ...seen(stateOf(verdict, 'token.rejected', isEnding), 'token', {
        ...{ kind: 'account', server: null, lastFour: token.lastFour },
      }),
      ...servers.list(id).servers.flatMap((server) =>
        server.accessToken === null
          ? []
          : seen(stateOf(server.verdict, 'server.rejected'), `server ${server.id}`, {
              kind: 'server',
              server: { id: server.id, name: server.name },
              lastFour: server.accessToken.lastFour,
            }),
      ),
    ];
  };

  const seenApp = ({
    account,
    server,
    id,
    name,
    token,
    ...app
  }: AppTokenSummary): readonly Seen[] => {
    const { lastFour } = token;
    const common = { account, server, app: { id, name }, lastFour };
    const seen = (
      state: State | null,
      called: string,
      about: Pick<Seen['about'], 'kind' | 'destination'>,
    ): readonly Seen[] => {
      if (state === null) return [];
      const whole = { ...common, ...about, reason: state.reason };
      const { state: is } = state;
      return [{ collection: 'appTokens', entryId: id, name: called, about: whole, state: is }];
    };
    return [
      ...seen(stateOf(app.verdict, 'token.rejected'), 'token', { kind: 'app', destination: null }),
      ...app.destinations.flatMap((one) =>
        seen(fileStateOf(one.state), `destination ${one.id}`, {
          kind: 'destination',
          destination: { path: one.path, key: one.key },
        }),
      ),
    ];
  };

  const seenAll = (): readonly Seen[] => [
    ...accounts
      .summaries()
      .filter(({ status, storage }) => status === 'ready' && storage === 'keychain')
      .flatMap(seenAccount),
    ...appTokens
      .summaries()
      // What is being written or rotated is neither here nor there.
      .filter(({ work }) => work.kind === 'none' || work.kind === 'rotationStopped')
      .flatMap(seenApp),
  ];

  const toldOf = ({ collection, entryId, name }: Seen): WatchedState | null => {
    const here = toldHere.get(`${entryId} ${name}`);
    if (here !== undefined) return here;
    const entries: readonly WatchedEntry[] = index.content()[collection];
    const told = entries.find(({ id }) => id === entryId)?.watched?.[name];
    return watchedStates.find((state) => state === told) ?? null;
  };

  /** What is no longer there is forgotten with what is noted next. */
  const remember = async (all: readonly Seen[]): Promise<void> => {
    for (const { entryId, name, state } of all) toldHere.set(`${entryId} ${name}`, state);
    const noted = <Entry extends WatchedEntry>(
      entry: Entry,
      present: () => readonly string[],
    ): Entry => {
      const own = all.filter(({ entryId }) => entryId === entry.id);
      if (own.length === 0) return entry;
      const isThere = new Set(['token', ...present()]);
      const before = Object.entries(entry.watched ?? {}).filter(([name]) => isThere.has(name));
      const now = own.map(({ name, state }) => [name, state] as const);
      return { ...entry, watched: Object.fromEntries([...before, ...now]) };
    };
    await index.update((content) => ({
      ...content,
      accounts: content.accounts.map((entry) =>
        noted(entry, () => servers.list(entry.id).servers.map(({ id }) => `server ${id}`)),
      ),
      appTokens: content.appTokens.map((entry) =>
        noted(entry, () => entry.destinations.map(({ id }) => `destination ${id}`)),
      ),
    }));
  };

  const tellAll = async (tell: TellChange): Promise<void> => {
    // Looked at anew after each: what changed back while another was told is no change.
    while (!isClosed) {
      const changed = seenAll().filter((seen) => isChange(toldOf(seen), seen.state));
      const quiet = changed.filter((seen) => toldOf(seen) === null && isGood(seen.state));
      if (quiet.length > 0) await remember(quiet);
      const next = changed.find((seen) => !quiet.includes(seen));
      if (next === undefined) return;
      const from = toldOf(next) ?? 'unknown';
      const isTold = await tell({ ...next.about, from, to: next.state, at: clock.now() });
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

interface WatchedEntry {
  readonly id: string;
  readonly watched?: Watched;
}

const fileStateOf = ({ kind }: DestinationState): State | null =>
  kind === 'upToDate' || kind === 'changed' ? { state: kind, reason: null } : null;

const isGood = (state: WatchedState): boolean => state === 'valid' || state === 'upToDate';

const isChange = (told: WatchedState | null, state: WatchedState): boolean => {
  // Not being able to ask takes nothing away from a clear no, and is nothing new of what was never known.
  if (state === 'unknown' && (told === null || told === 'rejected')) return false;
  return told !== state;
};
