import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { err, ok } from '../../../../shared/result.ts';
import type { ProfileFiles } from '../../../ports.ts';

/** What every profile folder does. `start` gives an empty one. */
export const describeProfileFiles = (name: string, start: () => Promise<ProfileFiles>): void => {
  describe(`${name} as profile files`, () => {
    test('has no file that was never written', async () => {
      const files = await start();
      expect(await files.read('none.json')).toEqual(ok(null));
    });

    test('gives back what was written, and the newest only', async () => {
      const files = await start();
      expect(await files.write('a.json', 'old ä 🔑\n')).toEqual(ok(null));
      expect(await files.read('a.json')).toEqual(ok('old ä 🔑\n'));
      expect(await files.write('a.json', '')).toEqual(ok(null));
      expect(await files.read('a.json')).toEqual(ok(''));
    });

    test('keeps files apart', async () => {
      const files = await start();
      await files.write('a.json', 'a');
      await files.write('b.json', 'b');
      expect(await files.read('a.json')).toEqual(ok('a'));
    });

    test('sets a file aside under a new name', async () => {
      const files = await start();
      await files.write('a.json', 'odd');
      expect(await files.setAside('a.json', 'corrupt-1')).toEqual(ok('a.json.corrupt-1'));
      expect(await files.read('a.json')).toEqual(ok(null));
      expect(await files.read('a.json.corrupt-1')).toEqual(ok('odd'));
    });

    test('never overwrites what was set aside before', async () => {
      const files = await start();
      await files.write('a.json', 'first');
      await files.setAside('a.json', 'corrupt-1');
      await files.write('a.json', 'second');
      expect(await files.setAside('a.json', 'corrupt-1')).toEqual(ok('a.json.corrupt-1-2'));
      expect(await files.read('a.json.corrupt-1')).toEqual(ok('first'));
      expect(await files.read('a.json.corrupt-1-2')).toEqual(ok('second'));
    });

    test('lets one claim a deed, and the next once that one has let go of it', async () => {
      const files = await start();
      const claimed = await files.claim('watch');
      expect(await files.claim('watch')).toEqual(err({ code: 'profile.watched' }));
      if (claimed.ok) await claimed.value();
      expect(await files.claim('watch')).toMatchObject({ ok: true });
    });

    test('lets one work at a time, in the order of asking, whatever becomes of it', async () => {
      const files = await start();
      const seen: string[] = [];
      const working = (name: string) => async () => {
        seen.push(`${name} begins`);
        await files.write('a.json', name);
        seen.push(`${name} ends`);
        return ok(name);
      };
      const failing = files.exclusively(() => Promise.reject(new Error('a bug')));
      const works = ['one', 'two'].map((name) => files.exclusively(working(name)));
      await expect(failing).rejects.toThrow('a bug');
      expect(await Promise.all(works)).toEqual([ok('one'), ok('two')]);
      expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
    });

    test('knows a run as alive from when it says so until it says that it is over', async () => {
      const files = await start();
      expect(await files.isAlive('one')).toBe(false);
      const announced = await files.announce('one');
      expect(await files.isAlive('one')).toBe(true);
      await files.announce('two');
      if (!announced.ok) throw new Error(announced.error.code);
      await announced.value();
      expect(await files.isAlive('one')).toBe(false);
      expect(await files.isAlive('two')).toBe(true);
    });

    test('tells who watches a file of every write, and of no other file, until they have enough', async () => {
      const files = await start();
      await files.write('a.json', '1');
      let text = '';
      const look = async (): Promise<void> => {
        const read = await files.read('a.json');
        text = read.ok ? (read.value ?? '') : '';
      };
      let otherCount = 0;
      const stop = files.watch('a.json', () => void look());
      const stopOther = files.watch('b.json', () => (otherCount += 1));
      await expect.poll(() => text).toBe('1');
      const countBefore = otherCount;
      await files.write('a.json', '2');
      await expect.poll(() => text).toBe('2');
      stop();
      await files.write('a.json', '3');
      await files.write('b.json', '1');
      await expect.poll(() => otherCount).toBeGreaterThan(countBefore);
      expect(text).toBe('2');
      stopOther();
    });

    test('can not set aside what is not there', async () => {
      const files = await start();
      expect(await files.setAside('none.json', 'corrupt-1')).toEqual(
        err({ code: 'profile.failed' }),
      );
    });
  });
};

/** A folder for the test that runs, gone when that is over. */
export const useFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'usher-profile-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};
