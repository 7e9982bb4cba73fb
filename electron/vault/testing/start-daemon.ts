import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A daemon of a test's own, which ends with the process that started it, however that ends. */
export interface Daemon {
  /** SIGSTOP: it is there and never answers. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

export interface DaemonOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Written to its standard input, which is then closed. */
  readonly input?: string;
}

export const startDaemon = ({ command, args, env, input = '' }: DaemonOptions): Daemon => {
  // The kernel ends the daemon with its parent, also when that is killed and can clean up nothing.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', command, ...args], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const exited = once(child, 'exit').catch(() => undefined);
  // Ended before it read: its readiness check tells.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return {
    pause: () => {
      child.kill('SIGSTOP');
    },
    resume: () => {
      child.kill('SIGCONT');
    },
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
};
