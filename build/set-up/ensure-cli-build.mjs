import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkLicences } from '../packaging/notices.mjs';
import { projectRoot } from '../project-root.mjs';
import { runProcess } from '../run-process.mjs';
import { buildInputs, inputsDigest } from './inputs-digest.mjs';
import { runStep } from './run-step.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

const outputFolder = path.join(projectRoot, 'out/cli');
const newFolder = path.join(projectRoot, 'out/cli-new');
const builtFrom = 'built-from.txt';

/** Builds the command line unless the build in `out/cli` was made from these very sources. */
export async function ensureCliBuild() {
  const digest = await inputsDigest(projectRoot, buildInputs.commandLine);
  const present = await readFile(path.join(outputFolder, builtFrom), 'utf8').catch(() => '');
  if (present === digest) return;
  await runStep('Building the command line', async () => {
    await rm(newFolder, { recursive: true, force: true });
    const builder = path.join(projectRoot, 'node_modules/vite/bin/vite.js');
    const { exitCode, output } = await runProcess(
      process.execPath,
      [builder, 'build', '--config', 'build/cli.vite.config.ts', '--outDir', newFolder],
      { cwd: projectRoot, output: 'capture' },
    );
    if (exitCode !== 0) {
      throw new SetUpProblem(
        `The build failed:\n${output.trim()}`,
        'Mend what it names, then run the command again.',
      );
    }
    await checkLicences([path.join(newFolder, 'licenses.json')]);
    await writeFile(path.join(newFolder, builtFrom), digest);
    await mkdir(outputFolder, { recursive: true });
    // A command that runs has loaded a part of the old one: it is replaced as a whole.
    await rm(outputFolder, { recursive: true, force: true });
    await rename(newFolder, outputFolder);
    return 'done';
  });
}
