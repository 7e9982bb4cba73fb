import { existsSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { terminalStartText } from '../../shared/words/terminal-start.ts';
import { profileFolderOf, readLaunchOptions } from '../process/launch-options.ts';
import { exitCode } from './errors.ts';

/** The start of the command line. What an answer does not need is not loaded. */
export async function main(args: readonly string[], version: string): Promise<void> {
  watchStreams();
  const [first] = args;
  if (args.length === 1 && (first === '--version' || first === '-V')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const node = process.versions.node;
  if (isNodeTooOld(node)) {
    process.stderr.write(`${terminalStartText().nodeTooOld(node)}\n`);
    process.exitCode = exitCode.wrongUse;
    return;
  }
  const settings = readLaunchOptions(process.env, isSourceTree());
  const folder = profileFolderOf(settings);
  // SECURITY: what is compiled is kept in the person's own folder, once there is one: others can write to the usual place,
  // and what stands there is run.
  if (isOwnFolder(folder)) enableCompileCache(join(folder, 'compiled'));
  const { runCommandLine } = await import('./run-command-line.ts');
  await runCommandLine(args, { version, settings });
}

const oldest = [22, 12] as const;

/** Whether this Node is older than the argument parser and the compile cache need: 22.12 (commander 15, `engines`). */
export function isNodeTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}

/** Whether a folder is there, is this person's, and nobody else can write to it. Windows tells no owner: there it counts. */
export function isOwnFolder(path: string, ownId: number | undefined = process.getuid?.()): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return false;
  return ownId === undefined || (found.uid === ownId && (found.mode & 0o022) === 0);
}

/** Whether this is the build of a source tree, in `out/cli`. The package has no sources beside it. */
const isSourceTree = (): boolean => existsSync(join(import.meta.dirname, '../../electron/cli.ts'));

/** Before anything is printed: without this, a reader that is gone would end the command in the middle, with a stack. */
function watchStreams(): void {
  const { stdout, stderr } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (isReaderGone(error)) return;
    // Whoever stores the answer must not take a file cut short for one.
    process.exitCode = exitCode.wrongUse;
    stderr.write(`usher: ${terminalStartText().writeError(error.code ?? null)}\n`);
  });
  // There is nowhere left to say it.
  stderr.on('error', () => undefined);
}

/** Whoever reads has had enough. What the command does is done all the same, without a word. */
const isReaderGone = ({ code }: NodeJS.ErrnoException): boolean =>
  code === 'EPIPE' || code === 'EIO';
