import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { parseJson } from '../project.mjs';
import { licenceObstacles, withKnownText } from './notices.mjs';

const text = 'The text of the licence.';

/**
 * What a build lists that is made of one module of its own and one of a made-up package.
 *
 * @param {Record<string, unknown>} manifest
 */
async function worksOfABuildWith(manifest) {
  const root = await mkdtemp(path.join(tmpdir(), 'usher-licences-'));
  const folder = path.join(root, 'node_modules/made-up');
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'made-up', version: '1.2.3', main: 'index.js', ...manifest }),
  );
  await writeFile(path.join(folder, 'index.js'), 'export const made = globalThis.made;');
  await writeFile(path.join(folder, 'LICENSE'), text);
  await writeFile(
    path.join(root, 'entry.js'),
    `import { made } from 'made-up';\nexport const all = made;\n`,
  );
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      build: {
        license: { fileName: 'licenses.json' },
        lib: { entry: 'entry.js', formats: ['es'], fileName: 'entry' },
      },
    });
    const list = await readFile(path.join(root, 'dist/licenses.json'), 'utf8');
    return /** @type {import('./notices.mjs').Work[]} */ (parseJson(list));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

test('a package whose licence asks for more than MIT does stops the build it is in', async () => {
  expect(licenceObstacles(await worksOfABuildWith({ license: 'GPL-3.0-only' }))).toEqual([
    'made-up 1.2.3 is under GPL-3.0-only, which is not known to fit MIT.',
  ]);
  expect(licenceObstacles(await worksOfABuildWith({}))).toEqual([
    'made-up 1.2.3 names no licence.',
  ]);
  expect(licenceObstacles(await worksOfABuildWith({ license: 'ISC' }))).toEqual([]);
});

test('so does one that brings no text of its licence', () => {
  const work = { name: 'made-up', version: '1.2.3', identifier: 'MIT' };
  const obstacles = ['made-up 1.2.3 brings no text of its licence, MIT.'];
  expect(licenceObstacles([work])).toEqual(obstacles);
  expect(licenceObstacles([{ ...work, text: ' \n' }])).toEqual(obstacles);
});

test('the text of MIT is put in for the packages that are known by name, version and licence only', () => {
  const mit = 'MIT License\n\nCopyright (c) somebody\n\nPermission is granted.';
  const known = { name: '@nodable/entities', version: '3.1.0', identifier: 'MIT' };
  expect(withKnownText(known, mit).text).toBe(
    'MIT License\n\nCopyright (c) Amit Gupta (https://solothought.com)\n\nPermission is granted.',
  );
  const unknown = { name: 'made-up', version: '1.2.3' };
  for (const work of [
    unknown,
    { ...unknown, identifier: 'MIT' },
    { ...known, version: '3.2.0' },
    { ...known, identifier: 'ISC' },
    { ...known, text },
  ]) {
    expect(withKnownText(work, mit)).toEqual(work);
  }
});

test('a font may be under the licence of fonts, and a program may not', () => {
  const work = { name: 'made-up', version: '1.2.3', identifier: 'OFL-1.1', text };
  expect(licenceObstacles([{ ...work, isFont: true }])).toEqual([]);
  expect(licenceObstacles([work])).toHaveLength(1);
});
