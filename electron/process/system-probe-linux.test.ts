import { afterEach, describe, expect, test } from 'vitest';
import {
  startKeyringSession,
  type KeyringSession,
} from '../storage/keychain/testing/keyring-session.ts';
import { readSecretService } from './system-probe.ts';

let session: KeyringSession | undefined;
afterEach(async () => {
  await session?.stop();
  session = undefined;
});

// What a real gnome-keyring tells over a real bus; other platforms have no Secret Service.
describe.runIf(process.platform === 'linux')('the Secret Service', () => {
  test('is seen unlocked, with the program that runs it', async () => {
    session = await startKeyringSession('unlocked');
    expect(await readSecretService(session.env)).toEqual({
      bus: 'reachable',
      service: 'running',
      provider: expect.stringContaining('gnome-keyring') as string,
      collection: 'unlocked',
    });
  });

  test('is seen locked, without a password being asked for', async () => {
    session = await startKeyringSession('locked');
    expect(await readSecretService(session.env)).toMatchObject({
      service: 'running',
      collection: 'locked',
    });
  });

  test('is seen without a collection', async () => {
    session = await startKeyringSession('noCollection');
    expect(await readSecretService(session.env)).toMatchObject({
      service: 'running',
      collection: 'missing',
    });
  });

  test('is missed on a bus that has none', async () => {
    session = await startKeyringSession('noService');
    expect(await readSecretService(session.env)).toMatchObject({
      bus: 'reachable',
      service: 'missing',
    });
  });

  test('cannot be asked for where the bus is gone', async () => {
    session = await startKeyringSession('noService');
    await session.stopBus();
    expect(await readSecretService(session.env)).toMatchObject({ bus: 'unreachable' });
  });

  test.each([
    ['no address', {}],
    ['a bus that is switched off', { DBUS_SESSION_BUS_ADDRESS: 'disabled:' }],
  ])('is missed with %s', async (_what, env) => {
    expect(await readSecretService({ PATH: process.env['PATH'], ...env })).toMatchObject({
      bus: 'missing',
    });
  });
});
