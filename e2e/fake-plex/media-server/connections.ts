import { createHash } from 'node:crypto';
import type { ConnectionPlan, MediaServer } from '../state/media-server.ts';
import type { World } from '../state/world.ts';

/** The discard port: nothing listens there on a machine of today. */
const CLOSED_PORT = 9;

/** The addresses of a server, worked out for the ports it and its fellows have now. */
export function connectionsOf(server: MediaServer, world: World): readonly ServerConnection[] {
  return server.connections.map((plan) => {
    const { IPv6, ...where } = target(plan, server, world);
    return { ...where, local: plan.local, relay: plan.relay ?? false, IPv6 };
  });
}

function target(
  plan: ConnectionPlan,
  server: MediaServer,
  world: World,
): Omit<ServerConnection, 'local' | 'relay'> {
  switch (plan.kind) {
    case 'live':
      return loopback(server.port);
    case 'named':
      return plain(plan.host, server.port);
    case 'refused':
      return loopback(CLOSED_PORT);
    case 'otherServer':
      return loopback(world.servers.find(({ name }) => name === plan.server)?.port ?? CLOSED_PORT);
    case 'secure':
      return secure(plan.address, plan.port, server.name);
  }
}

const loopback = (port: number): Omit<ServerConnection, 'local' | 'relay'> =>
  plain('127.0.0.1', port);

function plain(address: string, port: number): Omit<ServerConnection, 'local' | 'relay'> {
  const open = port === 0 ? CLOSED_PORT : port;
  return {
    protocol: 'http',
    address,
    port: open,
    uri: `http://${address}:${String(open)}`,
    IPv6: false,
  };
}

function secure(
  address: string,
  port: number,
  serverName: string,
): Omit<ServerConnection, 'local' | 'relay'> {
  return {
    protocol: 'https',
    address,
    port,
    uri: `https://${plexDirectName(address, serverName)}:${String(port)}`,
    IPv6: address.includes(':'),
  };
}

/** One address of a server, as `connections` of `/api/v2/resources` tells it (LukeHagar/plex-api-spec). */
export interface ServerConnection {
  readonly protocol: 'http' | 'https';
  readonly address: string;
  readonly port: number;
  readonly uri: string;
  readonly local: boolean;
  readonly relay: boolean;
  readonly IPv6: boolean;
}

/** `{address with dashes}.{hash of the server}.plex.direct`, as in every published capture. */
export function plexDirectName(address: string, serverName: string): string {
  const label = address.replace(/[.:]/g, '-');
  const hash = createHash('md5').update(`fake-plex ${serverName}`).digest('hex');
  return `${label}.${hash}.plex.direct`;
}
