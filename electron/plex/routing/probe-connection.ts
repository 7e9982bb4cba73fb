import type { ServerId } from '../../../shared/model/ids.ts';
import type { ConnectionFailure } from '../../../shared/model/server.ts';
import { decodeBody } from '../http/decode-body.ts';
import { isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import { readField, readText } from '../wire/loose.ts';

const limitMs = 5_000;
const limitBytes = 64 * 1024;

export type ProbeOutcome =
  | { readonly kind: 'proved'; readonly version: string | null; readonly isFoundByName: boolean }
  | { readonly kind: 'failed'; readonly reason: ConnectionFailure };

/**
 * Asks an address who it is: `GET /identity` of a media server (https://developer.plex.tv/pms/), which needs no token.
 *
 * SECURITY: so none is sent. Addresses of other people's servers are private ones at times, and lead to some device
 * of this network; only one that answers with the right machineIdentifier gets a token afterwards.
 */
export const probeConnection = async (
  deps: PlexDeps,
  uri: string,
  serverId: ServerId,
  signal: AbortSignal,
): Promise<ProbeOutcome> => {
  const answer = await plexRequest(deps, {
    method: 'GET',
    url: `${uri}/identity`,
    signal,
    limitMs,
    limitBytes,
  });
  if (!answer.ok) {
    const { code } = answer.error;
    const isAnswer = code === 'plex.tooLarge' || code === 'plex.malformed';
    return failed(isAnswer ? 'connection.notPlex' : code);
  }
  const body = decodeBody(answer.value.contentType, answer.value.text);
  const identity = body.kind === 'data' ? readField(body.value, 'MediaContainer') : undefined;
  const machineIdentifier = readText(readField(identity, 'machineIdentifier'));
  if (!isSuccess(answer.value) || machineIdentifier === null) return failed('connection.notPlex');
  if (machineIdentifier !== serverId) return failed('connection.wrongServer');
  const version = readText(readField(identity, 'version'));
  return { kind: 'proved', version, isFoundByName: answer.value.isFoundByName };
};

const failed = (reason: ConnectionFailure): ProbeOutcome => ({ kind: 'failed', reason });
