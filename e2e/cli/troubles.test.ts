import { beforeAll, describe, expect, test } from 'vitest';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();

beforeAll(() => terminal.signIn('robin'));

/** Every command that has something to ask, but those whose own tests tell of it. */
const asking = [
  ['account', 'robin'],
  ['servers'],
  ['mint', 'Attic'],
  ['source', 'Attic', 'server://attic/com.plexapp.plugins.library'],
  ['exec', 'Attic', '--', 'true'],
  ['devices', 'robin'],
  ['revoke', 'Tablet in the drawer'],
  ['sign-out', 'robin'],
].map((args) => ({ name: args.join(' '), args }));

/** It fails with this code, tells nothing on standard output, and takes nothing away. */
const failsWith = async (
  code: number,
  args: readonly string[],
  says: RegExp,
  env: NodeJS.ProcessEnv = {},
): Promise<void> => {
  const run = await terminal.usher(args, { env });
  expect(run).toMatchObject({ code, stdout: '' });
  expect(run.stderr).toMatch(says);
};

describe('without a network', () => {
  // A port on which nobody listens.
  const env = { USHER_PLEX_URL: 'http://127.0.0.1:9' };

  test.each(asking)('usher $name could not reach Plex', async ({ args }) => {
    await failsWith(3, args, /Can’t reach/, env);
  });

  test('usher sign-in could not reach Plex', async () => {
    await failsWith(3, ['sign-in', '--code'], /Can’t reach/, env);
  });

  test('usher accounts and usher tokens tell what is known here', async () => {
    expect(await terminal.must(['accounts'], { env })).toContain('robin');
    expect(await terminal.usher(['tokens'], { env })).toMatchObject({ code: 0 });
  });
});

test('what a server says of itself, in its words, is in the JSON of the error', async () => {
  const attic = terminal.plex.server('Attic');
  attic.settings.makesNoTransients = true;
  const source = `server://${attic.machineIdentifier}`;
  const run = await terminal.usher(['source', 'Attic', source, '--json']);
  attic.settings.makesNoTransients = false;
  expect(run.code).toBe(1);
  expect(JSON.parse(run.stdout)).toMatchObject({
    error: { code: 'server.noTransientToken', details: '403 Forbidden' },
  });
});

describe('with a locked keychain', () => {
  beforeAll(() => terminal.keyring.lock());

  test.each(asking)('usher $name says so', async ({ args }) => {
    await failsWith(4, args, /locked/);
  });

  test('usher doctor tells how to mend it', async () => {
    const run = await terminal.usher(['doctor']);
    expect(run.code).toBe(4);
    expect(run.stdout).toContain('locked');
  });

  test('nothing was taken away: unlocked, all of it works', async () => {
    await terminal.keyring.unlock();
    expect(await terminal.must(['devices', 'robin'])).toContain('Tablet in the drawer');
    expect((await terminal.must(['mint', 'Attic', '--as', 'raw'])).trim()).not.toBe('');
  });
});

test('a password is no argument, wherever it is put', async () => {
  for (const args of [
    ['sign-in', '--password=hunter2', '--user', 'robin'],
    ['sign-in', '--password', 'hunter2', '--user', 'robin'],
  ]) {
    terminal.plex.requests.clear();
    expect(await terminal.usher(args)).toMatchObject({ code: 2, stdout: '' });
    expect(terminal.plex.requests.list()).toEqual([]);
  }
});

test('usher open says how to open the window where none is installed with it', async () => {
  await failsWith(2, ['open'], /isn’t installed with this command line.*npm start/);
});
