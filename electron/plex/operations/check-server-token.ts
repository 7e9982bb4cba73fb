import { err, ok, type Result } from '../../../shared/result.ts';
import { isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import type { Route } from '../wire/resources.ts';
import { proveServerToken } from './prove-server-token.ts';
import { serverLimitBytes } from './server-limit-bytes.ts';
import { serverRefusal } from './server-refusal.ts';

/** `openToAll`: the server answers without a token as well, so that its yes says nothing of this one. */
export type TokenReception = 'taken' | 'openToAll';

/**
 * Whether a media server takes a token of which nothing is known. A server that nobody has claimed wants none, nor does
 * one that lets this network in without, so a yes is tried without the token too.
 */
export const checkServerToken = async (
  deps: PlexDeps,
  route: Route,
  token: string,
  signal?: AbortSignal,
): Promise<Result<TokenReception>> => {
  const proved = await proveServerToken(deps, route, token, signal);
  if (!proved.ok) return proved;
  const without = await plexRequest(deps, {
    method: 'GET',
    url: `${route.uri}/`,
    signal,
    limitBytes: serverLimitBytes,
  });
  if (!without.ok) return without;
  if (isSuccess(without.value)) return ok('openToAll');
  const { status } = without.value;
  // Only these say that it wants a token; one that is busy or starting may let everybody in all the same.
  if (status === 401 || status === 403) return ok('taken');
  return err(serverRefusal(without.value));
};
