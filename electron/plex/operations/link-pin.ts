import { err, ok, type Result } from '../../../shared/result.ts';
import { decodeBody } from '../http/decode-body.ts';
import { decodePlexError } from '../plex-error.ts';
import { isSuccess, plexRequest, type PlexDeps } from '../call.ts';

/**
 * `PUT https://plex.tv/api/v2/pins/link`: gives the device that shows this four-character code a token of the account.
 *
 * Asked as Usher first: a request under a borrowed name may rename this installation's own device at Plex. The clients
 * that are known (pushingkarmaorg/python-plexapi, `MyPlexAccount.link`; andrey-yantsen/plex-api.rs) say that they are
 * `Plex SSO`, which is said only where Plex refuses the request otherwise.
 */
export const linkPin = async (
  deps: PlexDeps,
  token: string,
  code: string,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const asUsher = await putLink(deps, token, { code }, signal);
  const isRefused = !asUsher.ok && asUsher.error.code === 'plex.refused' && isNamed(deps, token);
  return isRefused ? putLink(deps, token, { code, product: 'Plex SSO' }, signal) : asUsher;
};

/** Where no name is said, another one is not either. */
const isNamed = ({ foreignTokens }: PlexDeps, token: string): boolean => !foreignTokens.has(token);

const putLink = async (
  deps: PlexDeps,
  token: string,
  { code, ...as }: { readonly code: string; readonly product?: string },
  signal: AbortSignal | undefined,
): Promise<Result<null>> => {
  const answer = await plexRequest(deps, {
    method: 'PUT',
    url: `${deps.endpoints.plexTv}/api/v2/pins/link`,
    form: { code },
    ...as,
    token,
    signal,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) return err(decodePlexError(answer.value, 'link'));
  const isPage = decodeBody(answer.value.contentType, answer.value.text).kind === 'html';
  return isPage ? err({ code: 'network.intercepted' }) : ok(null);
};
