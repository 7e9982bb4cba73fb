import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { readSettings } from '../read-settings.ts';
import { isSourceTree } from './is-source-tree.ts';
import { usualProfileFolder } from './profile-folder.ts';

/** The start of the command line. What an answer does not need is not loaded. */
export async function main(args: readonly string[], version: string): Promise<void> {
  const [first] = args;
  if (args.length === 1 && (first === '--version' || first === '-V')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const settings = readSettings(process.env, isSourceTree());
  const folder = settings.profileFolder ?? usualProfileFolder();
  // SECURITY: what is compiled is kept in the person's own folder, once there is one: others can write to the usual place.
  if (existsSync(folder)) enableCompileCache(join(folder, 'compiled'));
  const { runCommandLine } = await import('./run-command-line.ts');
  await runCommandLine(args, { version, settings });
}
