import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { projectRoot } from './project.mjs';

/** @typedef {Map<string, string[]>} Imports each file, and the files it imports */

/** @param {string} folder */
async function importsIn(folder) {
  /** @type {Imports} */
  const imports = new Map();
  for await (const file of glob(`${folder}/**/*.{ts,tsx}`, { cwd: projectRoot })) {
    const text = await readFile(path.join(projectRoot, file), 'utf8');
    const found = ts
      .preProcessFile(text)
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .map(({ fileName }) => path.join(path.dirname(file), fileName.replace(/\?inline$/, '')));
    imports.set(file, found);
  }
  return imports;
}

/**
 * Every circle that a walk along the imports comes upon, those of types alone included.
 *
 * @param {Imports} imports
 */
function circlesIn(imports) {
  /** @type {string[][]} */
  const circles = [];
  const done = new Set();
  /**
   * @param {string} file
   * @param {string[]} way
   */
  const walk = (file, way) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file]);
    if (done.has(file) || way.includes(file)) return;
    for (const imported of imports.get(file) ?? []) walk(imported, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) walk(file, []);
  return circles;
}

test.each(['shared', 'electron', 'renderer', 'e2e/fake-plex'])(
  'no file of %s imports itself by way of others',
  async (folder) => {
    const imports = await importsIn(folder);
    const missing = [...imports.values()]
      .flat()
      .filter((file) => !existsSync(path.join(projectRoot, file)));
    // What is not found is not followed either.
    expect(missing).toEqual([]);
    expect(circlesIn(imports)).toEqual([]);
  },
);

test('a circle is found, whether it is entered from outside or not', () => {
  const imports = new Map([
    ['outside', ['a']],
    ['a', ['b', 'c']],
    ['b', []],
    ['c', ['a']],
  ]);
  expect(circlesIn(imports)).toEqual([['a', 'c', 'a']]);
});

test('what a command begins with needs no package and no TypeScript: nothing is installed, and Node may be old', async () => {
  const files = new Set(['build/run.mjs']);
  const packages = [];
  for (const file of files) {
    const text = await readFile(path.join(projectRoot, file), 'utf8');
    // What import() asks for is loaded later.
    for (const [, name = ''] of text.matchAll(
      /^(?:import|export) (?:[^'();]*? from )?'([^']+)'/gm,
    )) {
      if (name.startsWith('.')) files.add(path.posix.join(path.posix.dirname(file), name));
      else if (!name.startsWith('node:')) packages.push(`${file}: ${name}`);
    }
  }
  expect(packages).toEqual([]);
  expect([...files].filter((file) => !file.endsWith('.mjs'))).toEqual([]);
  expect([...files]).toContain('build/set-up/dependencies.mjs');
});
