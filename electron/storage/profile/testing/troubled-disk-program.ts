import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { createProfileFiles } from '../profile-files.ts';

// Writes to a disk of 64 KB that gets full and then read-only, and prints what came of it. It runs in a mount namespace of
// its own. Argument: the folder that becomes the disk.

const folder = process.argv[2] ?? '';
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
const files = createProfileFiles({ folder });
const good = 'x'.repeat(30_000);
const isGood = async (): Promise<boolean> => {
  const read = await files.read('a.json');
  return read.ok && read.value === good;
};

const first = await files.write('a.json', good);
const full = await files.write('a.json', 'y'.repeat(50_000));
const isGoodAfterFull = await isGood();
const namesAfterFull = await readdir(folder);
const small = await files.write('b.json', 'small');

execFileSync('mount', ['-o', 'remount,ro', folder]);
const readOnly = await files.write('a.json', 'other');
const setAside = await files.setAside('a.json', 'corrupt-1');
const isGoodAfterReadOnly = await isGood();

const whileFull = { full, isGoodAfterFull, namesAfterFull, small };
const whileReadOnly = { readOnly, setAside, isGoodAfterReadOnly };
process.stdout.write(JSON.stringify({ first, ...whileFull, ...whileReadOnly }));
