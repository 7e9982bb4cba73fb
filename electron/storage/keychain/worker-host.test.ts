import { expect, test } from 'vitest';
import { workerEnv } from './worker-host.ts';

test('the keychain process is started without what makes Node load, inspect or record', () => {
  const env = workerEnv({
    PATH: '/bin',
    NODE_OPTIONS: '--inspect',
    node_v8_coverage: '/tmp',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/bus',
    LC_ALL: 'fr_FR.UTF-8',
  });
  expect(env).toEqual({
    PATH: '/bin',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/bus',
    LC_ALL: 'C.UTF-8',
    LANGUAGE: 'C',
  });
});
