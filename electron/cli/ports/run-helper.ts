import { spawn } from 'node:child_process';

const limitMs = 5_000;

export interface Helper {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * Runs a program of the system's, hands it `input`, and answers what it printed; null when it is not there, fails, or
 * takes too long.
 */
export function runHelper({ command, args }: Helper, input: string | null): Promise<string | null> {
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
