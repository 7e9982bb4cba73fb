import { describe, expect, test } from 'vitest';
import { renameWithRetry } from './rename-with-retry.ts';

/** Refuses as often as told, then renames. */
const refusing = (code: string, count: number) => {
  let callCount = 0;
  return {
    callCount: () => callCount,
    renameOnce: () => {
      callCount += 1;
      return callCount <= count
        ? Promise.reject(Object.assign(new Error(code), { code }))
        : Promise.resolve();
    },
  };
};

describe('renaming over a file', () => {
  test.each(['EPERM', 'EBUSY', 'EACCES'])('is tried again on Windows after %s', async (code) => {
    const { renameOnce, callCount } = refusing(code, 3);
    await renameWithRetry('a', 'b', { platform: 'win32', renameOnce });
    expect(callCount()).toBe(4);
  });

  test('is given up on Windows after about a second', async () => {
    const { renameOnce, callCount } = refusing('EBUSY', 100);
    const renamed = renameWithRetry('a', 'b', { platform: 'win32', renameOnce });
    await expect(renamed).rejects.toThrow('EBUSY');
    expect(callCount()).toBe(8);
  });

  test('is not tried again for another reason', async () => {
    const { renameOnce, callCount } = refusing('ENOENT', 1);
    const renamed = renameWithRetry('a', 'b', { platform: 'win32', renameOnce });
    await expect(renamed).rejects.toThrow('ENOENT');
    expect(callCount()).toBe(1);
  });

  test('is not tried again on other systems', async () => {
    const { renameOnce, callCount } = refusing('EPERM', 1);
    const renamed = renameWithRetry('a', 'b', { platform: 'linux', renameOnce });
    await expect(renamed).rejects.toThrow('EPERM');
    expect(callCount()).toBe(1);
  });
});
