import { expect, onTestFinished, test } from 'vitest';
import { createTestClock } from '../../testing.ts';
import { createHook } from './hook.ts';

test('a hook that runs for longer than half a minute is ended and told of, and the next one runs', async () => {
  const clock = createTestClock();
  const notes: string[] = [];
  const args = ['-e', 'setInterval(() => undefined, 1_000)'];
  const note = (text: string): void => void notes.push(text);
  const hook = createHook({ command: process.execPath, args, clock, note });
  onTestFinished(() => hook.stop());
  for (const count of [1, 2]) {
    const running = hook.run({ kind: 'account' });
    await clock.advance(29_000);
    expect(notes).toHaveLength(count - 1);
    await clock.advance(2_000);
    await running;
    expect(notes).toHaveLength(count);
    expect(notes.at(-1)).toMatch(/ended, because it ran longer than 30 s$/);
  }
});
