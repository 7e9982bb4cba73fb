import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { refusingLocks } from '../fixtures/refusing-locks.ts';
import { cliFile } from './testing/cli-file.ts';
import { startCommand } from './testing/start-command.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'usher-words-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs this before the command. */
async function preloading(script: string): Promise<NodeJS.ProcessEnv> {
  const file = join(await newFolder(), 'before.cjs');
  await writeFile(file, script);
  return { NODE_OPTIONS: `--require=${file}` };
}

describe('usher', () => {
  test('tells its version', async () => {
    const run = await terminal.usher(['--version']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await terminal.must(['mint', '--version'])).toBe(run.stdout);
  });

  test('without a word prints its help where errors go, and is wrong use', async () => {
    const run = await terminal.usher([]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('Usage: usher');
  });

  test('helps with every command, and with each', async () => {
    const help = await terminal.must(['--help']);
    for (const name of ['sign-in', 'mint', 'exec', 'doctor']) expect(help).toContain(`  ${name} `);
    expect(help).toContain('Exit codes:');
    expect(await terminal.must(['sign-in', '--help'])).toContain(
      'reads the password from line 1\nand',
    );
  });

  test.each([
    [['mnit'], 'Did you mean mint?'],
    [['help', 'mnit'], 'Did you mean mint?'],
    [['mint'], "usher: missing required argument 'SERVER'"],
    [['exec', 'Attic', 'ls', '-l'], 'Put COMMAND and its arguments after --'],
    [['mint', 'Attic', '--as', 'xml'], 'Allowed choices are raw, header'],
    [['mint', 'Attic', 'Cabin'], 'too many arguments'],
    [['tokens', '--everything'], "unknown option '--everything'"],
    [['sign-in', '--code', '--browser'], 'cannot be used with'],
  ])('refuses %j as wrong use', async (args, why) => {
    const run = await terminal.usher(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(why);
  });

  test.each([
    [['mint', '--as', 'json'], "missing required argument 'SERVER'"],
    [['tokens', 'Attic', '--json'], 'too many arguments'],
    [['mnit', '--json'], 'Did you mean mint?'],
    [['zzFAKEabcdefghijWXYZ', '--json'], "unknown command 'classic …WXYZ'"],
  ])('tells a program that %j is wrong use', async (args, why) => {
    const run = await terminal.usher(args);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(why);
    expect(JSON.parse(run.stdout)).toMatchObject({
      error: { code: 'request.invalid', message: expect.stringContaining(why) as string },
    });
  });

  test('says who is missing when nobody is signed in', async () => {
    const run = await terminal.usher(['mint', 'Attic']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('usher sign-in');
    expect(await terminal.usher(['accounts', '--json'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('refuses a Plex on another computer', async () => {
    const run = await terminal.usher(['servers'], { env: { USHER_PLEX_URL: 'http://192.0.2.1' } });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('must be an http address of this computer');
  });

  test.each([
    [['accounts', '--json']],
    [['--help']],
    [['mint', '--help']],
    [['--version']],
    [['mint', '--version']],
    [['completions', 'zsh']],
  ])('%j ends quietly when nobody reads its answer any more', async (args) => {
    const started = terminal.start(args);
    started.hangUp();
    expect(await started.ended).toMatchObject({ code: 0, stderr: '' });
  });

  test.runIf(process.platform === 'linux').each(['--version', '--help', 'accounts --json'])(
    '%s says so when its answer cannot be written',
    async (words) => {
      const line = `'${process.execPath}' '${cliFile}' ${words} > /dev/full`;
      const run = await startCommand('sh', ['-c', line], terminal.env).ended;
      expect(run).toEqual({
        code: 2,
        stdout: '',
        stderr: 'usher: write error (ENOSPC)\n',
      });
    },
  );

  test('is without colour in a pipe, and wherever NO_COLOR is set', async () => {
    const colour = '\u001b[';
    const shown = async (env: NodeJS.ProcessEnv): Promise<string> =>
      (await terminal.start(['account'], { isAttended: true, env }).ended).stdout;
    await terminal.signIn('sam');
    onTestFinished(async () => {
      await terminal.must(['sign-out']);
    });
    expect(await shown({ TERM: 'xterm' })).toContain(colour);
    expect(await shown({ TERM: 'xterm', NO_COLOR: '1' })).not.toContain(colour);
    expect(await terminal.must(['account'], { env: { TERM: 'xterm' } })).not.toContain(colour);
  });

  test('a mistake of its own ends it with a reference to the log, and never with an exit code that means something', async () => {
    await terminal.signIn('sam');
    onTestFinished(async () => {
      await terminal.must(['sign-out']);
    });
    const run = await terminal.usher(['mint', 'Cabin', '--as', 'json'], {
      env: await preloading(
        `require('node:os').networkInterfaces = () => { throw new Error('a bug'); };`,
      ),
    });
    expect(run.code).toBe(70);
    const { error } = JSON.parse(run.stdout) as { error: { code: string; reference: string } };
    expect(error.code).toBe('internal');
    expect(run.stderr).toContain(`See reference ${error.reference}`);
    const log = await readFile(join(terminal.profileFolder, 'logs/usher.log'), 'utf8');
    expect(log).toContain(error.reference);
  });

  test('says so where the profile cannot be locked, and stores nothing', async () => {
    const folder = await newFolder();
    // As on a Linux with musl, which cannot load what is made for glibc.
    const withoutLocks = `const { dlopen } = process;
process.dlopen = (module, file, ...rest) => {
  if (!file.includes('fs-native')) return dlopen(module, file, ...rest);
  throw Object.assign(new Error('libc.so.6'), { code: 'ERR_DLOPEN_FAILED' });
};`;
    const profileFolder = join(folder, 'profile');
    const run = await terminal.usher(['sign-in', '--user', 'sam', '--json'], {
      input: `${terminal.plex.user('sam').password ?? ''}\n`,
      env: {
        USHER_PROFILE: profileFolder,
        ...(await preloading(withoutLocks)),
      },
    });
    expect(run.code).toBe(4);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'profile.noLocks' } });
    expect(run.stderr).toMatch(/^usher: Usher doesn’t run on this kind of system\.\n/);
    expect(await readdir(profileFolder)).not.toContain('index.json');
  });

  test('says so where the system refuses the lock, and stores nothing', async () => {
    const profileFolder = join(await newFolder(), 'profile');
    const run = await terminal.usher(['accounts', '--json'], {
      env: { USHER_PROFILE: profileFolder, ...(await preloading(refusingLocks)) },
    });
    expect(run.code).toBe(4);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'profile.notLocked' } });
    expect(run.stderr).toMatch(/^usher: Usher’s data folder can’t be locked\.\n/);
    expect(await readdir(profileFolder)).toEqual(['profile.lock']);
  });

  test('does its own set-up in the source tree, and adds no word to the answer', async () => {
    const words = ['run', '-s', 'usher', '--', 'accounts', '--json'];
    const run = await startCommand('npm', words, terminal.env).ended;
    expect(run).toMatchObject({ code: 0, stdout: '{\n  "accounts": []\n}\n' });
  });
});
