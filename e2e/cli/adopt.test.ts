import { chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { testAsRoot } from '../../electron/destinations/testing/root-tests.ts';
import type { Run } from './testing/start-command.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();
const dead = 'zzFAKEzzOLDzzTOKEN01';
let folder: string;
let phone: string;
let servers: string;

beforeAll(async () => {
  await terminal.signIn('robin');
  await terminal.must(['servers']);
  phone = terminal.plex.grantToken('robin', { clientIdentifier: 'phone', deviceName: 'Phone' });
  servers = terminal.plex.server('Attic').onlineToken;
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usher-adopt-'));
  onTestFinished(async () => {
    const { apps } = (await terminal.json(['app', 'list'])) as {
      apps: readonly { name: string }[];
    };
    for (const { name } of apps) await terminal.must(['app', 'remove', name]);
    await rm(folder, { recursive: true });
  });
});

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

const textOf = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

/** The shapes of all presets, with a token in each. */
const shapes = (): Readonly<Record<string, string>> => ({
  'kometa/config/config.yml': [
    '# never share',
    'libraries:',
    '  Movies:',
    `    plex: { url: http://192.0.2.4:32400, token: '${phone}' } # mine`,
    'plex:',
    '  url: http://192.0.2.5:32400',
    `  token: ${phone}`,
    '',
  ].join('\r\n'),
  'tautulli/config.ini': `[PMS]\npms_token = ${servers}\npms_url = http://192.0.2.5:32400\n`,
  'pts/servers.yml': `servers:\n  default:\n    token: ${phone}\n    urls: []\n`,
  'pts/.env': `# This is .env file for PlexTraktSync\nPLEX_OWNER_TOKEN=${phone}\n`,
  'plexapi/config.ini': `[auth]\nserver_token = ${dead}\n`,
  'pal/config.yaml': `plexautolanguages:\n  plex:\n    token: "${dead}"\n`,
  'media/.env': `export PLEX_TOKEN="${dead}" # of all\nGITHUB_TOKEN=zzFAKEzzOTHERzzTOKEN\n`,
  'seerr/settings.json': '{"clientId":"1","vapidPrivate":"zz","plex":{"ip":"plex"}}',
  'maintainerr/maintainerr.sqlite': 'SQLite format 3\0',
});

/** Neither what was printed nor what was stored may hold a token. */
async function expectNoLeak({ stdout, stderr }: Run): Promise<void> {
  const entries = await readdir(terminal.profileFolder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')),
  );
  const all = [stdout, stderr, ...texts].join('\n');
  for (const token of [dead, phone, servers, 'zzFAKEzzOTHERzzTOKEN']) {
    expect(all.includes(token)).toBe(false);
  }
}

afterAll(() => {
  const others = terminal.plex.requests
    .list()
    .filter(({ headers }) => headers['x-plex-token'] === 'zzFAKEzzOTHERzzTOKEN');
  expect(others, 'no other service’s token was sent anywhere').toEqual([]);
});

test('a folder of all presets: every token is told, none is printed, and --json writes nothing', async () => {
  const files = shapes();
  await put(files);
  const run = await terminal.usher(['app', 'adopt', folder, '--json']);
  expect(run.code).toBe(0);
  const found = JSON.parse(run.stdout) as {
    readonly tokens: readonly {
      readonly token: { readonly lastFour: string };
      readonly isServersOwn: boolean;
      readonly finding: { readonly kind: string };
      readonly uses: readonly { readonly app: string; readonly places: readonly unknown[] }[];
    }[];
    readonly elsewhere: readonly { readonly name: string }[];
    readonly adopted: readonly unknown[];
  };
  const told = found.tokens.map(({ token, isServersOwn, finding, uses }) => [
    token.lastFour,
    finding.kind,
    isServersOwn,
    uses.map(({ app, places }) => `${app} ${places.length}`).sort(),
  ]);
  expect(told).toEqual(
    expect.arrayContaining([
      [phone.slice(-4), 'account', false, ['Kometa 2', 'PlexTraktSync 2']],
      [servers.slice(-4), 'account', true, ['Tautulli 1']],
      [
        dead.slice(-4),
        'refused',
        false,
        ['Docker Compose media 1', 'Plex Auto Languages 1', 'python-plexapi 1'],
      ],
    ]),
  );
  expect(told).toHaveLength(3);
  expect(found.elsewhere.map(({ name }) => name).sort()).toEqual(['Maintainerr', 'Seerr']);
  expect(found.adopted).toEqual([]);
  for (const [name, text] of Object.entries(files)) expect(await textOf(name)).toBe(text);
  await expectNoLeak(run);
});

test('--yes gives each program one of its own; the old ones live on, and it says where to end them', async () => {
  const files = shapes();
  await put(files);
  const run = await terminal.usher(['app', 'adopt', folder, '--yes']);
  expect(run.code).toBe(0);
  await expectNoLeak(run);
  expect(run.stderr).toContain('is shared by PlexTraktSync and Kometa.');
  expect(run.stderr).toContain('is the own token of the server Attic');
  expect(run.stderr).toContain('revoke Phone in the Authorized Devices of robin');
  expect(run.stderr).toContain('Start Tautulli again.');
  expect(run.stderr).toContain('Change it in Maintainerr');
  const kometa = await textOf('kometa/config/config.yml');
  const token = /token: (\S+)\r\n$/.exec(kometa)?.[1] ?? '';
  expect(kometa).toBe(files['kometa/config/config.yml']?.replaceAll(phone, token));
  const written = await Promise.all(
    ['tautulli/config.ini', 'pts/.env', 'plexapi/config.ini', 'media/.env'].map(textOf),
  );
  const tokens = [kometa, ...written].map(
    (text) => /(?:token|TOKEN)[ =:'"]+([\w.-]{20,})/.exec(text)?.[1] ?? '',
  );
  expect(new Set(tokens).size).toBe(tokens.length);
  for (const one of [...tokens, phone, servers]) {
    expect(terminal.plex.sessions.find(one)?.user.name).toBe('robin');
  }
  const again = await terminal.json(['app', 'adopt', folder]);
  expect(JSON.stringify(again).match(/"offer":"isAppToken"/g)).toHaveLength(6);
});

test('asks program by program; where the answer is no, or nobody can be asked, nothing is written', async () => {
  const text = `PLEX_TOKEN=${dead}\n`;
  await put({ 'a/.env': text, 'b/config.ini': `[auth]\nserver_token=${phone}\n` });
  const unasked = await terminal.usher(['app', 'adopt', folder]);
  expect(unasked.code).toBe(2);
  expect(unasked.stdout).toContain('Docker Compose a');
  expect(unasked.stderr).toContain('--yes');
  const asked = terminal.start(['app', 'adopt', folder], { isAttended: true });
  await asked.printed(/Give Docker Compose a a token of its own.*\[y\/N\]/);
  asked.type('n\n');
  await asked.printed(/Give python-plexapi a token of its own.*\[y\/N\]/);
  asked.type('y\n');
  const ended = await asked.ended;
  expect(ended.code).toBe(0);
  expect(ended.stdout).toContain('Left Docker Compose a as it is.');
  expect(await textOf('a/.env')).toBe(text);
  expect(await textOf('b/config.ini')).not.toContain(phone);
  await expectNoLeak(ended);
});

test('another’s program is left as it is, unless an account is named', async () => {
  const text = `PLEX_TOKEN=${terminal.plex.grantToken('sam', { clientIdentifier: 'sams' })}\n`;
  await put({ '.env': text });
  const left = await terminal.usher(['app', 'adopt', folder, '--yes']);
  expect(left.code).toBe(1);
  expect(left.stderr).toContain('--account ACCOUNT');
  expect(await textOf('.env')).toBe(text);
  await terminal.must(['app', 'adopt', folder, '--yes', '--account', 'robin']);
  expect(await textOf('.env')).not.toBe(text);
});

test('a file that isn’t there, or is no settings file, is told; another action takes one name alone', async () => {
  const missing = await terminal.usher(['app', 'adopt', join(folder, 'no-such.yml')]);
  expect(missing.code).toBe(1);
  expect(missing.stderr).toContain('There’s no such file');
  const two = await terminal.usher(['app', 'remove', 'Backup', 'script']);
  expect(two).toMatchObject({ code: 2, stdout: '' });
});

testAsRoot('somebody else’s file is not read', async () => {
  await put({ '.env': `PLEX_TOKEN=${dead}\n` });
  await chown(join(folder, '.env'), 12_345, 12_345);
  const run = await terminal.usher(['app', 'adopt', folder, '--yes']);
  expect(run.code).toBe(1);
  expect(run.stdout).toBe('');
  expect(await textOf('.env')).toBe(`PLEX_TOKEN=${dead}\n`);
});
