import type { FoundDevice } from '../../../shared/model/identification.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { callPlexTv, commandPlexTv, type PlexDeps, type PlexTvCall } from '../call.ts';
import { readDevices, type ReadDevices } from '../wire/devices.ts';
import { readField, readInstant, readList, readText, readTextList } from '../wire/loose.ts';
import { readResources, type FoundServer } from '../wire/resources.ts';

/**
 * `GET https://plex.tv/devices.xml`: returns the account's Authorized Devices, and how many entries couldn't be read. Errors
 * besides `callPlexTv`'s: `token.rejected`. Source: python-plexapi, `MyPlexAccount.devices`.
 *
 * SECURITY: the response holds the token of every device; none goes further than `readDevices`.
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
  kind: 'token',
});

/**
 * `GET https://plex.tv/devices.xml`: returns the Authorized Device that this account token was issued to; null when no entry
 * has it, as with a JWT. Errors and source as `listDevices`.
 *
 * SECURITY: the response holds the token of every device; none goes further than this function.
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
 * `DELETE https://plex.tv/devices/{id}.xml`: removes an Authorized Device and revokes its tokens; returns null. A device Plex no
 * longer knows (404) counts as removed. Success is only Plex's word: `listDevices` shows whether the device is gone.
 * Errors besides `callPlexTv`'s: `token.rejected`. Source: python-plexapi, `MyPlexDevice.delete`.
 */
export const revokeDevice = async (
  deps: PlexDeps,
  token: string,
  deviceId: DeviceId,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const url = `${deps.endpoints.plexTv}/devices/${deviceId}.xml`;
  const revoked = await commandPlexTv(deps, {
    method: 'DELETE',
    url,
    token,
    signal,
    kind: 'token',
  });
  const isGone =
    !revoked.ok && revoked.error.code === 'plex.refused' && revoked.error.status === 404;
  return isGone ? ok(null) : revoked;
};

/**
 * `GET https://clients.plex.tv/api/v2/resources`: returns the media servers the account can reach, each with its connections
 * and the account's access token for it. Errors besides `callPlexTv`'s: `token.rejected`. Source:
 * https://developer.plex.tv/pms/, `/resources`.
 */
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
      kind: 'token',
    },
    readResources,
  );
