import { err, ok, type Result } from '../../../shared/result.ts';
import type { Clipboard } from '../../ports.ts';
import { runHelper, type Helper } from './run-helper.ts';
import { windowsProgram } from './windows-program.ts';

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
