import type { ConnectionFailure } from '../../shared/model/server.ts';
import { isSuccess, plexRequest, type PlexDeps } from './call.ts';
import { decodeBody } from './http/decode-body.ts';
import { askCertificate } from './http/exchange.ts';
import { readField, readName, readText } from './wire/loose.ts';
import type { ServerAddress } from './wire/resources.ts';

const limitMs = 5_000;
const limitBytes = 64 * 1024;

export type IdentityOutcome =
  | {
      readonly kind: 'answered';
      readonly machineIdentifier: string;
      readonly version: string | null;
      readonly isFoundByName: boolean;
      /** The one it answered by, where TLS was not to prove the host. */
      readonly certificate: string | undefined;
    }
  | { readonly kind: 'failed'; readonly reason: ConnectionFailure };

/**
 * `GET /identity` of whoever is at an address, without a token. What it answers anybody can answer in its place.
 * Source: https://developer.plex.tv/pms/, `/identity`.
 */
export const askIdentity = async (
  deps: PlexDeps,
  { uri, certificate }: ServerAddress,
  signal: AbortSignal,
): Promise<IdentityOutcome> => {
  const answer = await plexRequest(deps, {
    method: 'GET',
    url: `${uri}/identity`,
    certificate,
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
  const version = readName(readField(identity, 'version'));
  return {
    kind: 'answered',
    machineIdentifier,
    version,
    isFoundByName: answer.value.isFoundByName,
    certificate,
  };
};

/**
 * The same at an https address whose certificate proves nothing: of whoever holds the key of the certificate that it shows, which
 * comes with the answer. `network.untrusted` where it shows none.
 */
export const askPinnedIdentity = async (
  deps: PlexDeps,
  uri: string,
  signal: AbortSignal,
): Promise<IdentityOutcome> => {
  const certificate = await askCertificate(deps, uri, { limitMs, signal });
  return certificate.ok
    ? askIdentity(deps, { uri, certificate: certificate.value }, signal)
    : failed(certificate.error.code);
};

const failed = (reason: ConnectionFailure) => ({ kind: 'failed', reason }) as const;
