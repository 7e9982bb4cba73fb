import { beforeAll, describe, expect, test } from 'vitest';
import { useCommands } from './testing/commands.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();
const commands = useCommands();

beforeAll(() => commands.signIn('robin'));

interface Device {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

const listed = async (): Promise<readonly Device[]> =>
  ((await commands.json(['devices'])) as { devices: readonly Device[] }).devices;

describe('usher devices', () => {
  test('lists the Authorized Devices, this installation marked, without their tokens', async () => {
    const text = await commands.must(['devices', 'robin']);
    expect(text).toMatch(/^DEVICE +PRODUCT +PLATFORM +LAST SEEN +ID$/m);
    expect(text).toMatch(/\(this computer\) +Usher /);
    const all = JSON.stringify(await listed());
    for (const { value } of commands.plex.secrets.list()) expect(all).not.toContain(value);
  });

  test('shows a person the beginning of a very long name, and a program all of it', async () => {
    await terminal.signIn('wren');
    const words = ['devices', 'wren'];
    const shown = await terminal.start(words, { isAttended: true }).ended;
    expect(shown.stdout).toContain(` ${'W'.repeat(39)}… `);
    expect(shown.stdout).not.toContain('W'.repeat(40));
    expect(await terminal.must(words)).toContain('W'.repeat(300));
    await terminal.must(['sign-out', 'wren']);
  });
});

describe('usher revoke', () => {
  test('revokes the one that is named, proved by the list', async () => {
    commands.plex.addDevice('robin', { deviceName: 'An old phone' });
    expect(await listed()).toContainEqual(expect.objectContaining({ name: 'An old phone' }));
    const run = await commands.usher(['revoke', 'an old']);
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toContain('Revoked An old phone.');
    expect(await listed()).not.toContainEqual(expect.objectContaining({ name: 'An old phone' }));
  });

  test('does not cut off the branch it sits on', async () => {
    const here = (await listed()).find(({ kind }) => kind === 'here');
    const run = await commands.usher(['revoke', here?.id ?? '']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('usher sign-out');
  });

  test('of a name that no device has is wrong use', async () => {
    const run = await commands.usher(['revoke', 'nothing of the kind', '--json']);
    expect(run.code).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'device.notFound' } });
  });
});

describe('usher identify', () => {
  test('says what a pasted token is, and shows no more of it', async () => {
    const token = commands.plex.grantToken('sam');
    const run = await commands.usher(['identify'], { input: `X-Plex-Token=${token}\n` });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('the account sam');
    expect(run.stdout).not.toContain(token);
  });

  test('knows a token that was minted here: for which server, as whom, and when it ends', async () => {
    const token = (await commands.must(['mint', 'Attic', '--as', 'raw'])).trim();
    const text = await commands.must(['identify'], { input: token });
    expect(text).toMatch(/minted here for Attic as robin, ends in 4[78] h/);
    expect(text).not.toContain(token);
    expect(await commands.json(['identify'], { input: token })).toMatchObject({
      tokens: [{ mintedAs: { server: 'Attic', account: 'robin' } }],
    });
  });

  test('answers 1 for one that is refused, as JSON too', async () => {
    const input = 'https://example.invalid/?X-Plex-Token=zzzzNOTAtokenOFplex';
    const run = await commands.usher(['identify', '--json'], { input });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({
      tokens: [{ finding: { kind: 'refused' }, token: { kind: 'classic' } }],
    });
  });

  test('in a terminal says what to do, and ends at once by Ctrl-C', async () => {
    const started = terminal.start(['identify'], { isAttended: true });
    await started.printed(/then press Ctrl-D/);
    started.type('half a tok\u0003');
    expect((await started.ended).code).toBe(130);
  });

  test('is wrong use where there is nothing to find', async () => {
    expect(await commands.usher(['identify'], { input: 'a shopping list\n' })).toMatchObject({
      code: 2,
      stdout: '',
    });
  });
});
