import { spawn } from 'node:child_process';
import { endProcess } from './end-process.mjs';
import { exitOnSignal } from './exit-on-signal.mjs';

const onLinux = process.platform === 'linux';

/**
 * Starts a program that serves this process and must not outlive it, whatever ends it: told to end,
 * this process takes it along; killed, Linux does.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Pick<import('node:child_process').SpawnOptions, 'env' | 'stdio'>} options
 */
export function spawnDependent(command, args, options) {
  const [program = command, ...rest] = [
    ...(onLinux ? ['setpriv', '--pdeathsig', 'KILL'] : []),
    command,
    ...args,
  ];
  const child = spawn(program, rest, {
    ...options,
    // A process group of its own: Ctrl-C in the terminal must not take the display away from a
    // program that is still closing its windows. Windows would open a console for it instead.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const forget = exitOnSignal(() => endProcess(child));
  child.once('exit', forget);
  return child;
}
