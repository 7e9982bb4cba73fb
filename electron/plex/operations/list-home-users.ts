import * as v from 'valibot';
import { err, ok, type Result } from '../../../shared/result.ts';
import { decodePlexData, isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import { decodePlexError } from '../plex-error.ts';
import { readHome, type WireHome } from '../wire/home.ts';

/** `GET https://plex.tv/api/v2/home/users`: who is in the account's Plex Home. Who is in none sees themselves. */
export const listHomeUsers = async (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<WireHome>> => {
  const answer = await plexRequest(deps, {
    method: 'GET',
    url: `${deps.endpoints.plexTv}/api/v2/home/users`,
    token,
    signal,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) return err(decodePlexError(answer.value, 'token'));
  const data = decodePlexData(answer.value, v.unknown());
  if (!data.ok) return data;
  const home = readHome(data.value);
  return home === null ? err({ code: 'plex.malformed' }) : ok(home);
};
