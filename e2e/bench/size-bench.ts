import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageFolder } from '../../build/commands/package.mjs';
import { setUp } from '../../build/set-up/set-up.mjs';
import { projectRoot } from '../fixtures/project-root.ts';
import { aimed, type Bench, type Measure } from './bench.ts';

const mostKb = { firstView: 45, page: 110, main: 250 } as const;
const mostPackagedMb = 1.5;

const appFolder = join(projectRoot, 'out/app');
const pageFolder = join(appFolder, 'renderer');

export const sizeBench: Bench = {
  name: 'size',
  rounds: 1,
  about: () => 'what is shipped: the page’s scripts by gzip, all else as it lies on the disk',
  run: async () => {
    const runtime = await setUp({ scope: 'headless', buildApp: true });
    const packaged = await mkdtemp(join(tmpdir(), 'usher-packaged-'));
    try {
      const { exitCode, output } = await packageFolder(runtime, packaged, { output: 'capture' });
      if (exitCode !== 0) throw new Error(output);
      return await measure(packaged);
    } finally {
      await rm(packaged, { recursive: true, force: true });
    }
  },
};

async function measure(packaged: string): Promise<readonly Measure[]> {
  const scripts = await filesIn(pageFolder, (file) => file.endsWith('.js'));
  const main = await filesIn(appFolder, (file) => /^(main|chunk-.*)\.cjs$/.test(basename(file)));
  const resources = await filesIn(
    packaged,
    (file) => file.includes('/resources/') && basename(file) !== 'keytar.node',
  );
  return [
    aimed(
      'scripts of the first view, gzip',
      (await gzippedBytes(await firstScripts())) / 1e3,
      ...(['KB', mostKb.firstView] as const),
    ),
    aimed('all scripts of the page, gzip', (await gzippedBytes(scripts)) / 1e3, 'KB', mostKb.page),
    aimed('main', (await bytesOf(main)) / 1e3, 'KB', mostKb.main),
    aimed(
      'packaged, without runtime and keychain binary',
      (await bytesOf(resources)) / 1e6,
      ...(['MB', mostPackagedMb] as const),
    ),
  ];
}

/** The scripts that the document names, and whatever they import before they run. */
async function firstScripts(): Promise<readonly string[]> {
  const html = await readFile(join(pageFolder, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path = '']) => path);
  const found = new Set<string>();
  const pending = named.map((path) => join(pageFolder, path));
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const text = await readFile(file, 'utf8');
    for (const [, path = ''] of text.matchAll(staticImport))
      pending.push(join(dirname(file), path));
  }
  return [...found];
}

const staticImport =
  /\b(?:import|export)\s*(?:[\w*$\s{},]+?\bfrom\s*)?["'](\.{1,2}\/[^"']+\.js)["']/g;

async function filesIn(
  folder: string,
  isWanted: (file: string) => boolean,
): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isWanted);
}

async function bytesOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((total, size) => total + size, 0);
}

async function gzippedBytes(files: readonly string[]): Promise<number> {
  const contents = await Promise.all(files.map((file) => readFile(file)));
  return contents.reduce((total, content) => total + gzipSync(content).byteLength, 0);
}
