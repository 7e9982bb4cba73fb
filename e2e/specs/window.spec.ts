import { expect } from '@playwright/test';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

test.describe('The window', () => {
  test('ends the app when it is closed, with every process of it', async ({ launch }) => {
    const usher = await launch();
    await usher.closeWindow();
    expect(usher.isOver).toBe(true);
  });

  test('comes back with everything in it when its page dies', async ({ launch, plex }) => {
    const usher = await launch();
    usher.expectComplaint(/crashed/);
    await signInAs(usher, plex, 'sam');
    const isLoadedAgain = await usher.electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loaded = new Promise((done) => contents?.once('did-finish-load', () => done(true)));
      contents?.forcefullyCrashRenderer();
      return loaded;
    });
    expect(isLoadedAgain).toBe(true);
    const shown = (): Promise<unknown> =>
      usher.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
      );
    await expect.poll(shown).toContain('sam@example.invalid');
  });
});
