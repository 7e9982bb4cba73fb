import type { FoundDevice } from '../../../shared/model/identification.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { callPlexTv, tellPlexTv, type PlexDeps, type PlexTvCall } from '../call.ts';
import { readDevices, type ReadDevices } from '../wire/devices.ts';
import { readField, readInstant, readList, readText, readTextList } from '../wire/loose.ts';
import { readResources, type FoundServer } from '../wire/resources.ts';

/**
 * `GET https://plex.tv/devices.xml`: the account's Authorized Devices, as python-plexapi's `MyPlexAccount.devices` asks
 * for them. The token of every device is in the answer and goes no further than `readDevices`.
 */
export const listDevices = (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<ReadDevices>> =>
  callPlexTv(deps, devicesXml(deps, token, signal), (body) =>
    readDevices(body, {
      token,
      clientIdentifier: deps.clientIdentifier,
      product: deps.client.product,
    }),
  );

const devicesXml = (
  { endpoints }: PlexDeps,
  token: string,
  signal: AbortSignal | undefined,
): PlexTvCall => ({
  method: 'GET',
  url: `${endpoints.plexTv}/devices.xml`,
  token,
  signal,
  asked: 'token',
});

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
  const found = await callPlexTv(deps, devicesXml(deps, token, signal), (body) => {
    const devices = readList(readField(readField(body, 'MediaContainer'), 'Device'));
    const device = devices.find((one) => readField(one, 'token') === token);
    return { device: device === undefined ? null : readDevice(device, deps.clientIdentifier) };
  });
  return found.ok ? ok(found.value.device) : found;
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
  const url = `${deps.endpoints.plexTv}/devices/${deviceId}.xml`;
  const told = await tellPlexTv(deps, { method: 'DELETE', url, token, signal, asked: 'token' });
  const isGone = !told.ok && told.error.code === 'plex.refused' && told.error.status === 404;
  return isGone ? ok(null) : told;
};

/** `GET https://clients.plex.tv/api/v2/resources` (https://developer.plex.tv/pms/): the servers an account can reach. */
export const listResources = (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<readonly FoundServer[]>> =>
  callPlexTv(
    deps,
    {
      method: 'GET',
      url: `${deps.endpoints.clients}/api/v2/resources`,
      query: { includeHttps: '1', includeRelay: '1', includeIPv6: '1' },
      token,
      signal,
      asked: 'token',
    },
    readResources,
  );
