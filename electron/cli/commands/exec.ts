import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { err, ok, type Result } from '../../../shared/result.ts';
import { execText } from '../../../shared/words/terminal-answers.ts';
import { isAborted } from '../../timing.ts';
import { usageError } from '../errors.ts';
import type { RunCommand } from '../command.ts';
import type { Interruption } from '../terminal.ts';
import { chooseServer } from '../names.ts';
import { printable } from '../output.ts';
import { personsEnvironment } from '../ports/node-fetch.ts';

export const exec: RunCommand = async (context, input) => {
  const [command, ...args] = input.rest;
  if (command === undefined || command === '') return err(usageError(execText().noCommand));
  const opened = await context.usher();
  if (!opened.ok) return opened;
  const chosen = await chooseServer(opened.value, input);
  if (!chosen.ok) return chosen;
  const { account, server } = chosen.value;
  const minted = await opened.value.services.tokens.borrow(account.id, server.id);
  if (!minted.ok) return minted;
  if (isAborted(context.interruption.signal)) return err({ code: 'signIn.cancelled' });
  // The keychain and the profile are of no more use, however long the command runs.
  await context.close();
  if (isAborted(context.interruption.signal)) return err({ code: 'signIn.cancelled' });
  // SECURITY: in the environment of this one child, which others of the same person alone can read; in no argument.
  const { secret, route } = minted.value;
  const env = { ...personsEnvironment(), PLEX_TOKEN: secret, PLEX_URL: route.uri };
  const { interruption, output } = context;
  return runChild({ command, args, env, interruption, tell: (text) => output.note(text) });
};

function runChild(child: {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly interruption: Interruption;
  readonly tell: (text: string) => void;
}): Promise<Result<number>> {
  const { command, args, env, interruption } = child;
  return new Promise((resolve) => {
    const refuse = ({ code }: NodeJS.ErrnoException): void => {
      // As shells do it.
      const isThere = code !== 'ENOENT';
      const why = isThere ? execText().notExecutable : execText().notFound;
      child.tell(`usher: ${printable(command)}: ${why}`);
      resolve(ok(isThere ? 126 : 127));
    };
    const running = spawnOr(refuse, () => spawn(command, args, { env, stdio: 'inherit' }));
    if (running === null) return;
    interruption.handTo((signal) => {
      if (isHandedOn(signal)) running.kill(signal);
    });
    running.on('error', refuse);
    running.on('exit', (code, signal) => {
      resolve(ok(signal === null ? (code ?? 1) : 128 + constants.signals[signal]));
    });
  });
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

/**
 * Whether the child has to be told. A terminal sends Ctrl-C to both, and it must not hear it twice. On Windows every
 * signal is the console's, which tells all its programs; to send one there is to end the child at once.
 */
export const isHandedOn = (
  signal: NodeJS.Signals,
  platform: NodeJS.Platform = process.platform,
): boolean => platform !== 'win32' && (signal !== 'SIGINT' || !isInTerminal());

/** Its input may come from a pipe, and its answer go to one. */
const isInTerminal = (): boolean =>
  [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
