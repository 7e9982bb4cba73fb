import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { parseJson, projectRoot } from '../project.mjs';

const onWindows = process.platform === 'win32';
const startFolder = path.join(projectRoot, 'build/resources/command-line');
const startFile = onWindows ? 'usher.cmd' : 'usher';

/** A command line that is installed, and a current folder in which a stranger's `node` lies in wait. */
async function install() {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'usher-start ')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const here = path.join(folder, 'cli');
  const current = path.join(folder, 'current');
  const own = path.join(folder, 'own');
  for (const made of [here, path.join(current, 'bin'), own]) await mkdir(made, { recursive: true });
  await cp(path.join(startFolder, startFile), path.join(here, startFile));
  const telling = `console.log(JSON.stringify([process.execPath, ...process.argv.slice(2)]));`;
  await writeFile(path.join(here, 'usher.cjs'), telling);
  await writeFile(path.join(current, 'usher.cjs'), `console.log('a stranger');`);
  for (const place of [current, path.join(current, 'bin')]) {
    if (onWindows) {
      const stranger = path.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32/where.exe');
      await cp(stranger, path.join(place, 'node.exe'));
    } else {
      for (const name of ['node', 'dirname', 'readlink']) {
        await writeFile(path.join(place, name), '#!/bin/sh\necho a stranger\n', { mode: 0o755 });
      }
    }
  }
  const node = path.join(own, path.basename(process.execPath));
  // A link takes a privilege there.
  await (onWindows ? cp(process.execPath, node) : symlink(process.execPath, node));
  return { here, current, own };
}

/**
 * @param {{ here: string, current: string }} installed
 * @param {string[]} folders what PATH names
 */
function run({ here, current }, folders) {
  const file = path.join(here, startFile);
  const args = ['mint', 'Attic', '--as', 'a b'];
  const env = { ...process.env, PATH: folders.join(path.delimiter) };
  const options = { cwd: current, env, shell: onWindows };
  return promisify(execFile)(onWindows ? `"${file}"` : file, args, options);
}

const usual = onWindows ? [] : ['/usr/bin', '/bin'];

test('the command line is started by the node of PATH, not by one of the current folder', async () => {
  const installed = await install();
  const folders = ['', '.', 'bin', installed.own, ...usual, ''];
  const { stdout } = await run(installed, folders);
  const [node = '', ...args] = /** @type {string[]} */ (parseJson(stdout));
  // A copy there.
  if (!onWindows) expect(await realpath(node)).toBe(await realpath(process.execPath));
  expect(args.slice(0, 3)).toEqual(['mint', 'Attic', '--as']);
});

// A process of Windows always has a PATH.
const without = [[['', '.', 'bin']], ...(onWindows ? [] : [[[]]])];
test.each(without)('where PATH is %j there is no node', async (folders) => {
  const installed = await install();
  await expect(run(installed, folders)).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: /** @type {unknown} */ (expect.stringContaining('none was found')),
  });
});

test('the batch file names no program without its folder, and has the line ends its labels need', async () => {
  const text = await readFile(path.join(startFolder, 'usher.cmd'), 'utf8');
  const lines = text.split('\r\n');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const commands = lines.filter((line) => line !== '' && !/^rem |^:/.test(line));
  const builtIn = /^ *(@echo|setlocal|set|if|for|goto|echo|exit|call :|endlocal|\))/;
  expect(commands.filter((line) => !builtIn.test(line))).toEqual([]);
  expect(commands.filter((line) => line.includes('&'))).toEqual([
    '  echo usher requires Node 22.12 or later, and none was found. 1>&2',
    '  echo Install it from https://nodejs.org, or use the window. 1>&2',
    'endlocal & "%node%" "%here%usher.cjs" %*',
  ]);
  // Of a script that was called by a name in quotes, %~dp0 is the current folder, but in a subroutine.
  const at = lines.findIndex((line) => line.includes('%~dp0'));
  expect(lines[at - 1]).toBe(':findHere');
  const labels = lines.filter((line) => line.startsWith(':')).map((line) => line.slice(1));
  const named = [...text.matchAll(/goto (\w+)|call :(\w+)/g)].map(([, to, sub]) => to ?? sub);
  expect(new Set(named)).toEqual(new Set(labels));
});
