import * as v from 'valibot';
import { err, ok, type Result } from '../../../shared/result.ts';
import { decodePlexData, isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import { decodePlexError } from '../plex-error.ts';
import { readDevices, type ReadDevices } from '../wire/devices.ts';

/**
 * `GET https://plex.tv/devices.xml`: the account's Authorized Devices, as python-plexapi's `MyPlexAccount.devices` asks
 * for them. The token of every device is in the answer and goes no further than `readDevices`.
 */
export const listDevices = async (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<ReadDevices>> => {
  const answer = await plexRequest(deps, {
    method: 'GET',
    url: `${deps.endpoints.plexTv}/devices.xml`,
    token,
    signal,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) return err(decodePlexError(answer.value, 'token'));
  const data = decodePlexData(answer.value, v.unknown());
  if (!data.ok) return data;
  const { clientIdentifier, client } = deps;
  const read = readDevices(data.value, { token, clientIdentifier, product: client.product });
  return read === null ? err({ code: 'plex.malformed' }) : ok(read);
};
