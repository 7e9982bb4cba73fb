import { spawn, type ChildProcess } from 'node:child_process';
import { terminalWatchText } from '../../../shared/words/terminal-watch.ts';
import { execText } from '../../../shared/words/terminal-answers.ts';
import type { Clock } from '../../ports.ts';
import { durationText } from '../../../shared/words/formats.ts';
import { SECOND_MS } from '../../timing.ts';
import { jsonLine, printable } from '../output.ts';
import { personsEnvironment } from './node-fetch.ts';

/** A command of the person's that is run with what happened, once for each. */
export interface Hook {
  /** Resolves when it has ended, however that was: what goes wrong is told, and stops nothing. */
  run(value: unknown): Promise<void>;
  /** Ends one that runs; none runs from now on. */
  stop(): void;
}

const limitMs = 30 * SECOND_MS;
/** For one that is asked to end, before it is made to. */
const graceMs = SECOND_MS;

export function createHook(parts: {
  readonly command: string;
  readonly args: readonly string[];
  readonly clock: Clock;
  readonly note: (text: string) => void;
}): Hook {
  const { command, args, clock, note } = parts;
  const words = terminalWatchText();
  let running: ChildProcess | null = null;
  let isStopped = false;

  const end = (child: ChildProcess): void => {
    kill(child, 'SIGTERM');
    const cancel = clock.after(graceMs, () => kill(child, 'SIGKILL'));
    child.once('close', cancel);
  };

  const run = (value: unknown): Promise<void> =>
    new Promise((resolve) => {
      const fail = ({ code }: NodeJS.ErrnoException): void => {
        const why = code === 'ENOENT' ? execText().notFound : execText().notExecutable;
        note(words.hookFailed(printable(command), why));
        resolve();
      };
      const child = spawnOr(fail, () =>
        // SECURITY: no shell, so that a title from outside is a word in JSON and nothing else. What it prints goes where
        // complaints go: standard output is for answers.
        spawn(command, args, {
          env: personsEnvironment(),
          stdio: ['pipe', process.stderr, process.stderr],
          // A group of its own, so that what it has started ends with it.
          detached: process.platform !== 'win32',
          windowsHide: true,
        }),
      );
      if (child === null) return;
      running = child;
      let isLate = false;
      const cancel = clock.after(limitMs, () => {
        isLate = true;
        end(child);
      });
      // One that does not read may be gone before this.
      child.stdin?.on('error', () => undefined).end(`${jsonLine(value)}\n`);
      child.on('error', (error) => {
        cancel();
        running = null;
        fail(error);
      });
      child.on('exit', (code, signal) => {
        cancel();
        running = null;
        const why = isLate
          ? words.hookLate(durationText(limitMs))
          : code === null
            ? words.hookKilled(signal ?? '')
            : words.hookExited(code);
        if (code !== 0 && !isStopped) note(words.hookFailed(printable(command), why));
        resolve();
      });
    });

  return {
    run: (value) => (isStopped ? Promise.resolve() : run(value)),
    stop: () => {
      isStopped = true;
      if (running !== null) end(running);
    },
  };
}

/** Some of what keeps a command from being started is thrown at once, and the rest told later. */
function spawnOr(
  refuse: (error: NodeJS.ErrnoException) => void,
  start: () => ChildProcess,
): ChildProcess | null {
  try {
    return start();
  } catch (thrown) {
    refuse(thrown as NodeJS.ErrnoException);
    return null;
  }
}

/** With all that it has started, where the system has groups. */
function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // It has ended by itself.
  }
}
