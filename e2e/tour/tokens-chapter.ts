import { expect } from '../fixtures/expect.ts';
import { expectSoon } from './expect-soon.ts';
import type { Guide } from './guide.ts';

/** The list of transient tokens. */
export async function tokensChapter(guide: Guide): Promise<void> {
  const { tour, usher, desk } = guide;
  const { window, page } = usher;
  const { tokens } = window;

  await tour.step('Lists the transient tokens, each with the time it has left', async () => {
    await window.sidebar.openServers('robin');
    await window.servers.mint('Cabin');
    await expect(window.clipboard.bar).toContainText('Cabin');
    await window.sidebar.openTokens();
    await expect(tokens.row('Cabin')).toBeVisible();
    await window.clipboard.keep();
    await tour.picture(page, 'tokens');
  });

  await tour.step('Forgets one of them, in the list and in the keychain', async () => {
    const before = await desk.keychainSecrets();
    await tokens.choose('Cabin', 'Forget…');
    const dialog = window.dialog;
    await expect(dialog).toBeVisible();
    await tour.picture(page, 'token-forget');
    await dialog.getByRole('button', { name: 'Forget token' }).click();
    await expect(tokens.row('Cabin')).toBeHidden();
    const countKept = async (): Promise<number> => (await desk.keychainSecrets()).length;
    await expectSoon('the keychain', countKept, before.length - 1);
    await window.clipboard.clearNow();
  });
}
