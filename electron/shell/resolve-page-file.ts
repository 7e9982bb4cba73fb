import { resolve, sep } from 'node:path';
import { parseUrl } from '../addresses.ts';
import { pageOrigin } from './page-address.ts';

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
