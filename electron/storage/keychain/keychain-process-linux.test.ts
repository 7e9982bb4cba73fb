import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readFile } from 'node:fs/promises';
import { describe, expect, test, vi } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { createTestClock } from '../../testing.ts';
import { workerPidsOf } from './testing/test-keychain.ts';
import { useKeychain, useKeyringSession } from './testing/use-keychain.ts';

const PATIENTLY = { timeout: 20_000 } as const;

/** The process that does the call which runs now. */
const runningWorker = (parentPid = process.pid): Promise<number> =>
  vi.waitFor(async () => {
    const [pid] = await workerPidsOf(parentPid);
    if (pid === undefined) throw new Error('There is no keychain process.');
    // Its library is loaded: it is in the call, or about to be.
    expect(await readFile(`/proc/${pid}/maps`, 'utf8')).toContain('keytar.node');
    return pid;
  }, PATIENTLY);

const isRunning = (pid: number): Promise<boolean> =>
  access(`/proc/${pid}`).then(
    () => true,
    () => false,
  );

describe.runIf(process.platform === 'linux')('the process of the real keychain of Linux', () => {
  describe('that hangs', () => {
    test('is waited for, then given up, and works again when it answers again', async () => {
      const session = await useKeyringSession('unlocked');
      const clock = createTestClock();
      const { vault } = useKeychain(session.env, clock);
      const waiting: boolean[] = [];
      vault.onWaiting((isWaiting) => waiting.push(isWaiting));
      await vault.set('key', 'secret');
      session.pause();
      const call = vault.get('key');
      await clock.advance(1_000);
      expect(waiting).toEqual([true]);
      const hung = await runningWorker();
      await clock.advance(59_000);
      expect(await call).toEqual(err({ code: 'vault.timeout' }));
      expect(waiting).toEqual([true, false]);
      await expect.poll(() => isRunning(hung)).toBe(false);
      session.resume();
      expect(await vault.get('key')).toEqual(ok('secret'));
    });

    test('is given up by the person, and works again when it answers again', async () => {
      const session = await useKeyringSession('unlocked');
      const { vault } = useKeychain(session.env);
      await vault.set('key', 'secret');
      session.pause();
      const call = vault.delete('key');
      await runningWorker();
      vault.cancelWaiting();
      expect(await call).toEqual(err({ code: 'vault.denied' }));
      session.resume();
      expect(await vault.check()).toEqual(ok(null));
    });

    test('leaves this process its files, however many calls wait', async () => {
      const session = await useKeyringSession('unlocked');
      const { vault } = useKeychain(session.env);
      await vault.set('key', 'secret');
      session.pause();
      const calls = [1, 2, 3, 4, 5, 6].map(() => vault.get('key'));
      await runningWorker();
      expect(await readFile(import.meta.filename, 'utf8')).toContain('however many calls wait');
      session.resume();
      expect(await Promise.all(calls)).toEqual(calls.map(() => ok('secret')));
    });
  });

  describe('whose process is killed', () => {
    test('in a call, does the call in a new one', async () => {
      const session = await useKeyringSession('unlocked');
      const { vault } = useKeychain(session.env);
      await vault.set('key', 'secret');
      session.pause();
      const call = vault.get('key');
      const first = await runningWorker();
      process.kill(first, 'SIGKILL');
      await expect.poll(() => runningWorker()).not.toBe(first);
      session.resume();
      expect(await call).toEqual(ok('secret'));
    });

    test('in a call, twice, fails that call and does the next', async () => {
      const session = await useKeyringSession('unlocked');
      const { vault } = useKeychain(session.env);
      await vault.set('key', 'secret');
      session.pause();
      const call = vault.set('key', 'other');
      const first = await runningWorker();
      process.kill(first, 'SIGSEGV');
      const second = await vi.waitFor(async () => {
        const pid = await runningWorker();
        expect(pid).not.toBe(first);
        return pid;
      }, PATIENTLY);
      process.kill(second, 'SIGSEGV');
      expect(await call).toEqual(err({ code: 'vault.failed' }));
      session.resume();
      expect(await vault.get('key')).toMatchObject({ ok: true });
    });

    test('between two calls, does the next in a new one', async () => {
      const session = await useKeyringSession('unlocked');
      const { vault } = useKeychain(session.env);
      await vault.set('key', 'secret');
      const first = await runningWorker();
      process.kill(first, 'SIGKILL');
      await expect.poll(() => isRunning(first)).toBe(false);
      expect(await vault.get('key')).toEqual(ok('secret'));
    });

    test('with the program that started it: it ends too, also while it hangs', async () => {
      const session = await useKeyringSession('unlocked');
      session.pause();
      const module = new URL('testing/test-keychain.ts', import.meta.url).href;
      const program = `
        const { createTestKeychain } = await import(${JSON.stringify(module)});
        void createTestKeychain(process.env).vault.get('key');
      `;
      const parent = spawn(process.execPath, ['--input-type=module', '--eval', program], {
        env: session.env,
        stdio: 'ignore',
      });
      const exited = once(parent, 'exit');
      const worker = await runningWorker(parent.pid);
      parent.kill('SIGKILL');
      await exited;
      await expect.poll(() => isRunning(worker)).toBe(false);
    });
  });

  test('is told no secret by argument or environment', async () => {
    const session = await useKeyringSession('unlocked');
    const { vault } = useKeychain(session.env);
    await vault.set('key', 'a secret to look for');
    const worker = await runningWorker();
    for (const file of ['cmdline', 'environ']) {
      expect(await readFile(`/proc/${worker}/${file}`, 'utf8')).not.toContain(
        'a secret to look for',
      );
    }
  });
});
