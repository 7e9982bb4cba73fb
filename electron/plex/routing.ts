import type { AppError } from '../../shared/errors.ts';
import type { ServerId } from '../../shared/model/ids.ts';
import type { ConnectionFailure, ConnectionKind } from '../../shared/model/server.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { isExposed } from '../addresses.ts';
import type { PlexDeps } from './call.ts';
import { abortError } from './http/failures.ts';
import { askIdentity } from './identity.ts';
import type {
  RememberedRoute,
  Route,
  RouteOptions,
  RouteTarget,
  ServerAddress,
  WireConnection,
} from './wire/resources.ts';

// Enough for a better address that is about to answer, too short to be noticed if it never does.
const graceMs = 12;
// Most servers in the same network have answered by then.
const headStartMs = 50;

export interface RaceOptions extends RouteOptions {
  /** Whether to wait until every address has been tried to its end. */
  readonly isPatient: boolean;
}

/**
 * Tries every address of a server at once, without a token (see `probeConnection`), and returns the best that proved to be that
 * server: local before remote before relay, https before http, and any encrypted one before an exposed one. Impatient, it
 * decides when no better address is left, or 12 ms after the first good one; each address gets 5 seconds. An address that
 * served on this network before is tried with those that may be better and are new; the others begin when one of these has
 * ended, or 50 ms later.
 *
 * Errors: `server.unreachable` (no address proved to be the server), `plex.rateLimited` (the server sent 429 before), and
 * the error the signal was aborted with. Source of the order: https://developer.plex.tv/pms/.
 */
export const raceConnections = (
  deps: PlexDeps,
  server: RouteTarget,
  options: RaceOptions,
): Promise<Result<Route>> => {
  // SECURITY: a server that requires https gets no token over http, so there is no point in trying there.
  const candidates = server.connections.filter(
    ({ isSecure }) => isSecure || !server.isHttpsRequired,
  );
  if (options.signal.aborted) return Promise.resolve(err(abortError(options.signal)));
  if (candidates.length === 0) {
    return Promise.resolve(err({ code: 'server.unreachable', triedCount: 0, untrustedCount: 0 }));
  }
  const waitSeconds = secondsToServer(deps, server);
  if (waitSeconds !== null) {
    return Promise.resolve(err({ code: 'plex.rateLimited', retryAfterSeconds: waitSeconds }));
  }
  return new Promise((resolve) => {
    race(deps, server, candidates, options, resolve);
  });
};

/** Seconds until the server may be asked again, at any address, after a 429 at one of them; null when it may be now. */
export const secondsToServer = (
  { gate }: Pick<PlexDeps, 'gate'>,
  { connections }: Pick<RouteTarget, 'connections'>,
): number | null => {
  const waits = connections.flatMap(({ uri }) => gate.waitSeconds(uri) ?? []);
  return waits.length === 0 ? null : Math.max(...waits);
};

const race = (
  deps: PlexDeps,
  server: RouteTarget,
  candidates: readonly WireConnection[],
  options: RaceOptions,
  resolve: (result: Result<Route>) => void,
): void => {
  const { signal, onConnection, isPatient } = options;
  const controller = new AbortController();
  const standings = createStandings(candidates, options);
  const startedMs = deps.clock.monotonicMs();
  const report = (uri: string, outcome: ProbeOutcome): void =>
    onConnection(uri, toState(deps, outcome, startedMs));
  const { first, later } = isPatient
    ? { first: candidates, later: [] }
    : inOrder(candidates, options.remembered);
  const started = new Set<WireConnection>();
  let isOver = false;
  let stopGrace: (() => void) | null = null;
  let stopHeadStart: (() => void) | null = null;

  const finish = (result: Result<Route>): void => {
    if (isOver) return;
    isOver = true;
    stopGrace?.();
    stopHeadStart?.();
    signal.removeEventListener('abort', onAbort);
    for (const { uri } of standings.pending().filter((one) => started.has(one))) {
      report(uri, { kind: 'failed', reason: 'connection.abandoned' });
    }
    controller.abort();
    resolve(result);
  };
  const onAbort = (): void => finish(err(abortError(signal)));
  const decide = (): void => {
    const best = standings.best();
    finish(
      best === null
        ? err({
            code: 'server.unreachable',
            triedCount: candidates.length,
            ...standings.untrusted(),
          })
        : ok(best),
    );
  };
  const settle = (connection: WireConnection, outcome: ProbeOutcome): void => {
    if (isOver) return;
    standings.note(connection, outcome);
    report(connection.uri, outcome);
    const next = isPatient ? 'wait' : standings.next();
    if (next === 'decide' || standings.pending().length === 0) decide();
    else if (next === 'waitBriefly') stopGrace ??= deps.clock.after(graceMs, decide);
    startAll(later);
  };
  const startAll = (connections: readonly WireConnection[]): void => {
    for (const connection of connections) {
      if (isOver || started.has(connection)) continue;
      started.add(connection);
      onConnection(connection.uri, { kind: 'trying' });
      void probeConnection(deps, connection, server.id, controller.signal).then((outcome) =>
        settle(connection, outcome),
      );
    }
  };

  signal.addEventListener('abort', onAbort, { once: true });
  startAll(first);
  if (later.length > 0) stopHeadStart = deps.clock.after(headStartMs, () => startAll(later));
};

/**
 * Which addresses are tried at once, and which only after a head start of those.
 * SECURITY: where a token could be read on the way, no address gets a head start over those where it could not.
 */
