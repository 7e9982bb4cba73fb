import { resolve, sep } from 'node:path';
import { parseUrl } from '../addresses.ts';

/**
 * The file a page address stands for, or null when it lies outside the page's folder.
 * SECURITY: the address is decoded first, so that no encoding leads out of the folder.
 */
export function resolvePageFile(pageFolder: string, address: string): string | null {
  const url = parseUrl(address);
  if (url === null || `${url.protocol}//${url.host}` !== pageOrigin) return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(pageFolder, `.${path}`);
  return file.startsWith(resolve(pageFolder) + sep) ? file : null;
}

/**
 * SECURITY: the page loads our own files and nothing else; it has no way to send anything anywhere. Sent as a header with
 * every answer (`serve-page.ts`), which tools that look for a policy in the page's markup do not see.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // SECURITY: without an origin, the page can reach into no frame it makes. There it would find a WebRTC that has not been
  // taken away, and have the name of a TURN server looked up, which can carry data out past every rule of the session.
  'sandbox allow-scripts allow-forms',
].join('; ');

export const pageScheme = 'app';
/** The page's one origin. */
export const pageOrigin = 'app://usher';
export const pageUrl = `${pageOrigin}/index.html`;
