import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { scanForSecrets } from '../fixtures/scan-for-secrets.ts';
import type { StartedCommand } from './testing/start-command.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();
let folder: string;
let token: string;
const running = new Set<StartedCommand>();

/** Keeps in a file of its own what it is given: arguments, environment, standard input. */
const keeping = `
import { writeFileSync } from 'node:fs';
const [folder, ...args] = process.argv.slice(2);
let input = '';
for await (const chunk of process.stdin) input += chunk;
const name = String(process.hrtime.bigint()).padStart(20, '0');
writeFileSync(folder + '/' + name + '.json', JSON.stringify({ args, input, env: process.env }));
`;
/** Never ends by itself, and not when it is asked to. */
const hanging = `
import { writeFileSync } from 'node:fs';
process.on('SIGTERM', () => undefined);
writeFileSync(process.argv[2] + '/hanging', String(process.pid));
setInterval(() => undefined, 1_000);
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usher-cli-watch-'));
  await writeFile(join(folder, 'keeping.mjs'), keeping);
  await writeFile(join(folder, 'hanging.mjs'), hanging);
  token = join(folder, 'token');
  await terminal.signIn('sam');
  await terminal.must(['app', 'add', 'Kometa', '--to', `file:${token}`, '--yes']);
});
afterEach(async () => {
  for (const one of running) one.signal('SIGKILL');
  await Promise.all([...running].map(({ ended }) => ended));
  running.clear();
});
afterAll(async () => {
  await rm(token);
  const searched = { folder, texts: {} };
  expect(await scanForSecrets(terminal.plex.secrets.list(), searched)).toEqual([]);
  await rm(folder, { recursive: true });
});

interface Kept {
  readonly args: readonly string[];
  readonly input: string;
  readonly env: NodeJS.ProcessEnv;
}
const kept = async (): Promise<readonly Kept[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text) => JSON.parse(text) as Kept);
};
const told = async (): Promise<readonly unknown[]> =>
  (await kept()).map(({ input }) => JSON.parse(input) as unknown);
const hook = (name: 'keeping' | 'hanging', ...args: readonly string[]): readonly string[] => [
  ...['--hook', process.execPath, join(folder, `${name}.mjs`), folder],
  ...args,
];
const start = (...args: readonly string[]): StartedCommand => {
  const started = terminal.start(['watch', ...args]);
  running.add(started);
  return started;
};
/** Watches, has looked at everything, and knows what is good, so that the next thing is a change. */
const startWatching = async (...args: readonly string[]): Promise<StartedCommand> => {
  const { requests } = terminal.plex;
  requests.clear();
  const started = start(...args);
  await started.printed(/^Watching/m);
  // The files are looked at before the servers and the programs are asked.
  const isAsked = (): boolean =>
    requests.list().some(({ host, path }) => host === 'Cabin' && path === '/') &&
    requests.list().some(({ headers }) => headers['x-plex-product'] === 'Kometa');
  await expect.poll(isAsked).toBe(true);
  await expect.poll(isAllNoted).toBe(true);
  return started;
};
/** What is told is noted a moment after. */
const isAllNoted = async (): Promise<boolean> => {
  const index = await readFile(join(terminal.profileFolder, 'index.json'), 'utf8');
  return /"server \S+": "valid"/.test(index) && /"destination \S+": "upToDate"/.test(index);
};
const stop = async (started: StartedCommand, signal: NodeJS.Signals = 'SIGTERM') => {
  await expect.poll(isAllNoted).toBe(true);
  started.signal(signal);
  const run = await started.ended;
  running.delete(started);
  return run;
};

describe('usher watch', () => {
  test('prints a change and hands it to the hook, with its arguments as given and no secret', async () => {
    const args = ['-u', 'a b; $(touch x)', '--once', '--'];
    const watching = await startWatching(...hook('keeping', ...args));
    const secret = await readFile(token, 'utf8');
    await writeFile(token, 'zzFAKEzzOTHERzzTOKEN');
    // Another Usher on the same profile finds it; whoever watches tells it.
    await terminal.must(['app', 'list']);
    await watching.printed(/Kometa › sam: file \S+ changed$/m);
    await expect.poll(kept).toHaveLength(1);
    const [first] = await kept();
    expect(first?.args).toEqual(args);
    expect(first?.input.endsWith('\n')).toBe(true);
    expect(await told()).toEqual([
      {
        kind: 'destination',
        account: 'sam',
        accountId: expect.any(String) as string,
        server: null,
        machineIdentifier: null,
        app: 'Kometa',
        appId: expect.any(String) as string,
        destination: { path: token, key: null },
        lastFour: secret.slice(-4),
        from: 'upToDate',
        to: 'changed',
        reason: null,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
      },
    ]);
    await writeFile(token, secret);
    await terminal.must(['app', 'list']);
    await expect.poll(told).toMatchObject([{}, { from: 'changed', to: 'upToDate' }]);
    const { code, stderr } = await stop(watching);
    expect(code).toBe(0);
    expect(stderr).toBe('Watching. To stop: Ctrl-C\n');
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends with 0 on %s, in the middle of a question, and the next one can watch',
    async (signal) => {
      const { faults, requests } = terminal.plex;
      faults.add({ match: { path: '/api/v2/resources' }, action: { hang: true } });
      requests.clear();
      const watching = start();
      await watching.printed(/^Watching/m);
      const isAsked = (): boolean => requests.list().some(({ path }) => path.endsWith('resources'));
      await expect.poll(isAsked).toBe(true);
      expect((await stop(watching, signal)).code).toBe(0);
      faults.clear();
    },
  );

  test('is refused while another watches the same profile', async () => {
    const watching = await startWatching();
    for (const args of [['watch'], ['watch', '--once']]) {
      const run = await terminal.usher(args);
      expect(run).toMatchObject({ code: 4, stdout: '' });
      expect(run.stderr).toContain('already watching');
    }
    expect((await stop(watching)).code).toBe(0);
  });

  test('ends a hook that hangs when it is stopped, and tells the change at the next start', async () => {
    const watching = await startWatching(...hook('hanging'));
    const before = (await kept()).length;
    const secret = await readFile(token, 'utf8');
    await writeFile(token, 'zzFAKEzzOTHERzzTOKEN');
    await terminal.must(['app', 'list']);
    const hangs = join(folder, 'hanging');
    await expect.poll(() => readFile(hangs, 'utf8').catch(() => '')).not.toBe('');
    const pid = Number(await readFile(hangs, 'utf8'));
    expect((await stop(watching)).code).toBe(0);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    const again = start(...hook('keeping'));
    await expect.poll(async () => (await kept()).length).toBe(before + 1);
    expect((await told()).at(-1)).toMatchObject({ kind: 'destination', to: 'changed' });
    await writeFile(token, secret);
    await terminal.must(['app', 'list']);
    await expect.poll(async () => (await kept()).length).toBe(before + 2);
    await stop(again);
  });

  test('says once that the keychain is locked, and goes on', async () => {
    await terminal.keyring.lock();
    const watching = start();
    await watching.printed(/^Watching[^]*keychain didn’t return a token/m);
    const { code, stdout, stderr } = await stop(watching);
    await terminal.keyring.unlock();
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr.match(/keychain/g)).toHaveLength(1);
  });

  test('goes on after a hook that fails, that does not read, or that is not there, and says so', async () => {
    const secret = await readFile(token, 'utf8');
    for (const [command, words] of [
      [[process.execPath, '-e', 'process.exit(3)'], /hook \S+: exited with 3/],
      [['/no/such/hook'], /hook \/no\/such\/hook: command not found/],
    ] as const) {
      const watching = await startWatching('--hook', ...command);
      await writeFile(token, 'zzFAKEzzOTHERzzTOKEN');
      await terminal.must(['app', 'list']);
      await watching.printed(words);
      await writeFile(token, secret);
      await terminal.must(['app', 'list']);
      await watching.printed(/up to date$/m);
      expect((await stop(watching)).code).toBe(0);
    }
  });

  test.each([
    ['--hook without a command', ['--hook']],
    ['a command without --hook', ['notify-send']],
  ])('%s is a mistake', async (_what, args) => {
    expect((await terminal.usher(['watch', ...args])).code).toBe(2);
  });
});

describe('usher watch --once', () => {
  test('has a line for each thing, and answers 0 when all is well', async () => {
    const { code, stdout } = await terminal.usher(['watch', '--once']);
    expect(stdout).toMatch(/^sam +- +- +classic …\S{4} +valid, just now$/m);
    expect(stdout).toMatch(/^sam +Cabin +- +classic …\S{4} +valid, just now$/m);
    expect(stdout).toMatch(/^sam +- +Kometa +classic …\S{4} +valid, just now$/m);
    expect(stdout).toMatch(/^sam +- +Kometa +\/\S+\/token +up to date$/m);
    expect(code).toBe(0);
  });

  test('answers 4 with the keychain locked', async () => {
    await terminal.keyring.lock();
    const run = await terminal.usher(['watch', '--once']);
    await terminal.keyring.unlock();
    expect(run.code).toBe(4);
    expect(run.stdout).not.toContain('valid, ');
  });

  test('answers 1 when a token is rejected, and tells the hook of it the first time', async () => {
    const before = (await kept()).length;
    terminal.plex.revokeAll('sam');
    const run = await terminal.usher(['watch', '--once', ...hook('keeping')]);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^sam +- +- +classic …\S{4} +rejected, just now$/m);
    const news = (await told()).slice(before);
    expect(news).toMatchObject([
      { kind: 'account', account: 'sam', from: 'valid', to: 'rejected', reason: 'token.rejected' },
      { kind: 'app', app: 'Kometa', from: 'valid', to: 'rejected' },
    ]);
    await terminal.usher(['watch', '--once', ...hook('keeping')]);
    expect((await told()).slice(before)).toHaveLength(2);
  });
});
