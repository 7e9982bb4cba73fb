import type { ConnectionKind } from '../../shared/model/server.ts';
import { parseUrl } from '../addresses.ts';
import { readField } from './loose/read-field.ts';
import { readFlag } from './loose/read-flag.ts';
import { readNumber } from './loose/read-number.ts';
import { readText } from './loose/read-text.ts';
import type { WireConnection } from './wire-server.ts';

const usualPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/** One `connection` of plex.tv or of a server (https://developer.plex.tv/pms/); null when it leads nowhere. */
export const readConnection = (value: unknown): WireConnection | null => {
  const url = readUrl(value);
  if (url === null) return null;
  const hostname = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    uri: url.href.replace(/\/+$/, ''),
    address: readText(readField(value, 'address')) ?? hostname,
    port: readPort(value) ?? (url.port === '' ? (usualPorts[url.protocol] ?? 0) : Number(url.port)),
    kind: readKind(value),
    isSecure: url.protocol === 'https:',
    isIPv6: readFlag(readField(value, 'IPv6')) ?? hostname.includes(':'),
  };
};

const readUrl = (value: unknown): URL | null => {
  const text = readText(readField(value, 'uri')) ?? composeUri(value);
  const url = text === null ? null : parseUrl(text.trim());
  if (url === null || usualPorts[url.protocol] === undefined) return null;
  // SECURITY: what follows the address is ours to say, and a name in it is a trick.
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return null;
  return url;
};

/** Older answers give no `uri`. */
const composeUri = (value: unknown): string | null => {
  const address = readText(readField(value, 'address'));
  const port = readPort(value);
  if (address === null || port === null) return null;
  const protocol = readText(readField(value, 'protocol')) ?? 'http';
  const host = address.includes(':') && !address.startsWith('[') ? `[${address}]` : address;
  return `${protocol}://${host}:${port}`;
};

const readPort = (value: unknown): number | null => {
  const port = readNumber(readField(value, 'port'));
  return port !== null && Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
};

const readKind = (value: unknown): ConnectionKind => {
  if (readFlag(readField(value, 'relay')) === true) return 'relay';
  return readFlag(readField(value, 'local')) === true ? 'local' : 'remote';
};
