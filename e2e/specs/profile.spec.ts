import { expect } from '@playwright/test';
import { readdir, writeFile } from 'node:fs/promises';
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
    await expect(notices).toContainText('The list of accounts couldn’t be read');
    await expect(notices).toContainText('restored it from a backup');
    await expect(second.window.sidebar.account('sam')).toBeVisible();
    const kept = (await readdir(desk.profileFolder)).filter((name) =>
      name.startsWith('index.json.corrupt-'),
    );
    expect(kept).toHaveLength(1);
    await expect(notices).toContainText(kept[0] ?? 'a name');
    await notices.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notices.getByRole('button', { name: 'Dismiss' })).toBeHidden();
  });
});
