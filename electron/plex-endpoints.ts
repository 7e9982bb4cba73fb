import type { PlexEndpoints } from './ports.ts';
import { parseUrl } from './addresses.ts';

/** Plex's own hosts (https://developer.plex.tv/pms/, "Authenticating with Plex"). */
export const realPlexEndpoints: PlexEndpoints = {
  plexTv: 'https://plex.tv',
  clients: 'https://clients.plex.tv',
  authPage: 'https://app.plex.tv/auth',
  linkPage: 'https://plex.tv/link',
};

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Everything at one base URL, for a Plex played on this computer. Null for anything but a loopback address.
 * SECURITY: a setting must not be able to send a token to another computer.
 */
export function loopbackPlexEndpoints(baseUrl: string): PlexEndpoints | null {
  const url = parseUrl(baseUrl);
  if (url === null || url.protocol !== 'http:' || !loopbackHosts.has(url.hostname)) return null;
  return {
    plexTv: url.origin,
    clients: url.origin,
    authPage: `${url.origin}/auth`,
    linkPage: `${url.origin}/link`,
  };
}
