import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkLicences, licenceLists } from '../packaging/notices.mjs';
import { projectRoot } from '../project-root.mjs';
import { runProcess } from '../run-process.mjs';
import { buildInputs, inputsDigest } from './inputs-digest.mjs';
import { runStep } from './run-step.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

const outputFolder = path.join(projectRoot, 'out/app');
// Inside the folder it speaks for: whoever deletes the build deletes the claim that it is there.
const builtFrom = path.join(outputFolder, 'built-from.txt');

/** Builds the app unless the build in `out/app` was made from these very sources. */
export async function ensureAppBuild() {
  const digest = await inputsDigest(projectRoot, buildInputs.app);
  if ((await readFile(builtFrom, 'utf8').catch(() => '')) === digest) return;
  await runStep('Building Usher', async () => {
    await rm(outputFolder, { recursive: true, force: true });
    await mkdir(outputFolder, { recursive: true });
    const builder = path.join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js');
    const { exitCode, output } = await runProcess(
      process.execPath,
      [builder, 'build', '--config', 'build/electron.vite.config.ts'],
      { cwd: projectRoot, output: 'capture' },
    );
    if (exitCode !== 0) {
      throw new SetUpProblem(
        `The build failed:\n${output.trim()}`,
        'Mend what it names, then run the command again.',
      );
    }
    await checkLicences(licenceLists.app);
    await writeFile(builtFrom, digest);
    return 'done';
  });
}
