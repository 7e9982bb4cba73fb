import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { decodeBody } from '../http/decode-body.ts';
import { readErrors, withDetails, type PlexReply } from '../plex-error.ts';
import { isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import type { Route } from '../wire/resources.ts';
import { serverData } from './server-data.ts';
import { serverLimitBytes } from './server-limit-bytes.ts';
import { serverRefusal } from './server-refusal.ts';

/**
 * `GET /` of a media server: 200 with a token that it takes, 401 with one that it does not
 * (https://developer.plex.tv/pms/, "General"). `/identity` answers anybody and so proves nothing.
 */
export const proveServerToken = async (
  deps: PlexDeps,
  route: Route,
  token: string,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const answer = await plexRequest(deps, {
    method: 'GET',
    url: `${route.uri}/`,
    token,
    signal,
    limitBytes: serverLimitBytes,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) return err(refusal(answer.value));
  // A page with status 200 is some portal's or proxy's, and no word of the server.
  const data = serverData(answer.value);
  return data.ok ? ok(null) : data;
};

/**
 * Only 401, 498 and 422 "Invalid token" are a clear no to the token. A 403 is not: servers give it also to a good token
 * without the right to something, and to an address that they do not let in.
 */
const refusal = (reply: PlexReply): AppError => {
  const { status } = reply;
  const isNo = status === 401 || status === 498 || (status === 422 && hasInvalidToken(reply));
  return isNo ? withDetails({ code: 'server.rejected' }, reply) : serverRefusal(reply);
};

const hasInvalidToken = ({ contentType, text }: PlexReply): boolean => {
  const body = decodeBody(contentType, text);
  const errors = body.kind === 'data' ? readErrors(body.value) : [];
  return errors.some(({ message }) => /invalid\s+token/i.test(message));
};
