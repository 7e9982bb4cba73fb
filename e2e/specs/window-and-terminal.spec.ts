import { expect } from '@playwright/test';
import { ensureCliBuild } from '../../build/set-up/builds.mjs';
import type { UsherBridge } from '../../shared/contract.ts';
import { cliFile } from '../cli/testing/cli-file.ts';
import { startCommand, type Run } from '../cli/testing/start-command.ts';
import { test } from '../fixtures/usher-test.ts';

test.beforeAll(ensureCliBuild);

test('The window shows what the command line does on its profile, and both may act at once', async ({
  launch,
  plex,
  desk,
}) => {
  const usher = await launch();
  const { window, page } = usher;
  const terminal = async (args: readonly string[], input = ''): Promise<Run> => {
    const command = startCommand(process.execPath, [cliFile, ...args], {
      ...desk.env,
      ...desk.settingsFor(plex.baseUrl),
    });
    command.type(input, 'andEnd');
    return command.ended;
  };

  const { password, verificationCode } = plex.user('robin');
  const signedIn = await terminal(
    ['sign-in', '--password', '--user', 'robin'],
    `${password ?? ''}\n${verificationCode ?? ''}\n`,
  );
  expect(signedIn).toMatchObject({ code: 0 });
  await expect(window.sidebar.account('robin')).toBeVisible();

  await window.sidebar.openTokens();
  const minted = await terminal(['mint', 'Attic', '--as', 'raw']);
  await expect(window.tokens.rows).toHaveCount(1);
  await window.tokens.copy('Attic');
  await expect.poll(() => desk.readClipboard()).toBe(minted.stdout.trim());

  const rounds = 4;
  const attic = plex.server('Attic').machineIdentifier;
  const inWindow = page.evaluate(
    async ({ count, serverId }) => {
      const bridge = (window as unknown as { usher: UsherBridge }).usher;
      const snapshot = await bridge.request('app.snapshot', {});
      const accountId = snapshot.ok ? snapshot.value.accounts[0]?.id : undefined;
      if (accountId === undefined) throw new Error('There is no account.');
      for (let round = 0; round < count; round += 1) {
        const minted = await bridge.request('server.copyToken', {
          mode: 'new',
          accountId,
          serverId: serverId as never,
        });
        if (!minted.ok) return minted.error.code;
      }
      return 'minted';
    },
    { count: rounds, serverId: attic },
  );
  for (let round = 0; round < rounds; round += 1) {
    expect(await terminal(['mint', 'Attic'])).toMatchObject({ code: 0 });
  }
  expect(await inWindow).toBe('minted');
  await expect(window.tokens.rows).toHaveCount(1 + 2 * rounds);

  const { stdout: list } = await terminal(['tokens', '--json']);
  const { tokens } = JSON.parse(list) as { tokens: readonly { readonly id: string }[] };
  expect(tokens).toHaveLength(1 + 2 * rounds);
  for (const { id } of tokens.slice(1)) {
    expect(await terminal(['forget', id])).toMatchObject({ code: 0 });
  }
  await expect(window.tokens.rows).toHaveCount(1);
  // Of the account, and of the token that is left.
  await expect.poll(() => desk.keychainSecrets()).toHaveLength(2);

  expect(await terminal(['sign-out', 'robin'])).toMatchObject({ code: 0 });
  await expect(window.sidebar.accounts).toHaveCount(0);
  await expect(window.tokens.rows).toHaveCount(0);
  await expect.poll(() => desk.keychainSecrets()).toEqual([]);
});
