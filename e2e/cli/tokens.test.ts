import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { cliFile } from './testing/cli-file.ts';
import { useCommands, type Commands } from './testing/commands.ts';
import { interruptWaiting } from './testing/interrupt-waiting.ts';
import { startCommand } from './testing/start-command.ts';
import { changeEach, isWhole, keychainKeys, readIndex } from './testing/stored.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();
const commands = useCommands();

beforeAll(() => terminal.signIn('robin'));
beforeAll(() => commands.signIn('robin'));

const isoTime = expect.stringMatching(/^\d{4}-.*Z$/) as string;

const isIssuedBy = ({ plex }: Pick<Commands, 'plex'>, token: string): boolean =>
  plex.secrets.list().some(({ kind, value }) => kind === 'transientToken' && value === token);

/** A folder of programs that stand in for the system's, in front of all others. */
async function withPrograms(programs: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'usher-programs-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(folder, { recursive: true });
  for (const [name, script] of Object.entries(programs)) {
    const file = join(folder, name);
    await writeFile(file, `#!/bin/sh\n${script.replaceAll('HERE', folder)}\n`);
    await chmod(file, 0o755);
  }
  return folder;
}

describe('usher mint', () => {
  test('prints a fresh token of the server, alone, and keeps it in the list', async () => {
    const run = await terminal.usher(['mint', 'Attic']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const token = run.stdout.trimEnd();
    expect(isIssuedBy(terminal, token)).toBe(true);
    expect(await terminal.must(['tokens'])).toMatch(
      new RegExp(`^transient …${token.slice(-4)} +Attic +robin +valid, just now +4[78] h`, 'm'),
    );
    expect(await isWhole(terminal)).toBe(true);
  });

  test.each([
    ['header', /^X-Plex-Token: (\S+)\n$/],
    ['url', /^http:\/\/127\.0\.0\.1:\d+\/\?X-Plex-Token=(\S+)\n$/],
    ['curl', /^curl -H 'X-Plex-Token: (\S+)' 'http:\S+'\n$/],
    ['env', /^PLEX_TOKEN=(\S+)\n$/],
    ['yaml', /^plex_token: "(\S+)"\n$/],
  ])('prints it as %s', async (form, shape) => {
    const printed = await commands.must(['mint', 'attic', '--as', form]);
    expect(isIssuedBy(commands, shape.exec(printed)?.[1] ?? '')).toBe(true);
  });

  test('prints it as JSON, with what it is for and when it ends', async () => {
    const printed = await commands.must(['mint', 'Att', '--account', 'robin', '--as', 'json']);
    const { token, ...facts } = JSON.parse(printed) as Record<string, string>;
    expect(isIssuedBy(commands, token ?? '')).toBe(true);
    expect(facts).toMatchObject({
      url: expect.stringMatching(/^http:/) as string,
      server: 'Attic',
      account: 'robin',
      machineIdentifier: commands.plex.server('Attic').machineIdentifier,
      expiresAt: expect.stringMatching(/Z$/) as string,
    });
  });

  test('hands it to the clipboard on standard input, prints nothing, and says that nobody clears it', async () => {
    const folder = await withPrograms({ xclip: 'cat > HERE/copied; echo "$*" > HERE/arguments' });
    const run = await terminal.usher(['mint', 'Attic', '--copy'], {
      env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, DISPLAY: ':99' },
    });
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toContain('won’t clear the clipboard');
    const token = await readFile(join(folder, 'copied'), 'utf8');
    expect(isIssuedBy(terminal, token)).toBe(true);
    expect(await readFile(join(folder, 'arguments'), 'utf8')).not.toContain(token);
  });

  test.each([
    ['no desktop session', { DISPLAY: '', WAYLAND_DISPLAY: '' }],
    ['no program for it', { DISPLAY: ':99', PATH: '/nonexistent' }],
  ])('mints nothing for a clipboard that is not there: %s', async (_why, env) => {
    terminal.plex.requests.clear();
    const run = await terminal.usher(['mint', 'Attic', '--copy'], { env });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('usher mint, without --copy');
    expect(terminal.plex.requests.list()).toEqual([]);
  });

  test('that the clipboard does not take is kept, and which one it is told', async () => {
    const folder = await withPrograms({ xclip: 'exit 1', xsel: 'exit 1' });
    const run = await terminal.usher(['mint', 'Attic', '--copy'], {
      env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, DISPLAY: ':99' },
    });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    const [newest] = ((await terminal.json(['tokens'])) as { tokens: { lastFour: string }[] })
      .tokens;
    expect(run.stderr).toContain(`saved the token …${newest?.lastFour ?? ''} for Attic`);
  });

  test('of a server that is off cannot reach it', async () => {
    const run = await commands.usher(['mint', "Granny's", '--as', 'json']);
    expect(run.code).toBe(3);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'server.unreachable' } });
    expect(run.stderr).toContain('usher server add ADDRESS');
  });

  test('refused by the server is refused', async () => {
    commands.plex.faults.add({
      match: { host: 'Attic', path: '/security/token' },
      action: { status: 401 },
    });
    const run = await commands.usher(['mint', 'Attic']);
    commands.plex.faults.clear();
    expect(run).toMatchObject({ code: 1, stdout: '' });
  });

  test('whose reader is gone keeps the token all the same', async () => {
    const before = (await readIndex(terminal)).transientTokens.length;
    const started = terminal.start(['mint', 'Attic']);
    started.hangUp();
    expect(await started.ended).toMatchObject({ code: 0, stderr: '' });
    expect((await readIndex(terminal)).transientTokens).toHaveLength(before + 1);
    expect(await isWhole(terminal)).toBe(true);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'ended by %s while the server is asked keeps nothing half',
    async (signal) => {
      const before = await keychainKeys(terminal);
      const match = { host: 'Attic', path: '/security/token' };
      const run = await interruptWaiting(terminal, ['mint', 'Attic'], { match, signal });
      expect(run).toMatchObject({ code: signal === 'SIGINT' ? 130 : 143, stdout: '', stderr: '' });
      expect(await keychainKeys(terminal)).toEqual(before);
      expect(await isWhole(terminal)).toBe(true);
    },
  );
});

