import type { Dirent } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { ListedFiles } from '../ports.ts';
import { isConfigName } from './find-in-config.ts';
import { ownStores, presets } from './presets.ts';

const mostFiles = 200;
const mostEntries = 20_000;
const deepest = 6;

/** Nobody keeps settings there, and there is much of it. */
const skipped = new Set(['node_modules', '.git', '.venv', 'venv', '__pycache__', '.cache']);

/** The files that are named, and of every folder those that a preset knows; without any, the usual places of all presets. */
export async function listConfigFiles(paths: readonly string[] | null): Promise<ListedFiles> {
  const files = new Set<string>();
  const left = { entries: mostEntries };
  let isCutOff = false;
  for (const path of paths === null ? await usualFiles() : paths) {
    const isFolder = await stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (!isFolder) files.add(path);
    else if (!(await walk(path, files, left))) isCutOff = true;
  }
  return { files: [...files].slice(0, mostFiles), isCutOff: isCutOff || files.size > mostFiles };
}

/** False when there is more than the limits. Links are not followed: they could lead anywhere. */
async function walk(root: string, files: Set<string>, left: { entries: number }): Promise<boolean> {
  let isWhole = true;
  const folders = [{ folder: root, depth: 0 }];
  for (let next = folders.shift(); next !== undefined; next = folders.shift()) {
    const { folder, depth } = next;
    for (const entry of await entriesOf(folder)) {
      if (left.entries === 0 || files.size > mostFiles) return false;
      left.entries -= 1;
      const path = join(folder, entry.name);
      if (entry.isFile() && isConfigName(entry.name)) files.add(path);
      if (!entry.isDirectory() || skipped.has(entry.name)) continue;
      if (depth < deepest) folders.push({ folder: path, depth: depth + 1 });
      else isWhole = false;
    }
  }
  return isWhole;
}

/** In an order that is the same each time. What can't be read has none. */
const entriesOf = async (folder: string): Promise<readonly Dirent[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
};

async function usualFiles(): Promise<readonly string[]> {
  const places = [...presets, ...ownStores].flatMap((preset) => preset.places.flatMap(placeOf));
  const found: string[] = [];
  for (const place of new Set(places)) {
    const isThere = await lstat(place).then(
      (stats) => !stats.isDirectory(),
      () => false,
    );
    if (isThere) found.push(place);
  }
  return found;
}

/** None where this system has no such folder. */
function placeOf(place: string): readonly string[] {
  const { env } = process;
  const bases: Readonly<Record<string, string | undefined>> = {
    '~': homedir(),
    $CONFIG: env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'),
    '%LOCALAPPDATA%': env['LOCALAPPDATA'],
  };
  if (isAbsolute(place)) return [place];
  const [first = '', ...others] = place.split('/');
  if (!(first in bases)) return [resolve(place)];
  const base = bases[first];
  return base === undefined ? [] : [join(base, ...others)];
}
