import { spawn } from 'node:child_process';

/** How a command ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs. */
export interface StartedCommand {
  /** Writes to its standard input. */
  type(text: string, end?: 'andEnd'): void;
  /** Resolves with all that was printed, once this is in it. */
  printed(pattern: RegExp): Promise<string>;
  /** To it alone, not to what it has started. */
  signal(name: NodeJS.Signals): void;
  /** Reads nothing of what it answers any more. */
  hangUp(): void;
  readonly ended: Promise<Run>;
}

export function startCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): StartedCommand {
  const child = spawn(command, args, { env, stdio: 'pipe' });
  const waiting = new Set<() => void>();
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (const look of waiting) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const look of waiting) look();
  });
  // What reads nothing may be gone before this.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<Run>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return {
    ended,
    type: (text, end) => {
      child.stdin.write(text);
      if (end !== undefined) child.stdin.end();
    },
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const all = stdout + stderr;
          if (!pattern.test(all)) return;
          waiting.delete(look);
          resolve(all);
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended without ${String(pattern)}: ${stderr}`)));
      }),
    hangUp: () => {
      child.stdout.destroy();
    },
    signal: (name) => {
      child.kill(name);
    },
  };
}
