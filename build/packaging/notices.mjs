import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseJson, projectRoot } from '../project.mjs';
import { SetUpProblem } from '../set-up/steps.mjs';

/**
 * @typedef {object} Work somebody else's, that is handed out with Usher
 * @property {string} name
 * @property {string} version
 * @property {string} [identifier] of its licence, by SPDX
 * @property {string} [text] of its licence
 * @property {boolean} [isFont]
 */

/** What each build says it is made of: Vite's own list of the packages whose modules are in its chunks. */
export const licenceLists = Object.freeze({
  app: [
    'out/app/licenses-of-main.json',
    'out/app/licenses-of-preload.json',
    'out/app/renderer/licenses-of-page.json',
  ],
  commandLine: ['out/cli/licenses.json'],
});

/** Beside `LICENSE` in the package. */
export const noticesFile = 'out/NOTICES.txt';

const fonts = ['@fontsource/ibm-plex-mono', '@fontsource/ibm-plex-sans'];
// Beside the bundles or, the last, compiled into the keychain's library.
const carried = ['keytar', 'fs-native-extensions', 'node-addon-api'];

// Those that ask of an MIT program no more than to hand on their text. Anything else is looked at by a person first.
const fitting = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
];
const fittingAFont = ['OFL-1.1'];

/**
 * Packages that name their licence and bring no text of it. The holder is who their package.json names.
 *
 * @type {Readonly<Record<string, { identifier: 'MIT', holder: string }>>}
 */
const withoutText = {
  '@nodable/entities@3.1.0': { identifier: 'MIT', holder: 'Amit Gupta (https://solothought.com)' },
};

const ruler = '-'.repeat(80);

/**
 * What stands in the way of handing these works out with a program under MIT: one sentence each.
 *
 * @param {readonly Work[]} works
 */
export function licenceObstacles(works) {
  return works.flatMap(({ name, version, identifier, text, isFont = false }) => {
    const allowed = isFont ? [...fitting, ...fittingAFont] : fitting;
    if (identifier === undefined) return [`${name} ${version} names no licence.`];
    if (!allowed.includes(identifier)) {
      return [`${name} ${version} is under ${identifier}, which is not known to fit MIT.`];
    }
    if (text === undefined || text.trim() === '') {
      return [`${name} ${version} brings no text of its licence, ${identifier}.`];
    }
    return [];
  });
}

/**
 * Fails the build when something in it may not be handed out under these terms.
 *
 * @param {readonly string[]} lists files, as `licenceLists` names them
 * @throws {SetUpProblem}
 */
export async function checkLicences(lists) {
  const obstacles = licenceObstacles(await worksOf(lists));
  if (obstacles.length === 0) return;
  throw new SetUpProblem(
    `Usher may not be handed out with this:\n${obstacles.join('\n')}`,
    'Use another package, or let a person who knows licences decide and say so in build/packaging/notices.mjs.',
  );
}

/** Writes down everything the package is made of, with all the licence texts, from what the two builds really hold. */
export async function writeNotices() {
  const lists = [...licenceLists.app, ...licenceLists.commandLine];
  await checkLicences(lists);
  const works = await worksOf(lists);
  const parts = works.map(({ name, version, identifier, text }) =>
    [ruler, `${name} ${version} (${identifier})`, '', text, ''].join('\n'),
  );
  const beginning = [
    'Usher is handed out together with the works below, each under its own licence.',
    'What Electron and Chromium are made of is in LICENSE.electron.txt and',
    'LICENSES.chromium.html of this package.',
    '',
  ].join('\n');
  const file = path.join(projectRoot, noticesFile);
  // Another packaging may be reading it.
  const part = `${file}.${process.pid}`;
  await writeFile(part, [beginning, ...parts].join('\n'));
  await rename(part, file);
}

/**
 * @param {readonly string[]} lists
 * @returns {Promise<Work[]>} each once, in a steady order
 */
async function worksOf(lists) {
  const listed = await Promise.all(
    lists.map(async (file) => {
      const text = await readFile(path.resolve(projectRoot, file), 'utf8');
      return /** @type {Work[]} */ (parseJson(text));
    }),
  );
  const beside = await Promise.all([
    ...carried.map((name) => readPackage(name)),
    ...fonts.map(async (name) => ({ ...(await readPackage(name)), isFont: true })),
  ]);
  const mit = await readFile(path.join(projectRoot, 'LICENSE'), 'utf8');
  const byName = new Map(
    [...listed.flat(), ...beside].map((work) => [`${work.name}@${work.version}`, work]),
  );
  return [...byName.keys()]
    .sort()
    .map((key) => withKnownText(/** @type {Work} */ (byName.get(key)), mit));
}

/**
 * A work that brings no text of its licence, with the one that it is known to be under.
 *
 * @param {Work} work
 * @param {string} mit the text of MIT: the same for everybody but for who grants it
 * @returns {Work}
 */
export function withKnownText(work, mit) {
  const known = withoutText[`${work.name}@${work.version}`];
  if (work.text !== undefined || known === undefined || known.identifier !== work.identifier) {
    return work;
  }
  return { ...work, text: mit.replace(/^Copyright .*$/m, `Copyright (c) ${known.holder}`).trim() };
}

/**
 * @param {string} name of a folder in node_modules
 * @returns {Promise<Work>}
 */
async function readPackage(name) {
  const folder = path.join(projectRoot, 'node_modules', name);
  const manifest = /** @type {{ name: string, version: string, license?: string }} */ (
    parseJson(await readFile(path.join(folder, 'package.json'), 'utf8'))
  );
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  return {
    name: manifest.name,
    version: manifest.version,
    ...(manifest.license === undefined ? {} : { identifier: manifest.license }),
    ...(file === undefined
      ? {}
      : { text: (await readFile(path.join(folder, file), 'utf8')).trim() }),
  };
}
