import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { isWhole, keychainKeys, readIndex } from './testing/stored.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();

beforeEach(() => terminal.plex.signInFailures.forgetAll());

const password = (user: string): string => terminal.plex.user(user).password ?? '';

const isSignedIn = async (user: string): Promise<boolean> =>
  (await terminal.must(['accounts'])).includes(`${user} `);

describe('usher sign-in --password', () => {
  test('takes the password from the first line of standard input, and the code from the second', async () => {
    const { verificationCode } = terminal.plex.user('robin');
    const run = await terminal.usher(['sign-in', '--password', '--user', 'robin', '--json'], {
      input: `${password('robin')}\n${verificationCode ?? ''}\n`,
    });
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({
      account: { username: 'robin', verdict: { kind: 'valid' } },
      wasReplaced: false,
    });
    expect(await isWhole(terminal)).toBe(true);
  });

  test('without the code that Plex asks for is refused, and says where it belongs', async () => {
    const run = await terminal.usher(['sign-in', '--user', 'robin'], {
      input: `${password('robin')}\n`,
    });
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('second line of stdin');
  });

  test('with a wrong password is refused, once', async () => {
    terminal.plex.requests.clear();
    const run = await terminal.usher(['sign-in', '--user', 'sam', '--json'], { input: 'wrong\n' });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'plex.badCredentials' } });
    const asked = terminal.plex.requests.list().filter(({ path }) => path.endsWith('/signin'));
    expect(asked).toHaveLength(1);
  });

  test.each([401, 403])(
    'that Plex answers with a page for browsers (%i) is refused, and leads to the browser',
    async (status) => {
      terminal.plex.faults.add({
        match: { path: '/api/v2/users/signin' },
        times: 1,
        action: { status, contentType: 'text/html', body: '<!doctype html><title>Wait</title>' },
      });
      const run = await terminal.usher(['sign-in', '--user', 'sam'], { input: 'any\n' });
      expect(run).toMatchObject({ code: 1, stdout: '' });
      expect(run.stderr).toContain('Sign in with your browser');
      expect(run.stderr).toContain('usher sign-in --browser');
    },
  );

  test('without a name or a password is wrong use', async () => {
    expect((await terminal.usher(['sign-in', '--password'])).code).toBe(2);
    expect((await terminal.usher(['sign-in', '--user', 'sam'])).code).toBe(2);
  });

  test('has no way to hold the token in memory alone, and its help says where there is one', async () => {
    const run = await terminal.usher(['sign-in', '--user', 'sam', '--no-remember']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('--no-remember');
    expect(await terminal.must(['sign-in', '--help'])).toContain('until you quit, use the app');
  });

  test('in a terminal asks for it, and shows nothing of what is typed', async () => {
    const started = terminal.start(['sign-in', '--password'], { isAttended: true });
    await started.printed(/email: /);
    started.type('sam\r');
    await started.printed(/Password: /);
    started.type(`${password('sam')}\r`);
    const run = await started.ended;
    expect(run.stdout).toContain('Signed in to sam.');
    expect(run.stdout).toMatch(/email: .*sam/);
    expect(run.stdout).not.toContain(password('sam'));
    expect(run.code).toBe(0);
  });

  test('asks in the terminal, and shows nothing of what is typed, where errors go elsewhere', async () => {
    const started = terminal.start(['sign-in', '--user', 'sam', '--json'], {
      isAttended: true,
      redirection: '2>/dev/null',
    });
    await started.printed(/Password: /);
    started.type(`${password('sam')}\r`);
    const run = await started.ended;
    expect(run.stdout).toContain('"username": "sam"');
    expect(run.stdout).not.toContain(password('sam'));
    expect(run.code).toBe(0);
  });

  test('ended by Ctrl-C at the question leaves nothing', async () => {
    const started = terminal.start(['sign-in', '--user', 'edith'], { isAttended: true });
    await started.printed(/Password: /);
    started.type('half a pass\u0003');
    expect((await started.ended).code).toBe(130);
    expect(await isSignedIn('edith')).toBe(false);
    expect(await isWhole(terminal)).toBe(true);
  });
});

