import { expect, onTestFinished, test, vi } from 'vitest';
import { isHandedOn } from './commands/exec.ts';
import { watchInterruption } from './terminal.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Watches without being left to hear what ends the tests. */
const watchHere = () => {
  const before = signals.map((name) => process.listeners(name));
  const interruption = watchInterruption();
  onTestFinished(() => {
    signals.forEach((name, index) => {
      for (const listener of process.listeners(name)) {
        if (before[index]?.includes(listener) !== true) process.off(name, listener);
      }
    });
  });
  return interruption;
};

test('Ctrl-C as a key interrupts like a signal, without one being sent', () => {
  const kill = vi.spyOn(process, 'kill');
  onTestFinished(() => kill.mockRestore());
  const interruption = watchHere();
  interruption.interrupt();
  expect(interruption.signal.aborted).toBe(true);
  expect(interruption.exitCode()).toBe(130);
  expect(kill).not.toHaveBeenCalled();
});

test('on Windows, where to send a signal is to kill, the console alone tells the command', () => {
  expect(signals.filter((signal) => isHandedOn(signal, 'win32'))).toEqual([]);
  expect(isHandedOn('SIGTERM', 'linux')).toBe(true);
  expect(isHandedOn('SIGHUP', 'darwin')).toBe(true);
});
