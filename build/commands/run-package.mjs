import path from 'node:path';
import { archiveDigests } from '../packaging/archive-digests.mjs';
import { packageFolder } from '../packaging/package-folder.mjs';
import { projectRoot } from '../project-root.mjs';
import { setUp } from '../set-up/set-up.mjs';

const output = path.join(projectRoot, 'dist');

/** Packages Usher into a folder, on whichever Electron runs here: a look at what a release would hold. */
export async function runPackage() {
  const runtime = await setUp({ scope: 'window', buildApp: true });
  const { exitCode } = await packageFolder(runtime, output);
  if (exitCode !== 0) return exitCode;
  process.stdout.write(`\n${await archiveDigests(output)}`);
  if (runtime.kind === 'stand-in') {
    process.stdout.write(
      `\n${output} holds a stand-in for Electron: it opens no real account. npm run release makes what does.\n`,
    );
  }
  return exitCode;
}
