import { parseUrl } from '../addresses.ts';

const hosts = new Set([
  'plex.tv',
  'www.plex.tv',
  'app.plex.tv',
  'support.plex.tv',
  // Tells of vulnerabilities of a server.
  'nvd.nist.gov',
]);

/**
 * SECURITY: whether a page may be opened in the system's browser. Compared by parsed host, never by how the text
 * begins. A Plex played on this computer (`demoOrigin`) is allowed in the demo alone.
 */
export function isAllowedExternalLink(address: string, demoOrigin: string | null): boolean {
  const url = parseUrl(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (demoOrigin !== null && url.origin === demoOrigin) return true;
  return url.protocol === 'https:' && url.port === '' && hosts.has(url.hostname);
}
