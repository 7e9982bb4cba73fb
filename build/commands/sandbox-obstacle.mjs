import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

const setUserId = 0o4000;

/**
 * Why Chromium's sandbox cannot run here, if it cannot: Electron refuses to start with it then.
 *
 * @param {string} distFolder Electron's
 * @returns {Promise<'root' | 'user-namespaces' | undefined>}
 */
export async function sandboxObstacle(distFolder) {
  if (process.platform !== 'linux') return undefined;
  if (process.getuid?.() === 0) return 'root';
  const restricted = await readFile(
    '/proc/sys/kernel/apparmor_restrict_unprivileged_userns',
    'utf8',
  ).catch(() => '0');
  if (restricted.trim() !== '1') return undefined;
  const helper = await stat(path.join(distFolder, 'chrome-sandbox')).catch(() => undefined);
  const helps = helper !== undefined && helper.uid === 0 && (helper.mode & setUserId) !== 0;
  return helps ? undefined : 'user-namespaces';
}
