import { execFileSync } from 'node:child_process';
import {
  chmod,
  chown,
  lstat,
  mkdtemp,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MyPlexAccount } from '@ctrl/plex';
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { testAsRoot, testWithMounts } from '../../electron/destinations/testing/root-tests.ts';
import { tokenModes } from '../core/token-modes.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();
let folder: string;
let yaml: string;
let alone: string;

/** As Kometa has it, with the BOM and the line ends of an editor on Windows, and none at its end. */
const config = [
  '\ufefflibraries: &all',
  '  - Movies # mine',
  'plex:',
  '  url: http://old.example:32400',
  "  token: 'CHANGE_ME'   # never share",
  '  again: *all',
].join('\r\n');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usher-cli-app-'));
  [yaml, alone] = [join(folder, 'config.yml'), join(folder, 'token')];
  await terminal.signIn('robin');
  await terminal.must(['servers']);
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => terminal.plex.requests.clear());

interface ListedApp {
  readonly name: string;
  readonly lastFour: string;
  readonly verdict: { readonly kind: string };
  readonly destinations: readonly { readonly path: string; readonly state: string }[];
}
const apps = async (): Promise<readonly ListedApp[]> =>
  ((await terminal.json(['app', 'list'])) as { readonly apps: readonly ListedApp[] }).apps;
const isAlive = (token: string): boolean =>
  terminal.plex.sessions.find(token)?.user.name === 'robin';
const deviceNames = (): readonly string[] =>
  terminal.plex.sessions
    .devicesOf(terminal.plex.user('robin'))
    .map(({ identity }) => identity.deviceName);
const tokenInConfig = async (): Promise<string> =>
  /token: '(.*)'/.exec(await readFile(yaml, 'utf8'))?.[1] ?? '';

