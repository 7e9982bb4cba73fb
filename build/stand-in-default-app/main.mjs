// The stand-in runtime comes without Electron's own default app, which is what makes
// `electron path/to/app` work. This one does as much of its work as development and tests need.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/** @typedef {{ name: string, productName?: string, version?: string, main?: string }} Manifest */

/**
 * @param {string} file
 * @returns {unknown}
 */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @param {string[]} args */
function parseArguments(args) {
  /** @type {string[]} */
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-r' || arg === '--require') preloads.push(args[(index += 1)] ?? '');
    else if (!arg.startsWith('-')) return { preloads, folder: path.resolve(arg) };
  }
  return { preloads, folder: undefined };
}

const { preloads, folder } = parseArguments(process.argv.slice(1));
if (folder === undefined) {
  process.stderr.write('Give the folder of the app to run.\n');
  app.exit(2);
} else {
  // Playwright hooks itself in this way when it picks the executable.
  for (const preload of preloads) require(preload);
  const manifest = /** @type {Manifest} */ (readJson(path.join(folder, 'package.json')));
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  app.setName(manifest.productName ?? manifest.name);
  // Electron keeps these two for its default app and leaves them out of its types.
  const internals = /** @type {Record<'setVersion' | 'setAppPath', (value: string) => void>} */ (
    /** @type {unknown} */ (app)
  );
  internals.setVersion(manifest.version ?? '0.0.0');
  internals.setAppPath(folder);
  await import(pathToFileURL(path.join(folder, manifest.main ?? 'index.js')).href);
}
