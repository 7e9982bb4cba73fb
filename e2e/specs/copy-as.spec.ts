import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastMinted } from '../fixtures/last-minted.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';
import { chooseOption } from '../pages/choose-option.ts';

test('A token is copied in the form of the settings or in another for once, and all of it is listed and can be saved', async ({
  launch,
  plex,
  desk,
}) => {
  const usher = await launch();
  const { window } = usher;
  await signInAs(usher, plex, 'robin');
  await window.sidebar.openServers('robin');
  await window.servers.mint('Attic');
  await expect(window.clipboard.bar).toBeVisible();
  const token = lastMinted(plex);

  await window.sidebar.openTokens();
  await window.tokens.copyAs('Attic', 'URL with token');
  await expect.poll(() => desk.readClipboard()).toContain(`/?X-Plex-Token=${token}`);
  await expect(window.clipboard.bar).toContainText('Anyone who sees this URL');
  await window.tokens.copyAs('Attic', 'curl command');
  await expect.poll(() => desk.readClipboard()).toContain(`-H 'X-Plex-Token: ${token}'`);

  await window.sidebar.openPage('Settings');
  await chooseOption(window.settings.tokenForm, '.env line');
  await window.settings.mintAnew.check();
  await usher.close();

  const again = await launch();
  await again.window.sidebar.openPage('Settings');
  await expect(again.window.settings.mintAnew).toBeChecked();
  await again.window.sidebar.openTokens();
  await again.window.tokens.copy('Attic');
  await expect.poll(() => desk.readClipboard()).toBe(`PLEX_TOKEN=${token}`);

  await again.window.sidebar.openPage('Activity');
  const main = again.window.main;
  await expect(again.window.activity.entriesOf('Copied token')).not.toHaveCount(0);
  await again.window.activity.search.fill('minted');
  await expect(main.getByRole('listitem')).toHaveText([/Minted token.*Attic.*robin/]);
  const path = join(desk.profileFolder, 'saved.csv');
  await again.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await again.window.activity.choose('Export as CSV');
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toMatch(/minted,transientToken/);
  expect((await readFile(path, 'utf8')).match(/copied,transientToken/g)).toHaveLength(3);
  await again.window.activity.choose('Clear activity…');
  await again.window.dialog.getByRole('button', { name: 'Clear activity' }).click();
  await expect(main.getByText(/^No activity yet/)).toBeVisible();
});
