import path from 'node:path';

/**
 * The executable in a packaged folder.
 *
 * @param {string} folder
 * @param {string} platform Electron's name of it
 */
export function packagedExecutable(folder, platform) {
  if (platform === 'darwin') return path.join(folder, 'Usher.app/Contents/MacOS/Usher');
  return path.join(folder, platform === 'win32' ? 'Usher.exe' : 'usher-window');
}