describe('usher tokens', () => {
  test('lists them as JSON, without their secrets', async () => {
    const answer = (await commands.json(['tokens'])) as { tokens: Record<string, string>[] };
    expect(answer.tokens.length).toBeGreaterThan(3);
    expect(answer.tokens[0]).toMatchObject({
      server: 'Attic',
      account: 'robin',
      verdict: { kind: 'valid' },
    });
    for (const { value } of commands.plex.secrets.list()) {
      expect(JSON.stringify(answer)).not.toContain(value);
    }
  });

  test('says of one that its server took no more when it was last asked', async () => {
    await changeEach(commands, 'transientTokens', { rejectedAt: Date.now() });
    expect(await commands.json(['tokens'])).toMatchObject({
      tokens: expect.arrayContaining([
        expect.objectContaining({ verdict: { kind: 'rejected', rejectedAt: isoTime } }),
      ]) as unknown[],
    });
    expect(await commands.must(['tokens'])).toMatch(/Attic +robin +rejected, just now +\d+ h/);
  });
});

describe('usher forget', () => {
  test('lists the candidates where a name fits more than one, and forgets the one that is named', async () => {
    const ambiguous = await terminal.usher(['forget', 'Attic', '--json']);
    expect(ambiguous.code).toBe(2);
    const { error } = JSON.parse(ambiguous.stdout) as {
      error: { code: string; candidates: string[] };
    };
    expect(error.code).toBe('token.ambiguous');
    const [first = ''] = error.candidates;
    const [id = ''] = first.split(' ');
    expect(await terminal.json(['forget', id])).toMatchObject({ forgotten: { id } });
    expect(await terminal.must(['tokens'])).not.toContain(id);
    expect(await isWhole(terminal)).toBe(true);
  });

  test('knows one by the whole of it, and never repeats that', async () => {
    const mint = async (): Promise<string> => (await commands.must(['mint', 'Attic'])).trim();
    const [first, second] = [await mint(), await mint()];
    const forgot = await commands.usher(['forget', first]);
    expect(forgot).toMatchObject({ code: 0, stdout: '' });
    expect(forgot.stderr).toContain(`…${first.slice(-4)} of Attic`);
    const again = await commands.usher(['forget', first, '--json']);
    expect(again.code).toBe(2);
    expect(JSON.parse(again.stdout)).toMatchObject({
      error: { code: 'token.notFound', wanted: `transient …${first.slice(-4)}` },
    });
    const unknown = await commands.usher(['mint', commands.plex.grantToken('sam'), '--as', 'json']);
    const said = [forgot, again, unknown].map(({ stdout, stderr }) => stdout + stderr).join('');
    for (const { value } of commands.plex.secrets.list()) expect(said).not.toContain(value);
    expect(await commands.json(['forget', second])).toMatchObject({
      forgotten: { lastFour: second.slice(-4) },
    });
  });
});

