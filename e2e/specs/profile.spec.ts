import { expect } from '@playwright/test';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desk } from '../fixtures/desk.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

const damage = (desk: Desk, name: string): Promise<void> =>
  writeFile(join(desk.profileFolder, name), '{"version":1,"data":{"acc');

test.describe('The list of accounts in the profile', () => {
  test('is taken from its last good copy when it cannot be read, and the bad file is kept', async ({
    launch,
    plex,
    desk,
  }) => {
    const first = await launch();
    await signInAs(first, plex, 'sam');
    await first.close();
    await damage(desk, 'index.json');
    const second = await launch();
    const notices = second.window.notices;
    await expect(notices).toContainText('The list of accounts could not be read');
    await expect(notices).toContainText('went back to its last good copy');
    await expect(second.window.sidebar.account('sam')).toBeVisible();
    const kept = (await readdir(desk.profileFolder)).filter((name) =>
      name.startsWith('index.json.corrupt-'),
    );
    expect(kept).toHaveLength(1);
    await expect(notices).toContainText(kept[0] ?? 'a name');
    await notices.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notices).toBeHidden();
  });

  test('starts empty when there is no good copy either, and a sign-in brings the account back', async ({
    launch,
    plex,
    desk,
  }) => {
    const first = await launch();
    await signInAs(first, plex, 'sam');
    await first.close();
    await damage(desk, 'index.json');
    await damage(desk, 'index.json.backup');
    const second = await launch();
    await expect(second.window.notices).toContainText('the list starts empty');
    await signInAs(second, plex, 'sam');
    await second.close();
    const third = await launch();
    await expect(third.window.notices).toHaveCount(0);
    await expect(third.window.sidebar.account('sam')).toBeVisible();
  });

  test('is left as it is when a newer Usher wrote it', async ({ launch, plex, desk }) => {
    const first = await launch();
    await signInAs(first, plex, 'sam');
    await first.close();
    const file = join(desk.profileFolder, 'index.json');
    const newer = (await readFile(file, 'utf8')).replace(/"version": \d+/, '"version": 999');
    await writeFile(file, newer);
    const second = await launch();
    await expect(second.window.notices).toContainText('from a newer Usher');
    await second.close();
    expect(await readFile(file, 'utf8')).toBe(newer);
  });
});
