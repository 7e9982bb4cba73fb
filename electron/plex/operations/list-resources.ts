import * as v from 'valibot';
import { err, ok, type Result } from '../../../shared/result.ts';
import { decodePlexData, isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import { decodePlexError } from '../plex-error.ts';
import { readResources, type FoundServer } from '../wire/resources.ts';

/** `GET https://clients.plex.tv/api/v2/resources` (https://developer.plex.tv/pms/): the servers an account can reach. */
export const listResources = async (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<readonly FoundServer[]>> => {
  const answer = await plexRequest(deps, {
    method: 'GET',
    url: `${deps.endpoints.clients}/api/v2/resources`,
    query: { includeHttps: '1', includeRelay: '1', includeIPv6: '1' },
    token,
    signal,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) return err(decodePlexError(answer.value, 'token'));
  const data = decodePlexData(answer.value, v.unknown());
  if (!data.ok) return data;
  const servers = readResources(data.value);
  return servers === null ? err({ code: 'plex.malformed' }) : ok(servers);
};
