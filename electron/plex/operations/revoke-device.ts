import type { DeviceId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { decodeBody } from '../http/decode-body.ts';
import { decodePlexError } from '../plex-error.ts';
import { isSuccess, plexRequest, type PlexDeps } from '../call.ts';

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
