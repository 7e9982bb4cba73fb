import { err, ok, type Result } from '../../../shared/result.ts';
import { decodePlexError } from '../plex-error.ts';
import { decodeBody } from '../http/decode-body.ts';
import { isSuccess, plexRequest, type PlexDeps } from '../call.ts';

/** `DELETE https://plex.tv/api/v2/users/signout`: ends the token. One that is no longer good is ended already. */
export const signOut = async (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const answer = await plexRequest(deps, {
    method: 'DELETE',
    url: `${deps.endpoints.plexTv}/api/v2/users/signout`,
    token,
    signal,
  });
  if (!answer.ok) return answer;
  if (isSuccess(answer.value)) {
    // SECURITY: a portal's page is no proof that the token is gone.
    const isPage = decodeBody(answer.value.contentType, answer.value.text).kind === 'html';
    return isPage ? err({ code: 'network.intercepted' }) : ok(null);
  }
  const error = decodePlexError(answer.value, 'token');
  return error.code === 'token.rejected' ? ok(null) : err(error);
};