describe('usher sign-in --code', () => {
  const codeIn = (text: string): string => /enter (\w{4})\b/.exec(text)?.[1] ?? '';

  test('says where to type which code, and is done when that is approved', async () => {
    const started = terminal.start(['sign-in', '--code']);
    const told = await started.printed(/enter \w{4}\b/);
    expect(told).toContain(`${terminal.plex.baseUrl}/link`);
    expect(terminal.plex.approvePin(codeIn(told), 'noor')).toBe(true);
    const run = await started.ended;
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(await isSignedIn('noor')).toBe(true);
    expect((await readIndex(terminal)).pendingPins).toEqual([]);
    expect(await isWhole(terminal)).toBe(true);
  });

  test('ended by Ctrl-C while it waits is cancelled, and nothing of it stays', async () => {
    const before = await keychainKeys(terminal);
    const started = terminal.start(['sign-in', '--code']);
    await started.printed(/enter \w{4}\b/);
    started.signal('SIGINT');
    expect((await started.ended).code).toBe(130);
    expect(await keychainKeys(terminal)).toEqual(before);
    expect(await isWhole(terminal)).toBe(true);
  });
});

describe('usher sign-in --browser', () => {
  test('opens the page in the browser of the system', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'usher-programs-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const opener = join(folder, 'xdg-open');
    await writeFile(opener, `#!/bin/sh\necho "$1" > '${folder}/opened'\n`);
    await chmod(opener, 0o755);
    const started = terminal.start(['sign-in', '--browser'], {
      env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, DISPLAY: ':99' },
    });
    await started.printed(/Approve the sign-in in your browser/);
    const url = (await readFile(join(folder, 'opened'), 'utf8')).trim();
    expect(url.startsWith(`${terminal.plex.baseUrl}/auth`)).toBe(true);
    const code = new URLSearchParams(url.split('?')[1]).get('code') ?? '';
    expect(terminal.plex.approvePin(code, 'edith')).toBe(true);
    expect((await started.ended).code).toBe(0);
    expect(await isSignedIn('edith')).toBe(true);
  });

  test('prints the address where no browser can be opened', async () => {
    const started = terminal.start(['sign-in', '--browser']);
    const told = await started.printed(/Couldn’t open a browser/);
    expect(told).toContain(`${terminal.plex.baseUrl}/auth`);
    started.signal('SIGINT');
    expect((await started.ended).code).toBe(130);
  });

  test('does not begin when the keychain is locked', async () => {
    await terminal.keyring.lock();
    const run = await terminal.usher(['sign-in', '--browser', '--json']);
    await terminal.keyring.unlock();
    expect(run.code).toBe(4);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'vault.locked' } });
  });
});

describe('usher sign-out', () => {
  test('without Plex removes nothing, and says how to do without it', async () => {
    const run = await terminal.usher(['sign-out', 'sam'], {
      env: { USHER_PLEX_URL: 'http://127.0.0.1:9' },
    });
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain('usher sign-out --local');
    expect(await isSignedIn('sam')).toBe(true);
  });

  test('revokes the token at Plex and removes everything of the account', async () => {
    const run = await terminal.usher(['sign-out', 'sam', '--json']);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({
      signedOut: { username: 'sam' },
      isRevoked: true,
    });
    expect(await isSignedIn('sam')).toBe(false);
    expect(await isWhole(terminal)).toBe(true);
  });

  test('--local leaves the token good at Plex', async () => {
    terminal.plex.requests.clear();
    expect((await terminal.usher(['sign-out', 'edith', '--local'])).code).toBe(0);
    expect(terminal.plex.requests.list()).toEqual([]);
    expect(await isSignedIn('edith')).toBe(false);
  });
});

describe('usher doctor', () => {
  test('finds nothing wrong with a keychain that works', async () => {
    expect(await terminal.must(['doctor'])).toContain('Problems\nNone');
    expect(await terminal.json(['doctor'])).toMatchObject({
      report: { roundTrip: { kind: 'passed' }, findings: [] },
    });
  });
});
