import { describe, expect, test } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { startKeyringSession } from './testing/keyring-session.ts';
import { createTestKeychain, TEST_SERVICE } from './testing/test-keychain.ts';
import { useKeychain, useKeyringSession } from './testing/use-keychain.ts';
import { describeVault } from './testing/vault-contract.ts';

const locked = err({ code: 'vault.locked' } as const);

describe.runIf(process.platform === 'linux')('the real keychain of Linux', () => {
  describeVault('an unlocked gnome-keyring', async () => {
    const session = await startKeyringSession('unlocked');
    const { vault } = createTestKeychain(session.env);
    return {
      vault,
      stop: async () => {
        vault.dispose();
        await session.stop();
      },
    };
  });

  test('takes far more than Windows does', async () => {
    const { vault } = useKeychain((await useKeyringSession('unlocked')).env);
    expect(await vault.set('long', 'x'.repeat(100_000))).toEqual(ok(null));
  });

  test('does not take a secret that it would cut short', async () => {
    const { vault } = useKeychain((await useKeyringSession('unlocked')).env);
    expect(await vault.set('cut', 'before\0after')).toEqual(err({ code: 'vault.failed' }));
  });

  test('locked, hides its items and refuses everything else', async () => {
    const session = await useKeyringSession('unlocked');
    const { vault } = useKeychain(session.env);
    await vault.set('key', 'secret');
    await session.lock();
    expect(await vault.get('key')).toEqual(ok(null));
    expect(await vault.set('key', 'other')).toEqual(locked);
    expect(await vault.check()).toEqual(locked);
  });

  test('locked, is not believed to have deleted anything, and still has it when unlocked', async () => {
    const session = await useKeyringSession('unlocked');
    const { vault } = useKeychain(session.env);
    await vault.set('key', 'secret');
    await session.lock();
    expect(await vault.delete('key')).toEqual(locked);
    expect(await vault.delete('never set')).toEqual(locked);
    await session.unlock();
    expect(await vault.get('key')).toEqual(ok('secret'));
  });

  test('keeps its items when its service is started anew, which the next call does not notice', async () => {
    const session = await useKeyringSession('unlocked');
    const { vault } = useKeychain(session.env);
    await vault.set('key', 'secret');
    await session.unlock();
    expect(await vault.get('key')).toEqual(ok('secret'));
    await session.unlock();
    expect(await vault.set('key', 'other')).toEqual(ok(null));
  });

  describe('that is not there', () => {
    test.each([
      ['no bus is named', {}],
      ['the bus is disabled', { DBUS_SESSION_BUS_ADDRESS: 'disabled:' }],
      ['the bus is gone', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }],
    ])('is unavailable when %s', async (_what, env) => {
      const { vault } = useKeychain({ PATH: process.env['PATH'], ...env });
      const noBus = err({ code: 'vault.unavailable', reason: 'noBus' });
      expect(await vault.get('key')).toEqual(noBus);
      expect(await vault.set('key', 'secret')).toEqual(noBus);
      expect(await vault.delete('key')).toEqual(noBus);
      expect(await vault.check()).toEqual(noBus);
    });

    test('is unavailable when nothing on the bus keeps secrets', async () => {
      const { vault } = useKeychain((await useKeyringSession('noService')).env);
      const noService = err({ code: 'vault.unavailable', reason: 'noService' });
      expect(await vault.get('key')).toEqual(noService);
      expect(await vault.set('key', 'secret')).toEqual(noService);
      expect(await vault.delete('key')).toEqual(noService);
      expect(await vault.check()).toEqual(noService);
    });

    test('is unavailable when it has no keyring', async () => {
      const { vault } = useKeychain((await useKeyringSession('noCollection')).env);
      const noCollection = err({ code: 'vault.unavailable', reason: 'noCollection' });
      expect(await vault.get('key')).toEqual(ok(null));
      expect(await vault.set('key', 'secret')).toEqual(noCollection);
      expect(await vault.delete('key')).toEqual(noCollection);
      expect(await vault.check()).toEqual(noCollection);
    });

    test('is used as soon as it is', async () => {
      const session = await useKeyringSession('noService');
      const { vault } = useKeychain(session.env);
      expect(await vault.check()).toEqual(err({ code: 'vault.unavailable', reason: 'noService' }));
      await session.unlock();
      expect(await vault.check()).toEqual(ok(null));
    });

    test('and went in the middle of the session, bus and all, is unavailable', async () => {
      const session = await useKeyringSession('unlocked');
      const { vault } = useKeychain(session.env);
      await vault.set('key', 'secret');
      await session.stopKeyring();
      expect(await vault.get('key')).toEqual(
        err({ code: 'vault.unavailable', reason: 'noService' }),
      );
      await session.stopBus();
      expect(await vault.get('key')).toEqual(err({ code: 'vault.unavailable', reason: 'noBus' }));
    });
  });

  describe('and other programs', () => {
    test('that change a secret are read', async () => {
      const session = await useKeyringSession('unlocked');
      const { vault } = useKeychain(session.env);
      const other = useKeychain(session.env);
      await vault.set('key', 'ours');
      await other.keychain.set(TEST_SERVICE, 'key', 'theirs');
      expect(await vault.get('key')).toEqual(ok('theirs'));
    });

    test('that remove a secret leave none, in a keychain that checks out', async () => {
      const session = await useKeyringSession('unlocked');
      const { vault } = useKeychain(session.env);
      await vault.set('key', 'secret');
      await session.run('secret-tool', ['clear', 'service', TEST_SERVICE, 'account', 'key']);
      expect(await vault.get('key')).toEqual(ok(null));
      expect(await vault.check()).toEqual(ok(null));
      expect(await vault.delete('key')).toEqual(ok(null));
    });

    test('that put a second item under the same name: a write is not believed, a deletion takes both', async () => {
      const session = await useKeyringSession('unlocked');
      const { vault } = useKeychain(session.env);
      const schema = ['xdg:schema', 'org.freedesktop.Secret.Generic'];
      const item = [...schema, 'service', TEST_SERVICE, 'account', 'key'];
      const store = ['store', '--label=Twin', '--collection=session', ...item];
      await session.run('secret-tool', store, 'theirs');
      await session.run('secret-tool', ['store', '--label=Ours', ...item], 'ours');
      expect(await vault.delete('key')).toEqual(ok(null));
      expect(await vault.get('key')).toEqual(ok(null));
    });
  });
});
