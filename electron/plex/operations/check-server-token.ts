import type { ServerId } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { isSuccess } from '../http/is-success.ts';
import type { PlexDeps } from '../http/plex-deps.ts';
import { plexRequest } from '../http/plex-request.ts';
import { readField } from '../loose/read-field.ts';
import type { Route } from '../wire-server.ts';
import { serverData } from './server-data.ts';

/** `openToAll`: the server answers without a token as well, so that its yes says nothing of this one. */
export type TokenReception = 'taken' | 'openToAll';

const rejections: ReadonlySet<number> = new Set([401, 403, 498]);

/**
 * `GET /` of a media server, which wants a token (https://developer.plex.tv/pms/, "General"). A server that nobody has
 * claimed wants none, nor does one that lets this network in without, so a yes is tried without the token too.
 * Errors: `server.rejected` is a clear no.
 */
export const checkServerToken = async (
  deps: PlexDeps,
  server: { readonly id: ServerId; readonly route: Route },
  token: string,
  signal?: AbortSignal,
): Promise<Result<TokenReception>> => {
  const url = `${server.route.uri}/`;
  const answer = await plexRequest(deps, { method: 'GET', url, token, signal });
  if (!answer.ok) return answer;
  const { status } = answer.value;
  if (rejections.has(status)) return err({ code: 'server.rejected' });
  if (!isSuccess(answer.value)) return err({ code: 'server.refused', status });
  const data = serverData(answer.value);
  if (!data.ok) return data;
  if (readField(data.value, 'machineIdentifier') !== server.id) {
    return err({ code: 'plex.malformed' });
  }
  const without = await plexRequest(deps, { method: 'GET', url, signal });
  if (!without.ok) return without;
  return ok(isSuccess(without.value) ? 'openToAll' : 'taken');
};
