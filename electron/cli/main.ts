import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { profileFolderOf, readSettings } from '../process/launch-options.ts';
import { exitCode } from './exit-code.ts';
import { isNodeTooOld } from './is-node-too-old.ts';
import { isOwnFolder } from './is-own-folder.ts';
import { isSourceTree } from './is-source-tree.ts';
import { watchStreams } from './output/watch-streams.ts';

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
    process.stderr.write(
      `usher: This is Node ${node}, and the command line runs on Node 22.12 or newer.\n`,
    );
    process.exitCode = exitCode.wrongUse;
    return;
  }
  const settings = readSettings(process.env, isSourceTree());
  const folder = profileFolderOf(settings);
  // SECURITY: what is compiled is kept in the person's own folder, once there is one: others can write to the usual place,
  // and what stands there is run.
  if (isOwnFolder(folder)) enableCompileCache(join(folder, 'compiled'));
  const { runCommandLine } = await import('./run-command-line.ts');
  await runCommandLine(args, { version, settings });
}
