import * as v from 'valibot';
import type { FoundDevice } from '../../../shared/model/identification.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { decodePlexData, isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import { decodePlexError } from '../plex-error.ts';
import { readField, readInstant, readList, readText, readTextList } from '../wire/loose.ts';

/**
 * Which of the account's Authorized Devices an account token was given to: `GET https://plex.tv/devices.xml`, asked
 * with that token. Null when no entry has it, as with a JWT.
 *
 * SECURITY: the answer holds the token of every device; none of them goes any further than this.
 */
export const findTokenDevice = async (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<FoundDevice | null>> => {
  const url = `${deps.endpoints.plexTv}/devices.xml`;
  const answer = await plexRequest(deps, { method: 'GET', url, token, signal });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) return err(decodePlexError(answer.value, 'token'));
  const data = decodePlexData(answer.value, v.unknown());
  if (!data.ok) return data;
  const devices = readList(readField(readField(data.value, 'MediaContainer'), 'Device'));
  const device = devices.find((one) => readField(one, 'token') === token);
  return ok(device === undefined ? null : readDevice(device, deps.clientIdentifier));
};

const readDevice = (value: unknown, clientIdentifier: string): FoundDevice => {
  const text = (name: string): string | null => readText(readField(value, name));
  return {
    name: text('name'),
    product: text('product'),
    platform: text('platform'),
    lastSeenAt: readInstant(readField(value, 'lastSeenAt')),
    isServer: readTextList(readField(value, 'provides')).includes('server'),
    isHere: readField(value, 'clientIdentifier') === clientIdentifier,
  };
};
