import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../project-root.mjs';
import { runStep } from './run-step.mjs';
import { standInRecipe } from './stand-in-recipe.mjs';

const folder = path.join(projectRoot, 'out/electron-stand-in');
const marker = 'made-from.txt';

/** What a runtime made now would be made from: another answer than the one on disk remakes it. */
async function currentIngredients() {
  const hash = createHash('sha256').update(JSON.stringify(standInRecipe));
  for (const file of ['package.json', 'main.mjs']) {
    hash.update(await readFile(path.join(projectRoot, 'build/stand-in-default-app', file)));
  }
  return hash.digest('hex');
}

/**
 * Makes sure the stand-in runtime is there, and says where.
 *
 * @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime>}
 */
export async function ensureStandInElectron() {
  const madeFrom = await currentIngredients();
  const found = await readFile(path.join(folder, marker), 'utf8').catch(() => '');
  if (found !== madeFrom) {
    await runStep('Making a stand-in for Electron (tests and demo only)', async (report) => {
      const { makeStandIn } = await import('./make-stand-in.mjs');
      await makeStandIn(folder, marker, madeFrom, report);
      return 'done';
    });
  }
  return {
    kind: 'stand-in',
    executable: path.join(folder, 'electron'),
    distFolder: folder,
    version: standInRecipe.electronVersion,
  };
}
