import type { AppError } from '../../../shared/errors.ts';
import { isOlderVersion } from '../../../shared/model/server.ts';
import {
  sourceNeedsVersion,
  type SourceConnection,
  type SourceDevice,
} from '../../../shared/model/source.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { withDetails, type PlexReply } from '../plex-error.ts';
import { isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import { isTokenText, maskToken } from '../../token-text.ts';
import { readField, readList, readText } from '../wire/loose.ts';
import type { SourceReply } from '../plex-client.ts';
import { readConnection, type Route } from '../wire/resources.ts';
import { proveServerToken } from './prove-server-token.ts';
import { serverData } from './server-data.ts';
import { serverRefusal } from './server-refusal.ts';

/**
 * `GET /security/resources` of a media server (https://developer.plex.tv/pms/): how to reach a source, and a
 * transient token for it. For the server's owner only: `server.notOwner` where the token itself is taken by `GET /`.
 */
export const askSource = async (
  deps: PlexDeps,
  route: Route,
  accessToken: string,
  question: { readonly source: string; readonly refresh: boolean },
  signal?: AbortSignal,
): Promise<Result<SourceReply>> => {
  const { version } = route;
  if (version !== null && isOlderVersion(version, sourceNeedsVersion) === true) {
    return err({ code: 'server.tooOld', version, neededVersion: sourceNeedsVersion });
  }
  const answer = await plexRequest(deps, {
    method: 'GET',
    url: `${route.uri}/security/resources`,
    query: { source: question.source, ...(question.refresh ? { refresh: '1' } : {}) },
    token: accessToken,
    signal,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) {
    if (!refusals.has(answer.value.status)) return err(refusal(answer.value));
    const proved = await proveServerToken(deps, route, accessToken, signal);
    return proved.ok ? err(withDetails({ code: 'server.notOwner' }, answer.value)) : proved;
  }
  const data = serverData(answer.value);
  if (!data.ok) return data;
  // One object in the documents, a list in XML and from some servers.
  const devices = readList(readField(data.value, 'Device')).map(readDevice);
  const [first] = devices;
  if (first === undefined) return err({ code: 'source.notFound' });
  return ok({ devices: devices.map(({ device }) => device), token: first.token });
};

/** Documents give 403 to all but the owner, older ones 401; a token that is no good gets the same. */
const refusals: ReadonlySet<number> = new Set([401, 403, 498]);

const refusal = (reply: PlexReply): AppError => {
  switch (reply.status) {
    case 400:
      return withDetails({ code: 'source.malformed' }, reply);
    case 404:
      return withDetails({ code: 'source.notFound' }, reply);
    default:
      return serverRefusal(reply);
  }
};

interface ReadDevice {
  readonly device: SourceDevice;
  readonly token: string | null;
}

const readDevice = (value: unknown): ReadDevice => {
  const text = readText(readField(value, 'accessToken'));
  const token = text !== null && isTokenText(text) ? text : null;
  return {
    device: {
      name: readText(readField(value, 'name')),
      clientIdentifier: readText(readField(value, 'clientIdentifier')),
      token: token === null ? null : maskToken(token),
      connections: readList(readField(value, 'Connection'))
        .map(readSourceConnection)
        .filter((connection) => connection !== null),
    },
    token,
  };
};

const readSourceConnection = (value: unknown): SourceConnection | null => {
  const connection = readConnection(value);
  if (connection === null) return null;
  const { uri, address, port, kind, isSecure } = connection;
  const protocol = readText(readField(value, 'protocol')) ?? (isSecure ? 'https' : 'http');
  return { uri, protocol, address, port, kind };
};
