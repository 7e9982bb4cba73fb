import { describe, expect, test } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import type { KeychainProcess } from './keychain-process.ts';
import { createKeychainVault } from './keychain-vault.ts';

/** A keychain in memory, of which single calls can be replaced. */
const setUp = (overrides: Partial<KeychainProcess> = {}, platform: NodeJS.Platform = 'linux') => {
  const items = new Map<string, string>();
  const calls: string[] = [];
  const keychain: KeychainProcess = {
    get: (_service, account) => {
      calls.push('get');
      return Promise.resolve(ok(items.get(account) ?? null));
    },
    set: (_service, account, secret) => {
      calls.push('set');
      items.set(account, secret);
      return Promise.resolve(ok(null));
    },
    delete: (_service, account) => {
      calls.push('delete');
      return Promise.resolve(ok(items.delete(account)));
    },
    wakeUp: () => undefined,
    cancelWaiting: () => undefined,
    onWaiting: () => () => undefined,
    dispose: () => undefined,
    ...overrides,
  };
  const vault = createKeychainVault({ keychain, service: 'Usher', platform });
  return { vault, items, calls };
};

const failed = err({ code: 'vault.failed' } as const);
const locked = err({ code: 'vault.locked' } as const);

describe('writing to the keychain', () => {
  test('is done when the secret was read back', async () => {
    const { vault, calls } = setUp();
    expect(await vault.set('key', 'secret')).toEqual(ok(null));
    expect(calls).toEqual(['set', 'get']);
  });

  test.each([
    ['something else', 'other'],
    ['nothing', null],
  ])('fails when %s is read back', async (_what, kept) => {
    const { vault } = setUp({ get: () => Promise.resolve(ok(kept)) });
    expect(await vault.set('key', 'secret')).toEqual(failed);
  });

  test('refuses on Windows what Windows would not take, before it writes', async () => {
    const { vault, calls } = setUp({}, 'win32');
    const tooLong = err({ code: 'vault.tooLong', limitBytes: 2_560 });
    expect(await vault.set('key', 'x'.repeat(2_561))).toEqual(tooLong);
    expect(await vault.set('key', 'ä'.repeat(1_281))).toEqual(tooLong);
    expect(calls).toEqual([]);
    expect(await vault.set('key', 'ä'.repeat(1_280))).toEqual(ok(null));
  });

  test('takes longer secrets elsewhere', async () => {
    const { vault } = setUp();
    expect(await vault.set('key', 'x'.repeat(100_000))).toEqual(ok(null));
  });
});

describe('deleting from the keychain', () => {
  test('is done when something was deleted and nothing is left', async () => {
    const { vault, calls } = setUp();
    await vault.set('key', 'secret');
    calls.length = 0;
    expect(await vault.delete('key')).toEqual(ok(null));
    expect(calls).toEqual(['delete', 'get']);
  });

  test('fails when something is left', async () => {
    const { vault } = setUp({ get: () => Promise.resolve(ok('still there')) });
    expect(await vault.delete('key')).toEqual(failed);
  });

  test('is not believed of a locked keyring, which says that there is nothing', async () => {
    const { vault } = setUp({
      get: () => Promise.resolve(ok(null)),
      delete: () => Promise.resolve(ok(false)),
      set: () => Promise.resolve(locked),
    });
    expect(await vault.delete('key')).toEqual(locked);
  });

  test('is done again when the keyring was unlocked to prove it', async () => {
    const items = new Map([['key', 'secret']]);
    let isLocked = true;
    const { vault } = setUp({
      get: (_service, account) =>
        Promise.resolve(ok(isLocked ? null : (items.get(account) ?? null))),
      delete: (_service, account) => Promise.resolve(ok(!isLocked && items.delete(account))),
      set: (_service, account, secret) => {
        isLocked = false;
        items.set(account, secret);
        return Promise.resolve(ok(null));
      },
    });
    expect(await vault.delete('key')).toEqual(ok(null));
    expect(items.size).toBe(0);
  });
});

describe('checking the keychain', () => {
  test('writes, reads and deletes an item of its own', async () => {
    const { vault, items, calls } = setUp();
    expect(await vault.check()).toEqual(ok(null));
    expect(calls).toEqual(['set', 'get', 'delete', 'get']);
    expect(items.size).toBe(0);
  });

  test('removes its item also when it read something else', async () => {
    const deleted: string[] = [];
    let readCount = 0;
    const { vault } = setUp({
      get: () => Promise.resolve(ok((readCount += 1) === 1 ? 'something else' : null)),
      delete: (_service, account) => {
        deleted.push(account);
        return Promise.resolve(ok(true));
      },
    });
    expect(await vault.check()).toEqual(failed);
    expect(deleted).toEqual([expect.stringMatching(/^usher-check-/)]);
  });
});