const inOrder = (
  candidates: readonly WireConnection[],
  remembered: RememberedRoute | null,
): { readonly first: readonly WireConnection[]; readonly later: readonly WireConnection[] } => {
  const known = candidates.find(({ uri }) => uri === remembered?.uri);
  if (known === undefined || isExposed(known.uri)) return { first: candidates, later: [] };
  const isFirst = (one: WireConnection): boolean =>
    one === known ||
    (connectionRank(one) < connectionRank(known) &&
      remembered?.passedOver.includes(one.uri) !== true);
  return {
    first: candidates.filter(isFirst),
    later: candidates.filter((one) => !isFirst(one)),
  };
};

const toState = (
  { clock }: PlexDeps,
  outcome: ProbeOutcome,
  startedMs: number,
): Parameters<RouteOptions['onConnection']>[1] => {
  const elapsedMs = Math.round(clock.monotonicMs() - startedMs);
  return outcome.kind === 'failed'
    ? { kind: 'failed', reason: outcome.reason, elapsedMs, failedAt: clock.now() }
    : {
        kind: 'proved',
        elapsedMs,
        provedAt: clock.now(),
        isFoundByName: outcome.isFoundByName,
      };
};

type Unreachable = Extract<AppError, { code: 'server.unreachable' }>;

/** Which addresses of a race have answered, and which of them is the best so far. */
export interface Standings {
  note(connection: WireConnection, outcome: ProbeOutcome): void;
  best(): Route | null;
  pending(): readonly WireConnection[];
  /** How many answered with a certificate that proves nothing, or with another than the pinned one. */
  untrusted(): Pick<Unreachable, 'untrustedCount' | 'hasOtherCertificate'>;
  /** What an impatient race does now. */
  next(): 'decide' | 'waitBriefly' | 'wait';
}

const createStandings = (
  candidates: readonly WireConnection[],
  { remembered }: Pick<RouteOptions, 'remembered'>,
): Standings => {
  const pending = new Set(candidates);
  let best: Route | null = null;
  let bestRank = Infinity;
  let untrustedCount = 0;
  let hasOtherCertificate = false;

  const mayImprove = (connection: WireConnection): boolean =>
    connectionRank(connection) < bestRank && !isPassedOver(connection.uri, best, remembered);

  return {
    note: (connection, outcome) => {
      pending.delete(connection);
      const reason = outcome.kind === 'failed' ? outcome.reason : null;
      const isOther = reason === 'network.otherCertificate';
      if (isOther || reason === 'network.untrusted') untrustedCount += 1;
      hasOtherCertificate ||= isOther;
      const rank = connectionRank(connection);
      if (outcome.kind !== 'proved' || rank >= bestRank) return;
      bestRank = rank;
      const { uri, certificate, kind } = connection;
      best = { uri, certificate, kind, version: outcome.version };
    },
    best: () => best,
    pending: () => [...pending],
    untrusted: () => ({ untrustedCount, ...(hasOtherCertificate ? { hasOtherCertificate } : {}) }),
    next: () => {
      const better = [...pending].filter(mayImprove);
      if (better.length === 0) return 'decide';
      if (best === null) return 'wait';
      // SECURITY: all encrypted addresses are tried before a token goes where it can be read, or the user is asked to allow it.
      return isExposed(best.uri) && better.some(({ uri }) => !isExposed(uri))
        ? 'wait'
        : 'waitBriefly';
    },
  };
};

/** On a remembered route, addresses that failed before it was chosen get no extra time now. */
const isPassedOver = (
  uri: string,
  best: Route | null,
  remembered: RememberedRoute | null,
): boolean => best !== null && best.uri === remembered?.uri && remembered.passedOver.includes(uri);

type ProbeOutcome =
  | { readonly kind: 'proved'; readonly version: string | null; readonly isFoundByName: boolean }
  | { readonly kind: 'failed'; readonly reason: ConnectionFailure };

/**
 * Whether an address is this server, by the `machineIdentifier` of its `/identity`, and its version.
 *
 * SECURITY: no token is sent. Addresses of other people's servers may be private ones that lead to some device in this
 * network; only an address with the right machineIdentifier gets a token afterwards.
 */
const probeConnection = async (
  deps: PlexDeps,
  address: ServerAddress,
  serverId: ServerId,
  signal: AbortSignal,
): Promise<ProbeOutcome> => {
  const asked = await askIdentity(deps, address, signal);
  if (asked.kind === 'failed') return asked;
  const { version, isFoundByName } = asked;
  return asked.machineIdentifier === serverId
    ? { kind: 'proved', version, isFoundByName }
    : { kind: 'failed', reason: 'connection.wrongServer' };
};

// Local first and relay last, as Plex recommends (https://developer.plex.tv/pms/): a relay's bandwidth is limited.
const kindRanks: Readonly<Record<ConnectionKind, number>> = { local: 0, remote: 2, relay: 4 };
const unprovedRank = 6;
const exposedRank = 12;

/**
 * Lower is better.
 * SECURITY: an address whose traffic can be read comes after all others, whatever its kind; and one that only the person
 * vouches for after all others that are as safe to send to.
 */
export const connectionRank = ({ kind, isSecure, uri, addedFor }: WireConnection): number =>
  kindRanks[kind] +
  (isSecure ? 0 : 1) +
  (addedFor === 'person' ? unprovedRank : 0) +
  (isExposed(uri) ? exposedRank : 0);
