import { describe, expect, test } from 'vitest';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import { createTestClock } from '../../testing.ts';
import { createKeychainProcess } from './keychain-process.ts';
import type { WorkerRequest } from './protocol.ts';
import { createScriptedWorkerHost, type ScriptedStep } from './testing/scripted-worker-host.ts';

const setUp = (script: (request: WorkerRequest, callNumber: number) => ScriptedStep) => {
  const host = createScriptedWorkerHost(script);
  const clock = createTestClock();
  const keychain = createKeychainProcess({ host, clock });
  const waiting: boolean[] = [];
  keychain.onWaiting((isWaiting) => waiting.push(isWaiting));
  return { host, clock, keychain, waiting };
};

const answering =
  (value: unknown) =>
  ({ id }: WorkerRequest): ScriptedStep => ({ message: { id, ok: true, value } });

const failing =
  (error: AppError) =>
  ({ id }: WorkerRequest): ScriptedStep => ({ message: { id, ok: false, error } });

describe('the keychain process', () => {
  test('is started by the first call', async () => {
    const { host, keychain } = setUp(answering('secret'));
    expect(host.startedCount()).toBe(0);
    expect(await keychain.get('Usher', 'key')).toEqual(ok('secret'));
    expect(host.startedCount()).toBe(1);
  });

  test('is woken up by a question that no call waits for, and that answers none', async () => {
    const { host, keychain } = setUp((request, callNumber) =>
      callNumber === 1 ? 'hang' : answering('secret')(request),
    );
    keychain.wakeUp('Usher');
    expect(host.startedCount()).toBe(1);
    expect(host.calls).toHaveLength(1);
    expect(await keychain.get('Usher', 'key')).toEqual(ok('secret'));
    expect(host.calls[1]?.request.id).not.toBe(host.calls[0]?.request.id);
    expect(host.startedCount()).toBe(1);
  });

  test('gets one call at a time', async () => {
    const { host, clock, keychain } = setUp((request, callNumber) =>
      callNumber === 1 ? 'hang' : answering('secret')(request),
    );
    const first = keychain.get('Usher', '1');
    const second = keychain.get('Usher', '2');
    await clock.advance(500);
    expect(host.calls.map(({ request }) => request.account)).toEqual(['1']);
    keychain.cancelWaiting();
    expect(await first).toEqual(err({ code: 'vault.denied' }));
    expect(await second).toEqual(ok('secret'));
  });

  test('tells after a second that it waits for the person, and when that is over', async () => {
    const { clock, keychain, waiting } = setUp(() => 'hang');
    const call = keychain.get('Usher', 'key');
    await clock.advance(999);
    expect(waiting).toEqual([]);
    await clock.advance(1);
    expect(waiting).toEqual([true]);
    keychain.cancelWaiting();
    await call;
    expect(waiting).toEqual([true, false]);
  });

  test('is not said to wait when it answers at once', async () => {
    const { clock, keychain, waiting } = setUp(answering(null));
    await keychain.get('Usher', 'key');
    await clock.advance(5_000);
    expect(waiting).toEqual([]);
    expect(clock.pendingCount()).toBe(0);
  });

  test('is killed when it gives no answer for a minute, and the next call gets a new one', async () => {
    const { host, clock, keychain } = setUp((request, callNumber) =>
      callNumber === 1 ? 'hang' : answering('secret')(request),
    );
    const call = keychain.get('Usher', 'key');
    await clock.advance(59_999);
    expect(host.killed).toEqual([]);
    await clock.advance(1);
    expect(await call).toEqual(err({ code: 'vault.timeout' }));
    expect(host.killed).toEqual([1]);
    expect(await keychain.get('Usher', 'key')).toEqual(ok('secret'));
  });

  test('is started again when it dies in a call, and the call is made again', async () => {
    const { host, keychain } = setUp((request, callNumber) =>
      callNumber === 1 ? 'die' : answering('secret')(request),
    );
    expect(await keychain.get('Usher', 'key')).toEqual(ok('secret'));
    expect(host.calls.map(({ process }) => process)).toEqual([1, 2]);
  });

  test('is given up by a call that it dies of twice, and the next call works', async () => {
    const { host, keychain } = setUp((request, callNumber) =>
      callNumber <= 2 ? 'die' : answering('secret')(request),
    );
    expect(await keychain.get('Usher', 'key')).toEqual(err({ code: 'vault.failed' }));
    expect(host.calls).toHaveLength(2);
    expect(await keychain.get('Usher', 'key')).toEqual(ok('secret'));
  });

  test('has one minute for both tries together', async () => {
    const { clock, keychain } = setUp((_request, callNumber) =>
      callNumber === 1 ? 'die' : 'hang',
    );
    const call = keychain.get('Usher', 'key');
    await clock.advance(60_000);
    expect(await call).toEqual(err({ code: 'vault.timeout' }));
  });

  test.each<AppError>([
    { code: 'vault.unavailable', reason: 'noBus' },
    { code: 'vault.unavailable', reason: 'noService' },
    { code: 'vault.failed' },
  ])('that worked before and now says %j is replaced, and the call made again', async (error) => {
    const { host, keychain } = setUp((request, callNumber) =>
      callNumber === 2 ? failing(error)(request) : answering('secret')(request),
    );
    await keychain.get('Usher', 'key');
    expect(await keychain.get('Usher', 'key')).toEqual(ok('secret'));
    expect(host.calls.map(({ process }) => process)).toEqual([1, 1, 2]);
  });

  test('that is new and finds no keychain answers so, and is replaced for the next call', async () => {
    const error: AppError = { code: 'vault.unavailable', reason: 'noService' };
    const { host, keychain } = setUp(failing(error));
    const unavailable = err(error);
    expect(await keychain.get('Usher', 'key')).toEqual(unavailable);
    expect(await keychain.get('Usher', 'key')).toEqual(unavailable);
    expect(host.calls.map(({ process }) => process)).toEqual([1, 2]);
  });

  test.each<AppError>([
    { code: 'vault.locked' },
    { code: 'vault.unavailable', reason: 'noCollection' },
    { code: 'vault.tooLong', limitBytes: 2_560 },
  ])('that answers %j is kept, and the call not made again', async (error) => {
    const { host, keychain } = setUp((request, callNumber) =>
      callNumber === 2 ? failing(error)(request) : answering('secret')(request),
    );
    await keychain.get('Usher', 'key');
    expect(await keychain.set('Usher', 'key', 'secret')).toEqual(err(error));
    expect(await keychain.get('Usher', 'key')).toEqual(ok('secret'));
    expect(host.startedCount()).toBe(1);
  });

  test('is not believed when what it says is no reply, or that of another call', async () => {
    const { clock, keychain } = setUp((request, callNumber) =>
      callNumber === 1 ? { message: 'nonsense' } : answering('late')({ ...request, id: 1 }),
    );
    for (const key of ['first', 'second']) {
      const call = keychain.get('Usher', key);
      await clock.advance(60_000);
      expect(await call).toEqual(err({ code: 'vault.timeout' }));
    }
  });

  test('is not believed when the kind of its answer is wrong', async () => {
    const { keychain } = setUp(answering(true));
    expect(await keychain.get('Usher', 'key')).toEqual(err({ code: 'vault.failed' }));
    const other = setUp(answering('text'));
    expect(await other.keychain.delete('Usher', 'key')).toEqual(err({ code: 'vault.failed' }));
  });

  test('ends when it is disposed of, with the call that runs and those that wait', async () => {
    const { host, clock, keychain } = setUp(() => 'hang');
    const calls = [keychain.get('Usher', '1'), keychain.get('Usher', '2')];
    await clock.advance(10);
    keychain.dispose();
    expect(await Promise.all(calls)).toEqual([
      err({ code: 'vault.denied' }),
      err({ code: 'vault.failed' }),
    ]);
    keychain.wakeUp('Usher');
    expect(host.startedCount()).toBe(1);
    expect(host.killed).toEqual([1]);
  });

  test('is left alone by a cancel when no call runs', async () => {
    const { host, keychain } = setUp(answering(null));
    await keychain.get('Usher', 'key');
    keychain.cancelWaiting();
    expect(host.killed).toEqual([]);
  });
});
