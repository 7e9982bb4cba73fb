import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join, win32 } from 'node:path';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Clipboard } from '../../ports.ts';

const powerShell = 'WindowsPowerShell\\v1.0\\powershell.exe';

interface Tools {
  readonly write: readonly Helper[];
  readonly read: readonly Helper[];
}

/**
 * The clipboard by way of the system's own programs. SECURITY: a text goes to them on their standard input, never as an
 * argument. None of them can mark it as one to keep out of a history.
 */
export function createNodeClipboard(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): Clipboard {
  const tools = toolsOf(platform, env);
  const write = async (text: string): Promise<Result<null>> => {
    for (const tool of tools.write) {
      if ((await runHelper(tool, text)) !== null) return ok(null);
    }
    return err({ code: 'clipboard.failed' });
  };
  return {
    isThere: () => tools.write.some(({ command }) => isInstalled(command, env)),
    write,
    writeSecret: async (text) => {
      const written = await write(text);
      return written.ok ? ok({ isKeptFromHistory: false }) : written;
    },
    clear: () => write(''),
    read: async () => {
      for (const tool of tools.read) {
        const text = await runHelper(tool, null);
        if (text !== null) return ok(text);
      }
      return err({ code: 'clipboard.failed' });
    },
  };
}

function toolsOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Tools {
  if (platform === 'darwin') return { write: [tool('pbcopy')], read: [tool('pbpaste')] };
  if (platform === 'win32') {
    return {
      write: [tool(windowsProgram('clip.exe', env))],
      read: [tool(windowsProgram(powerShell, env), '-NoProfile', '-Command', 'Get-Clipboard -Raw')],
    };
  }
  const wayland = { write: [tool('wl-copy')], read: [tool('wl-paste', '--no-newline')] };
  const x11 = {
    write: [tool('xclip', '-selection', 'clipboard', '-in'), tool('xsel', '-b', '-i')],
    read: [tool('xclip', '-selection', 'clipboard', '-out'), tool('xsel', '-b', '-o')],
  };
  const present = [
    ...(isSet(env['WAYLAND_DISPLAY']) ? [wayland] : []),
    ...(isSet(env['DISPLAY']) ? [x11] : []),
  ];
  return {
    write: present.flatMap((one) => one.write),
    read: present.flatMap((one) => one.read),
  };
}

const tool = (command: string, ...args: readonly string[]): Helper => ({ command, args });

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

/** Windows and macOS bring theirs. */
const isInstalled = (command: string, env: NodeJS.ProcessEnv): boolean =>
  isAbsolute(command) ||
  (env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

const limitMs = 5_000;

interface Helper {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * Runs a program of the system's, hands it `input`, and answers what it printed; null when it is not there, fails, or
 * takes too long.
 */
function runHelper({ command, args }: Helper, input: string | null): Promise<string | null> {
  return new Promise((resolve) => {
    // Its output is a pipe only when it is wanted: what stays behind to serve the clipboard would keep it open.
    const isReader = input === null;
    const child = spawn(command, args, {
      stdio: [isReader ? 'ignore' : 'pipe', isReader ? 'pipe' : 'ignore', 'ignore'],
      timeout: limitMs,
      windowsHide: true,
    });
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.stdin?.on('error', () => undefined).end(input);
    child.on('error', () => resolve(null));
    child.on(isReader ? 'close' : 'exit', (code) => resolve(code === 0 ? printed : null));
  });
}

/**
 * Where a program of Windows itself stands.
 * SECURITY: by its name alone Windows looks into the current folder first, and would hand a token to a `clip.exe` there.
 */
export const windowsProgram = (
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): string => win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', name);
