import { describe, expect, test } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import type { ProfileFiles } from '../../ports.ts';

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

    test('can not set aside what is not there', async () => {
      const files = await start();
      expect(await files.setAside('none.json', 'corrupt-1')).toEqual(
        err({ code: 'profile.failed' }),
      );
    });
  });
};