describe.each(tokenModes)('usher app, where $mode', ({ settings }) => {
  beforeAll(() => void Object.assign(terminal.plex.settings, settings));

  test('add prints a token of the program’s own, and nothing else on standard output', async () => {
    const run = await terminal.usher(['app', 'add', 'Backup script']);
    const token = run.stdout.trim();
    expect(run).toMatchObject({ code: 0, stdout: `${token}\n` });
    expect(run.stderr).toContain('full rights of the account');
    expect(run.stderr).not.toContain(token);
    expect(isAlive(token)).toBe(true);
    expect(deviceNames()).toContain('Backup script');
    await terminal.must(['app', 'remove', 'backup script']);
    expect(isAlive(token)).toBe(false);
    expect(deviceNames()).not.toContain('Backup script');
  });

  test('add --to asks before it writes; where nobody can be asked, nothing is done', async () => {
    await writeFile(yaml, config);
    await rm(alone, { force: true });
    const args = ['app', 'add', 'Kometa', '--to', `yaml:${yaml}#plex.token`];
    const run = await terminal.usher(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('--yes');
    expect(terminal.plex.requests.list()).toEqual([]);
    const asked = terminal.start(args, { isAttended: true });
    const question = await asked.printed(/\[y\/N\]/);
    expect(question).toContain(`${yaml} › plex.token`);
    asked.type('n\n');
    expect((await asked.ended).code).toBe(1);
    expect(await readFile(yaml, 'utf8')).toBe(config);
    expect(deviceNames()).not.toContain('Kometa');
  });

  test('add --to writes the token, and the server’s address beside it, and leaves every other byte', async () => {
    const places = ['--to', `yaml:${yaml}#plex.token`, '--to', `file:${alone}`];
    await terminal.must(['app', 'add', 'Kometa', '--server', 'Attic', ...places, '--yes']);
    const token = await tokenInConfig();
    expect(isAlive(token)).toBe(true);
    const text = await readFile(yaml, 'utf8');
    const uri = /url: (\S+)/.exec(text)?.[1] ?? '';
    expect(uri).toMatch(/^http/);
    expect(text).toBe(config.replace('CHANGE_ME', token).replace('http://old.example:32400', uri));
    expect(await readFile(alone, 'utf8')).toBe(token);
    expect((await stat(alone)).mode & 0o777).toBe(0o600);
    expect(await apps()).toMatchObject([
      {
        ...{ name: 'Kometa', lastFour: token.slice(-4), verdict: { kind: 'valid' } },
        destinations: [
          { path: yaml, state: 'upToDate' },
          { path: alone, state: 'upToDate' },
        ],
      },
    ]);
  });

  test('rotate writes a new token everywhere without asking, and the old one is dead', async () => {
    const old = await tokenInConfig();
    const run = await terminal.usher(['app', 'rotate', 'kom']);
    expect(run).toMatchObject({ code: 0, stdout: '' });
    const token = await tokenInConfig();
    expect(await readFile(alone, 'utf8')).toBe(token);
    expect([isAlive(old), isAlive(token)]).toEqual([false, true]);
    expect(deviceNames().filter((name) => name === 'Kometa')).toHaveLength(1);
    const secrets = `${run.stderr}${await readFile(join(terminal.profileFolder, 'index.json'), 'utf8')}`;
    expect(secrets).not.toContain(token);
  });

  test('list tells a file that somebody changed, and one that others can read; rotate leaves it', async () => {
    const token = await tokenInConfig();
    await writeFile(alone, 'zzFAKEzzOTHERzzTOKEN');
    await chmod(alone, 0o644);
    const listed = await terminal.must(['app', 'list']);
    expect(listed).toMatch(/changed, readable by others/);
    expect(listed).not.toContain('zzFAKEzzOTHERzzTOKEN');
    expect(listed).not.toContain(token);
    const run = await terminal.usher(['app', 'rotate', '--all']);
    expect(run.code).toBe(2);
    expect(isAlive(token)).toBe(true);
    expect(await readFile(alone, 'utf8')).toBe('zzFAKEzzOTHERzzTOKEN');
    await terminal.must(['app', 'rotate', '--all', '--yes']);
    expect(await readFile(alone, 'utf8')).toBe(await tokenInConfig());
    expect(isAlive(token)).toBe(false);
  });

  test('restrict takes a file from the eyes of others, and touches nothing else', async () => {
    await chmod(alone, 0o644);
    const restricted = await terminal.usher(['app', 'restrict', 'Kometa']);
    expect(restricted.stderr).toContain(`Others can’t read ${alone} anymore.`);
    expect((await stat(alone)).mode & 0o777).toBe(0o600);
    const again = await terminal.usher(['app', 'restrict', 'Kometa']);
    expect([again.code, again.stdout]).toEqual([0, '']);
    expect(again.stderr).not.toContain(alone);
  });

  test('a published SDK, given the token from the file, lists the servers and opens one', async () => {
    const { baseUrl } = terminal.plex;
    const direct = globalThis.fetch;
    // Where plex.tv is, for an SDK that knows no other.
    vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => {
      const url = input instanceof Request ? input.url : String(input);
      return direct(url.replace(/^https:\/\/(?:clients\.)?plex\.tv/, baseUrl), init);
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    const token = await readFile(alone, 'utf8');
    const account = await new MyPlexAccount(null, '', '', token).connect();
    const resources = await account.resources();
    expect(resources.map(({ name }) => name)).toContain('Attic');
    const server = await (await account.resource('Attic')).connect(false, 5_000);
    expect(server).toMatchObject({
      machineIdentifier: terminal.plex.server('Attic').machineIdentifier,
    });
  });

  test('remove --clear revokes it and empties it in its files', async () => {
    const token = await tokenInConfig();
    const run = await terminal.usher(['app', 'remove', 'Kometa', '--clear']);
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(isAlive(token)).toBe(false);
    expect(await tokenInConfig()).toBe('');
    expect(await readFile(alone, 'utf8')).toBe('');
    expect(await apps()).toEqual([]);
  });

  test('repair makes the rejected ones anew by one question, and tells what to enter by hand', async () => {
    const names = ['One', 'Two', 'Three'];
    const files = names.map((name) => join(folder, `${name}.env`));
    for (const [index, name] of names.entries()) {
      const file = files[index] ?? '';
      await writeFile(file, '# kept\nPLEX_TOKEN=\n');
      await terminal.must(['app', 'add', name, '--to', `env:${file}#PLEX_TOKEN`, '--yes']);
    }
    await terminal.must(['app', 'add', 'By hand']);
    const tokenIn = async (file: string): Promise<string> =>
      /PLEX_TOKEN=(.*)/.exec(await readFile(file, 'utf8'))?.[1] ?? '';
    const old = await Promise.all(files.map(tokenIn));
    await writeFile(files[1] ?? '', 'PLEX_TOKEN=zzFAKEzzOTHERzzTOKEN\n');
    terminal.plex.revokeAll('robin');
    const early = await terminal.usher(['app', 'repair', '--yes']);
    expect([early.code, early.stdout]).toEqual([1, '']);
    expect(early.stderr).toContain('Sign in to its account first');
    await terminal.signIn('robin');

    const unasked = await terminal.usher(['app', 'repair']);
    expect([unasked.code, unasked.stdout]).toEqual([2, '']);
    expect(await tokenIn(files[0] ?? '')).toBe(old[0]);
    const asking = terminal.start(['app', 'repair'], { isAttended: true });
    await asking.printed(/\[y\/N\]/);
    asking.type('y\n');
    const { code, stdout } = await asking.ended;
    expect(code).toBe(1);
    for (const name of names) expect(stdout).toContain(`Made a new token for ${name}.`);
    expect(stdout).toContain('usher app show "Two"');
    expect(stdout).toContain('usher app show "By hand"');
    const present = await Promise.all(files.map(tokenIn));
    expect(present.map(isAlive)).toEqual([true, false, true]);
    expect(present[1]).toBe('zzFAKEzzOTHERzzTOKEN');
    expect(await readFile(files[0] ?? '', 'utf8')).toBe(`# kept\nPLEX_TOKEN=${present[0]}\n`);
    const shown = await terminal.must(['app', 'show', 'Two']);
    expect(isAlive(shown.trim())).toBe(true);
    expect((await terminal.usher(['app', 'repair', '--yes'])).stderr).toContain(
      'Plex accepts every app token.',
    );
    for (const name of [...names, 'By hand']) await terminal.must(['app', 'remove', name]);
  });

  test('add that is killed once Plex has made the token is undone by the next command, which says so', async () => {
    terminal.plex.faults.add({
      match: { path: '/api/v2/user' },
      action: { hold: true },
    });
    const killed = terminal.start(['app', 'add', 'X']);
    await expect.poll(deviceNames).toContain('X');
    killed.signal('SIGKILL');
    await killed.ended;
    terminal.plex.faults.clear();
    const run = await terminal.usher(['app', 'list']);
    expect(run.stderr).toContain('The token for X wasn’t made.');
    expect(deviceNames()).not.toContain('X');
  });

  test('with a link to a file of one’s own writes that file, and the link stays', async () => {
    const here = await mkdtemp(join(folder, 'link-'));
    const [real, link] = [join(here, 'real.env'), join(here, 'link.env')];
    await writeFile(real, 'PLEX_TOKEN=\n', { mode: 0o644 });
    await symlink(real, link);
    const run = await terminal.usher([
      'app',
      'add',
      'L',
      '--to',
      `env:${link}#PLEX_TOKEN`,
      '--yes',
    ]);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('usher app restrict "L"');
    expect(await readFile(real, 'utf8')).toMatch(/^PLEX_TOKEN=\S{20,}\n$/);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    await terminal.must(['app', 'remove', 'L', '--clear']);
    expect(await readFile(real, 'utf8')).toBe('PLEX_TOKEN=\n');
  });

  testWithMounts('with a file that is mounted elsewhere shows it there too', async () => {
    const [real, mounted] = [join(folder, 'host.env'), join(folder, 'container.env')];
    await writeFile(real, 'PLEX_TOKEN=\n');
    await writeFile(mounted, '');
    execFileSync('mount', ['--bind', real, mounted]);
    try {
      await terminal.must(['app', 'add', 'M', '--to', `env:${real}#PLEX_TOKEN`, '--yes']);
      expect(await readFile(mounted, 'utf8')).toMatch(/^PLEX_TOKEN=\S{20,}\n$/);
      await terminal.must(['app', 'remove', 'M']);
    } finally {
      execFileSync('umount', [mounted]);
    }
  });

  testWithMounts('with a file on a disk that can only be read makes nothing', async () => {
    const disk = await mkdtemp(join(folder, 'disk-'));
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', disk]);
    try {
      await writeFile(join(disk, '.env'), 'PLEX_TOKEN=\n');
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      const to = `env:${join(disk, '.env')}#PLEX_TOKEN`;
      const run = await terminal.usher(['app', 'add', 'X', '--to', to, '--yes']);
      expect([run.code, run.stdout]).toEqual([1, '']);
      expect(deviceNames()).not.toContain('X');
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  testAsRoot('with a file of another user says so, and offers to paste', async () => {
    const theirs = join(folder, 'theirs.env');
    await writeFile(theirs, 'PLEX_TOKEN=\n');
    await chown(theirs, 12_345, 12_345);
    const run = await terminal.usher([
      'app',
      'add',
      'X',
      '--to',
      `env:${theirs}#PLEX_TOKEN`,
      '--yes',
    ]);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('Copy the token and enter it there yourself.');
    expect(await readFile(theirs, 'utf8')).toBe('PLEX_TOKEN=\n');
    expect(deviceNames()).not.toContain('X');
  });

  test.each([
    ['no name', ['app', 'add'], 2, 'Name the program'],
    ['a format that is none', ['app', 'add', 'X', '--to', 'toml:x#y', '--yes'], 2, 'env:'],
    [
      'a file with other things in it',
      ['app', 'add', 'X', '--to', 'file:KEYS', '--yes'],
      1,
      'more than a token',
    ],
    [
      'a file that is not there',
      ['app', 'add', 'X', '--to', 'yaml:NONE#a', '--yes'],
      1,
      'no such file',
    ],
    ['a program that has none', ['app', 'rotate', 'Nobody'], 2, 'Nobody'],
  ])('with %s says so, and makes nothing', async (_what, args, code, words) => {
    const keys = join(folder, 'authorized_keys');
    await writeFile(keys, 'ssh-ed25519 AAAAFAKE robin@desk\n');
    const given = args.map((arg) =>
      arg.replace('KEYS', keys).replace('NONE', join(folder, 'none.yml')),
    );
    const run = await terminal.usher(given);
    expect([run.code, run.stdout]).toEqual([code, '']);
    expect(run.stderr).toContain(words);
    expect(deviceNames()).not.toContain('X');
  });
});
