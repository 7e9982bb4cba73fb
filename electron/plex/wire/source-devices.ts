import type { SourceConnection, SourceDevice } from '../../../shared/model/source.ts';
import { isTokenText } from '../../token-text.ts';
import { readField, readList, readName, readText } from './loose.ts';
import { maxConnections, readConnection } from './resources.ts';

/** A device that is a source, and its transient token, kept apart so that the public part can be passed on whole. */
export interface FoundSourceDevice {
  readonly device: Omit<SourceDevice, 'token'>;
  readonly token: string | null;
}

// SECURITY: the server may send any number; each is a token to hold and a part of the page.
const maxDevices = 100;

/**
 * The devices in the `MediaContainer` of `GET /security/resources` (https://developer.plex.tv/pms/): one object in Plex's
 * document, a list in XML, where there are several, and from some servers also for one.
 */
export const readSourceDevices = (container: object): readonly FoundSourceDevice[] =>
  readList(readField(container, 'Device'))
    .filter((item) => typeof item === 'object' && item !== null)
    .slice(0, maxDevices)
    .map(readDevice);

const readDevice = (value: object): FoundSourceDevice => {
  const token = readText(readField(value, 'accessToken'));
  return {
    device: {
      name: readName(readField(value, 'name')),
      clientIdentifier: readText(readField(value, 'clientIdentifier')),
      connections: readList(readField(value, 'Connection'))
        .slice(0, maxConnections)
        .map(readSourceConnection)
        .filter((connection) => connection !== null),
    },
    token: token !== null && isTokenText(token) ? token : null,
  };
};

const readSourceConnection = (value: unknown): SourceConnection | null => {
  const connection = readConnection(value);
  if (connection === null) return null;
  const { uri, address, port, kind, isSecure } = connection;
  const protocol = readText(readField(value, 'protocol')) ?? (isSecure ? 'https' : 'http');
  return { uri, protocol, address, port, kind };
};
