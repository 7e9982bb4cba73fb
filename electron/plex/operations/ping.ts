import { err, ok, type Result } from '../../../shared/result.ts';
import { decodeBody } from '../http/decode-body.ts';
import { decodePlexError } from '../plex-error.ts';
import { isSuccess, plexRequest, type PlexDeps } from '../call.ts';

/**
 * `GET https://plex.tv/api/v2/ping`: tells plex.tv that the token is in use. It is not in Plex's own documents;
 * Overseerr and others ask it daily, since tokens that lay idle for weeks have died
 * (https://github.com/nylonee/watchlistarr/issues/123).
 */
export const ping = async (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const url = `${deps.endpoints.plexTv}/api/v2/ping`;
  const answer = await plexRequest(deps, { method: 'GET', url, token, signal });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) return err(decodePlexError(answer.value, 'token'));
  const { contentType, text } = answer.value;
  return decodeBody(contentType, text).kind === 'html'
    ? err({ code: 'network.intercepted' })
    : ok(null);
};
