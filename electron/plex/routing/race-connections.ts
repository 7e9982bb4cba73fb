import { err, ok, type Result } from '../../../shared/result.ts';
import { abortError } from '../http/failures.ts';
import type { PlexDeps } from '../call.ts';
import type { Route, RouteOptions, RouteTarget, WireConnection } from '../wire/resources.ts';
import { probeConnection, type ProbeOutcome } from './probe-connection.ts';
import { createStandings } from './standings.ts';

// Enough for a better address that is about to answer, too short to be felt when it never will.
const graceMs = 25;

export interface RaceOptions extends RouteOptions {
  readonly isPatient: boolean;
}

/**
 * Tries every address at once and answers the best that proved to be the server. Impatient, it decides as soon as no
 * better one can come, or a moment after the first good answer; patient, when every address has been tried to its end.
 */
export const raceConnections = (
  deps: PlexDeps,
  server: RouteTarget,
  options: RaceOptions,
): Promise<Result<Route>> => {
  // SECURITY: a server that wants https gets no token over http, so there is no use in asking there.
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

/** A server that answered 429 at one of its addresses is left alone at all of them; null when it may be asked. */
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
  answer: (result: Result<Route>) => void,
): void => {
  const { signal, onConnection, isPatient } = options;
  const controller = new AbortController();
  const standings = createStandings(candidates, options);
  const startedMs = deps.clock.monotonicMs();
  const tell = (uri: string, outcome: ProbeOutcome): void =>
    onConnection(uri, toState(deps, outcome, startedMs));
  let isOver = false;
  let stopGrace: (() => void) | null = null;

  const finish = (result: Result<Route>): void => {
    if (isOver) return;
    isOver = true;
    stopGrace?.();
    signal.removeEventListener('abort', onAbort);
    for (const { uri } of standings.pending()) {
      tell(uri, { kind: 'failed', reason: 'connection.abandoned' });
    }
    controller.abort();
    answer(result);
  };
  const onAbort = (): void => finish(err(abortError(signal)));
  const decide = (): void => {
    const best = standings.best();
    finish(
      best === null
        ? err({
            code: 'server.unreachable',
            triedCount: candidates.length,
            untrustedCount: standings.untrustedCount(),
          })
        : ok(best),
    );
  };
  const settle = (connection: WireConnection, outcome: ProbeOutcome): void => {
    if (isOver) return;
    standings.note(connection, outcome);
    tell(connection.uri, outcome);
    const next = isPatient ? 'wait' : standings.next();
    if (next === 'decide' || standings.pending().length === 0) decide();
    else if (next === 'waitBriefly') stopGrace ??= deps.clock.after(graceMs, decide);
  };

  signal.addEventListener('abort', onAbort, { once: true });
  for (const connection of candidates) {
    onConnection(connection.uri, { kind: 'trying' });
    void probeConnection(deps, connection.uri, server.id, controller.signal).then((outcome) =>
      settle(connection, outcome),
    );
  }
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
