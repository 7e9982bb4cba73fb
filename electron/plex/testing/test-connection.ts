import type { ConnectionKind } from '../../../shared/model/server.ts';
import type { WireConnection } from '../wire/resources.ts';

export const testConnection = (uri: string, kind: ConnectionKind): WireConnection => ({
  uri,
  address: new URL(uri).hostname,
  port: 32400,
  kind,
  isSecure: uri.startsWith('https:'),
  isIPv6: false,
});