describe('usher exec', () => {
  test('gives the command a token that is kept nowhere, and answers its exit code', async () => {
    const before = await keychainKeys(terminal);
    const script = 'printf "%s %s" "$PLEX_TOKEN" "$PLEX_URL"; cat; exit 7';
    const run = await terminal.usher(['exec', 'Attic', '--', 'sh', '-c', script], {
      input: ' typed',
    });
    expect(run).toMatchObject({ code: 7, stderr: '' });
    const [token = '', url, typed] = run.stdout.split(' ');
    expect(isIssuedBy(terminal, token)).toBe(true);
    expect([url, typed]).toEqual([terminal.plex.server('Attic').url, 'typed']);
    expect(await keychainKeys(terminal)).toEqual(before);
    expect(JSON.stringify(await readIndex(terminal))).not.toContain(token.slice(-8));
  });

  test('hands signals on to the command, and answers how it ended', async () => {
    const script = 'trap "echo heard; exit 5" TERM; echo ready; while :; do sleep 0.05; done';
    const started = terminal.start(['exec', 'Attic', '--', 'sh', '-c', script]);
    await started.printed(/ready/);
    started.signal('SIGTERM');
    const run = await started.ended;
    expect(run).toMatchObject({ code: 5 });
    expect(run.stdout).toContain('heard');
  });

  test('leaves the command its environment', async () => {
    const script = 'printf "%s %s" "$HOSTS" "$NODE_TLS_REJECT_UNAUTHORIZED"';
    const run = await terminal.usher(['exec', 'Attic', '--', 'sh', '-c', script], {
      env: { HOSTS: 'mine', NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    });
    expect(run).toMatchObject({ code: 0, stdout: 'mine 0', stderr: '' });
  });

  test('of a command that is not there, or of none, is wrong use', async () => {
    const missing = await terminal.usher(['exec', 'Attic', '--', 'no-such-command']);
    expect(missing).toMatchObject({ code: 127, stdout: '' });
    terminal.plex.requests.clear();
    for (const rest of [[], ['--', ''], ['--', '', 'x']]) {
      const run = await terminal.usher(['exec', 'Attic', ...rest]);
      expect(run.code).toBe(2);
      expect(run.stderr).toMatch(/missing required argument 'COMMAND'|No command after --/);
    }
    expect(terminal.plex.requests.list()).toEqual([]);
  });

  test('of what is no program answers as a shell does', async () => {
    const inFile = await terminal.usher(['exec', 'Attic', '--', join(cliFile, 'program')]);
    expect(inFile).toMatchObject({ code: 126, stdout: '' });
    expect(inFile.stderr).toMatch(/^usher: .*: can’t be executed\n$/);
  });

  test('lets the command hear Ctrl-C once, also where its input is a pipe', async () => {
    // It lives on for a second after the first, in which a second would come.
    const script = [
      'trap "echo heard; heard=1" INT; echo ready',
      'while [ -z "$heard" ]; do sleep 0.1; done',
      'for i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.1; done',
    ].join('; ');
    const started = terminal.start(['exec', 'Attic', '--', 'sh', '-c', script], {
      isAttended: true,
      redirection: '</dev/null',
    });
    await started.printed(/ready/);
    started.type('\u0003');
    expect((await started.ended).stdout.match(/heard/g)).toHaveLength(1);
  });
});

describe('usher source', () => {
  const source = (): string => `server://${commands.plex.server('Attic').machineIdentifier}`;

  const library = 'provider://com.plexapp.plugins.library';

  test('lists each device with the connections to it, its token masked', async () => {
    const text = await commands.must(['source', 'Attic', library]);
    for (const name of ['Attic', 'Old Barn', 'Loft']) {
      const id = commands.plex.server(name).machineIdentifier;
      const row = `^${name} +local +http://127.0.0.1:\\d+ +transient …\\S{4} +${id}$`;
      expect(text).toMatch(new RegExp(row, 'm'));
    }
  });

  test('tells a program of each device, and shows its token when told to', async () => {
    const { source: answer } = (await commands.json([
      ...['source', 'Attic', library, '--refresh', '--show-token'],
    ])) as { source: { devices: { name: string; token: object; secret?: string }[] } };
    expect(answer.devices.map(({ name }) => name)).toEqual(['Attic', 'Old Barn', 'Loft']);
    for (const { name, token, secret = '' } of answer.devices) {
      expect(token).toEqual({ kind: 'transient', lastFour: secret.slice(-4) });
      expect(commands.plex.server(name).rightsOf(secret)).toMatchObject({ isTransient: true });
    }
  });

  test('asks with a transient token of the server when told to, and says when the server no longer takes that', async () => {
    const secret = (await commands.must(['mint', 'Attic'])).trimEnd();
    const asking = ['source', 'Attic', source(), '--transient', secret.slice(-4)];
    const attic = commands.plex.server('Attic');
    attic.renewAccessToken(commands.plex.user('robin'));
    commands.plex.requests.clear();
    expect(await commands.must(asking)).toMatch(/^Attic +local /m);
    const paths = commands.plex.requests.list().map(({ path }) => path);
    expect(paths.filter((path) => path !== '/identity')).toEqual(['/security/resources']);

    expect(await commands.must([...asking.slice(0, -1), secret])).toMatch(/^Attic +local /m);

    await attic.restart();
    const run = await commands.usher(asking);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('no longer accepts this transient token');
    expect((await commands.usher([...asking.slice(0, -1), 'none'])).code).toBe(2);
  });

  test('is for the owner alone, and for what is a source', async () => {
    expect((await commands.usher(['source', 'Cabin', source()])).code).toBe(1);
    expect((await commands.usher(['source', 'Attic', 'Attic'])).code).toBe(2);
  });
});

describe('a keychain that is locked', () => {
  test('is told as that, and signs nobody out', async () => {
    const token = (await terminal.must(['mint', 'Attic'])).trim();
    await terminal.keyring.lock();
    const run = await terminal.usher(['mint', 'Attic', '--as', 'json']);
    const whole = await terminal.usher(['forget', token, '--json']);
    const doctor = await terminal.usher(['doctor']);
    await terminal.keyring.unlock();
    expect(run.code).toBe(4);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'vault.locked' } });
    expect(run.stderr).toContain('The keychain is locked.');
    // Which token that is, the keychain alone could say.
    expect(JSON.parse(whole.stdout)).toMatchObject({ error: { code: 'vault.locked' } });
    expect(doctor.code).toBe(4);
    expect(doctor.stdout).toContain('(collectionLocked)');
    expect((await terminal.usher(['mint', 'Attic'])).code).toBe(0);
  });

  test('or not there at all is told too, with who knows what mends it', async () => {
    const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
    const run = await terminal.usher(['account', '--json'], { env });
    expect(run.code).toBe(4);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'vault.unavailable' } });
    expect(run.stderr).toContain('usher doctor');
    expect(run.stderr).not.toContain('this session only');
  });

  test('without a bus and a display is there once the doctor’s lines are run', async () => {
    const home = await mkdtemp(join(tmpdir(), 'usher-headless-'));
    onTestFinished(() => rm(home, { recursive: true, force: true }));
    const env = {
      ...terminal.env,
      ...{ HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: home, PS1: '' },
      ...{ DBUS_SESSION_BUS_ADDRESS: undefined, USHER_PROFILE: join(home, 'profile') },
    };
    const doctor = await terminal.usher(['doctor'], { env });
    expect(doctor).toMatchObject({ code: 4 });
    const [bus = '', unlock = '', usher] = [...doctor.stdout.matchAll(/^ {4}(.+)$/gm)].map(
      ([, command = '']) => command,
    );
    expect(usher).toBe('usher doctor');
    const shell = startCommand('script', ['-qec', bus, '/dev/null'], env);
    shell.type(`${unlock}; echo un'locked'\n`);
    shell.type('the password of the keyring\n');
    await shell.printed(/unlocked/);
    shell.type(`'${process.execPath}' '${cliFile}' doctor; echo en'ded' $?; exit\n`);
    expect(await shell.printed(/ended \d/)).toMatch(/ended 0/);
    await shell.ended;
  });
});

