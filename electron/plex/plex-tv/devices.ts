import * as v from 'valibot';
import type { FoundDevice } from '../../../shared/model/identification.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { decodePlexData, isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import { decodeBody } from '../http/decode-body.ts';
import { decodePlexError } from '../plex-error.ts';
import { readDevices, type ReadDevices } from '../wire/devices.ts';
import { readField, readInstant, readList, readText, readTextList } from '../wire/loose.ts';
import { readResources, type FoundServer } from '../wire/resources.ts';

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

/**
 * `DELETE https://plex.tv/devices/{id}.xml` (python-plexapi, `MyPlexDevice.delete`): takes a device out of the
 * Authorized Devices, and its tokens with it. One that Plex does not know any more is done. Success is Plex's word
 * only: whether the device is gone, the list tells.
 */
export const revokeDevice = async (
  deps: PlexDeps,
  token: string,
  deviceId: DeviceId,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const answer = await plexRequest(deps, {
    method: 'DELETE',
    url: `${deps.endpoints.plexTv}/devices/${deviceId}.xml`,
    token,
    signal,
  });
  if (!answer.ok) return answer;
  // SECURITY: a portal's page is no proof of anything.
  if (decodeBody(answer.value.contentType, answer.value.text).kind === 'html') {
    return err(
      isSuccess(answer.value)
        ? { code: 'network.intercepted' }
        : decodePlexError(answer.value, 'token'),
    );
  }
  const isDone = isSuccess(answer.value) || answer.value.status === 404;
  return isDone ? ok(null) : err(decodePlexError(answer.value, 'token'));
};

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
