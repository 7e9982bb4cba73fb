import { describe, expect, test } from 'vitest';
import { startCommand } from './testing/start-command.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();

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
      'the first line of\nstandard input',
    );
  });

  test.each([
    [['mnit'], 'Did you mean mint?'],
    [['mint'], "missing required argument 'SERVER'"],
    [['mint', 'Attic', '--as', 'xml'], 'Allowed choices are raw, header'],
    [['mint', 'Attic', 'Cabin'], 'too many arguments'],
    [['tokens', '--everything'], "unknown option '--everything'"],
    [['sign-in', '--code', '--browser'], 'cannot be used with'],
  ])('refuses %j as wrong use', async (args, why) => {
    const run = await terminal.usher(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(why);
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

  test('ends quietly when nobody reads its answer any more', async () => {
    const started = terminal.start(['accounts', '--json']);
    started.hangUp();
    expect(await started.ended).toMatchObject({ code: 0, stderr: '' });
  });

  test('does its own set-up in the source tree, and adds no word to the answer', async () => {
    const words = ['run', '-s', 'usher', '--', 'accounts', '--json'];
    const run = await startCommand('npm', words, terminal.env).ended;
    expect(run).toMatchObject({ code: 0, stdout: '{\n  "accounts": []\n}\n' });
  });
});
