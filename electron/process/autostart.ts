import { mkdir, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { errorCode } from '../storage/profile/file-error.ts';
import { replaceFile } from '../storage/profile/profile-files.ts';

const fileName = 'usher.desktop';

/** Where desktops look for what opens at login (https://specifications.freedesktop.org/autostart-spec/latest/). */
export function autostartFolder(env: NodeJS.ProcessEnv): string {
  const { XDG_CONFIG_HOME: given } = env;
  // One that is not absolute counts for nothing, by the specification.
  const config = given !== undefined && isAbsolute(given) ? given : join(homedir(), '.config');
  return join(config, 'autostart');
}

/** Whether the desktop opens Usher at login; a person can switch that off in the desktop's own settings too. */
export async function isInAutostart(folder: string): Promise<boolean> {
  try {
    const text = await readFile(join(folder, fileName), 'utf8');
    return !/^\s*(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/mu.test(text);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** `command` is the program and what it is started with. */
export async function putInAutostart(folder: string, command: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await replaceFile(join(folder, fileName), autostartText(command));
}

export const takeOutOfAutostart = (folder: string): Promise<void> =>
  rm(join(folder, fileName), { force: true });

const autostartText = (command: readonly string[]): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Usher',
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    '',
  ].join('\n');

/**
 * One word of an `Exec` line, whatever is in it: quoted, then escaped once more as every text of such a file is
 * (https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html).
 */
const quoted = (word: string): string =>
  `"${word.replaceAll('%', '%%').replaceAll(/["`$\\]/g, '\\$&')}"`
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n');
