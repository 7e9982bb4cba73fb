import { expect } from '../fixtures/expect.ts';
import { passInPage } from '../fixtures/pass-in-page.ts';
import { expectSoon } from './expect-soon.ts';
import type { Guide } from './guide.ts';

/** How a token lives and dies: asked about, dead after a restart of its server, and minted anew. */
export async function lifeChapter(guide: Guide): Promise<void> {
  const { tour, usher, plex, desk } = guide;
  const { window, page } = usher;
  const { servers, server, tokens } = window;

  await tour.step('Asks a server whether it takes the account’s access token', async () => {
    await window.sidebar.openServers('robin');
    await servers.open('Cabin');
    await server.facts.getByRole('button', { name: /^Check now/ }).click();
    await expect(server.facts.getByText('Valid')).toBeVisible();
    await tour.picture(page, 'access-token-proved', server.facts);
  });

  await tour.step(
    'Notices that a server was restarted, and that its token died with it',
    async () => {
      await window.sidebar.openServers('robin');
      await servers.mint('Cabin');
      await expect(window.clipboard.bar).toContainText('Cabin');
      await plex.restart('Cabin');
      await window.sidebar.openTokens();
      await window.main.getByRole('button', { name: /^Check now/ }).click();
      await expect(tokens.row('Cabin').getByText('No longer valid')).toBeVisible();
      await tour.picture(page, 'token-dead');
    },
  );

  await tour.step('Mints a new one in its place, by one press', async () => {
    const dead = await plex.lastMinted();
    // Sooner the press would be taken for one on the button that stood there before.
    await passInPage(page, 600);
    await tokens
      .row('Cabin')
      .getByRole('button', { name: /^Mint a new one/ })
      .click();
    await expect(tokens.row('Cabin').getByText('Valid', { exact: true })).toBeVisible();
    await expectSoon('the new token', async () => (await plex.lastMinted()) !== dead, true);
    await expectSoon('the clipboard', () => desk.readClipboard(), await plex.lastMinted());
    await tour.picture(page, 'token-minted-anew');
    await tokens.forget('Cabin');
    await expect(tokens.row('Cabin')).toBeHidden();
    await window.clipboard.clearNow();
  });
}