describe('usher copy', () => {
  const copied = async (args: readonly string[], says: RegExp): Promise<string> => {
    const run = await commands.usher(['copy', 'Cabin', ...args]);
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toMatch(says);
    expect(run.stderr).toContain('won’t clear the clipboard');
    return commands.clipboardText();
  };

  test('mints where there is no token, copies that one while it is valid, and else a new one', async () => {
    const first = await copied([], /^Copied a new token for Cabin \(valid up to 4[78] h/);
    expect(isIssuedBy(commands, first)).toBe(true);
    const ofFirst = `^Copied the token …${first.slice(-4)} for Cabin, which is still valid`;
    expect(await copied([], new RegExp(ofFirst))).toBe(first);
    const second = await copied(['--new'], /^Copied a new token for Cabin/);
    expect(second).not.toBe(first);
    await commands.plex.server('Cabin').restart();
    const third = await copied([], /^The last token for Cabin is no longer valid\. Copied a new/);
    expect([first, second]).not.toContain(third);
    await commands.plex.server('Cabin').stop();
    const ofThird = `^Copied the token …${third.slice(-4)} for Cabin, but couldn’t check whether`;
    expect(await copied([], new RegExp(ofThird))).toBe(third);
    await commands.plex.server('Cabin').start();
  });

  test('copies in the form of the settings, as mint does, or in the one asked for', async () => {
    const file = join(commands.profileFolder, 'settings.json');
    await writeFile(file, '{"version":1,"data":{"tokenForm":"header"}}');
    expect(await copied([], /Cabin/)).toMatch(/^X-Plex-Token: transient-/);
    expect(await copied(['--as', 'env'], /Cabin/)).toMatch(/^PLEX_TOKEN=transient-/);
    expect(await commands.must(['mint', 'Attic'])).toMatch(/^transient-/);
    await commands.must(['mint', 'Attic', '--copy']);
    expect(commands.clipboardText()).toMatch(/^X-Plex-Token: transient-/);
    expect(await readFile(file, 'utf8')).toContain('"header"');
    await rm(file);
  });

  test('hands it to the clipboard on standard input, and prints nothing', async () => {
    const folder = await withPrograms({ xclip: 'cat > HERE/copied; echo "$*" > HERE/arguments' });
    const run = await terminal.usher(['copy', 'Attic', '--new'], {
      env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, DISPLAY: ':99' },
    });
    expect(run).toMatchObject({ code: 0, stdout: '' });
    const token = await readFile(join(folder, 'copied'), 'utf8');
    expect(isIssuedBy(terminal, token)).toBe(true);
    expect(await readFile(join(folder, 'arguments'), 'utf8')).not.toContain(token);
    expect(await isWhole(terminal)).toBe(true);
  });

  test('mints nothing for a clipboard that is not there', async () => {
    terminal.plex.requests.clear();
    const env = { DISPLAY: '', WAYLAND_DISPLAY: '' };
    const run = await terminal.usher(['copy', 'Attic', '--new'], { env });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(terminal.plex.requests.list()).toEqual([]);
  });
});
