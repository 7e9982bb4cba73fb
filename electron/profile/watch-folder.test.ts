import { EventEmitter } from 'node:events';
import type { FSWatcher } from 'node:fs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createProfileFiles } from './profile-files.ts';
import { useFolder } from './testing/use-folder.ts';
import { watchFolder } from './watch-folder.ts';

const refusing = (): never => {
  throw Object.assign(new Error('no watches left'), { code: 'ENOSPC' });
};

/** Watches until it is told that it can't any more. */
const failingLater = () => {
  const watcher = Object.assign(new EventEmitter(), { close: vi.fn() });
  return { watcher, watchWith: () => watcher as unknown as FSWatcher };
};

describe('a folder that the system does not watch', () => {
  test('is looked at, and every write is told of', async () => {
    const folder = await useFolder();
    let count = 0;
    const stop = watchFolder({
      folder,
      watchWith: refusing,
      onChange: () => (count += 1),
    });
    onTestFinished(stop);
    await createProfileFiles({ folder }).write('a.json', '1');
    await expect.poll(() => count).toBe(1);
  });

  test('from some time on, is looked at from then on', async () => {
    const folder = await useFolder();
    const { watcher, watchWith } = failingLater();
    const onChange = vi.fn();
    const stop = watchFolder({ folder, watchWith: watchWith, onChange });
    onTestFinished(stop);
    watcher.emit('error', new Error('the folder is on a disk that went away'));
    expect(watcher.close).toHaveBeenCalledOnce();
    await createProfileFiles({ folder }).write('a.json', '1');
    await expect.poll(() => onChange).toHaveBeenCalledWith(null);
  });
});
