import * as v from 'valibot';
import { err, ok, type Result } from '../../../shared/result.ts';
import { decodePlexData, isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import { decodePlexError } from '../plex-error.ts';
import { readAccount, type WireAccount } from '../wire/account.ts';

/**
 * `GET https://plex.tv/api/v2/user`: the account behind a token, and the proof that the token is good
 * (https://developer.plex.tv/pms/, "Authenticating with Plex": 200 valid, 401 not, anything else says nothing).
 */
export const getAccount = async (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<WireAccount>> => {
  const answer = await plexRequest(deps, {
    method: 'GET',
    url: `${deps.endpoints.plexTv}/api/v2/user`,
    query: {
      includeSubscriptions: '1',
      includeProviders: '1',
      includeSettings: '1',
      includeSharedSettings: '1',
    },
    token,
    signal,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) return err(decodePlexError(answer.value, 'token'));
  const data = decodePlexData(answer.value, v.unknown());
  if (!data.ok) return data;
  // The token in the answer is the caller's own; with a JWT it is not documented what stands there.
  const read = readAccount(data.value, [token]);
  return read.ok ? ok(read.value.account) : read;
};
