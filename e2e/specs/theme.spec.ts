import { expect } from '@playwright/test';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

test.describe('The theme', () => {
  test('changes at once, and goes back to that of the system', async ({
    guest: { usher, plex },
  }) => {
    const { window, page } = usher;
    await signInAs(usher, plex, 'sam');
    await window.sidebar.openPage('Settings');
    const isDark = (): Promise<boolean> =>
      page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    // By default what runs the test says which it is, whatever the app wants.
    await page.emulateMedia({ colorScheme: null });
    await window.settings.chooseTheme('Dark');
    await expect.poll(isDark).toBe(true);
    await window.settings.chooseTheme('Light');
    await expect.poll(isDark).toBe(false);
    await window.settings.chooseTheme('System');
  });
});
