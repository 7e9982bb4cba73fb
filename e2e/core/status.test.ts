import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CommandInput, Context } from '../../electron/cli/command.ts';
import { status } from '../../electron/cli/commands/status.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import { createProfileFiles } from '../../electron/storage/profile/profile-files.ts';
import { ok } from '../../shared/result.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore } from './core-under-test.ts';
import { signInAndList } from './testing/sign-in.ts';

// With two cores in place of two processes: the one that asks may wait as long as the other takes, on any computer.
test('usher status tells nothing of an account that another process removes while it is asked about', async () => {
  const plex = await startFakePlex();
  const folder = await mkdtemp(join(tmpdir(), 'usher-status-'));
  const vault = { ...createMemoryVault(), dispose: () => undefined };
  const files = () => createProfileFiles({ folder });
  const window = await startCore({ plexUrl: plex.baseUrl, files: files(), vault });
  await signInAndList(window, plex, 'sam');
  const edith = await signInAndList(window, plex, 'edith');

  let open = (): void => undefined;
  let arrive = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const terminal = await startCore({
    plexUrl: plex.baseUrl,
    files: files(),
    vault,
    fetch: async (...request) => {
      arrive();
      await gate;
      return fetch(...request);
    },
  });
  terminal.clock.slowDown(1_000);
  const printed: unknown[] = [];
  const context = {
    usher: () => Promise.resolve(ok(terminal.usher)),
    output: { json: (value: unknown) => void printed.push(value) },
  } as unknown as Context;
  const running = status(context, { has: () => true } as unknown as CommandInput);
  await arrived;
  await window.must('account.removeLocally', { accountId: edith });
  open();
  expect(await running).toEqual(ok(0));
  expect(printed).toEqual([{ accounts: [expect.objectContaining({ username: 'sam' })] }]);
  terminal.clock.slowDown(1);
  await terminal.usher.close();
  await window.usher.close();
  await plex.stop();
  await rm(folder, { recursive: true, force: true });
});
