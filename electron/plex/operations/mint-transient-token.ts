import { err, ok, type Result } from '../../../shared/result.ts';
import { withDetails } from '../plex-error.ts';
import { isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import { isTokenText, tokenKind } from '../../token-text.ts';
import { readField } from '../wire/loose.ts';
import type { Route } from '../wire/resources.ts';
import { proveServerToken } from './prove-server-token.ts';
import { serverData } from './server-data.ts';
import { serverLimitBytes } from './server-limit-bytes.ts';
import { serverRefusal } from './server-refusal.ts';

// What a server that knows the call as GET alone may answer to POST; nearly every client asks by GET.
const asksForGet: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 501]);
const refusals: ReadonlySet<number> = new Set([401, 403, 404, 405, 498, 501]);

/**
 * `/security/token?type=delegation&scope=all` of a media server (https://developer.plex.tv/pms/): POST is preferred
 * there, older servers and documents have GET. The answer may come as XML whatever was asked for, and errors as HTML.
 * A 403 also means that no transient token could be created, so a refusal is proved with `GET /`: `server.rejected` is
 * said of the access token only when it is refused there too, else it is `server.noTransientToken`.
 */
export const mintTransientToken = async (
  deps: PlexDeps,
  route: Route,
  accessToken: string,
  signal?: AbortSignal,
): Promise<Result<string>> => {
  const ask = (method: 'GET' | 'POST') =>
    plexRequest(deps, {
      method,
      url: `${route.uri}/security/token`,
      query: { type: 'delegation', scope: 'all' },
      token: accessToken,
      signal,
      limitBytes: serverLimitBytes,
    });
  const first = await ask('POST');
  const answer = first.ok && asksForGet.has(first.value.status) ? await ask('GET') : first;
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) {
    if (!refusals.has(answer.value.status)) return err(serverRefusal(answer.value));
    const proved = await proveServerToken(deps, route, accessToken, signal);
    return proved.ok ? err(withDetails({ code: 'server.noTransientToken' }, answer.value)) : proved;
  }
  const data = serverData(answer.value);
  if (!data.ok) return data;
  const token = readField(data.value, 'token');
  return typeof token === 'string' && isTokenText(token) && tokenKind(token) === 'transient'
    ? ok(token)
    : err({ code: 'plex.malformed' });
};
