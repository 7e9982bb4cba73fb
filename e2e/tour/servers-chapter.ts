import { answerQuestions } from '../fixtures/answer-questions.ts';
import { expect } from '../fixtures/expect.ts';
import { expectSoon } from './expect-soon.ts';
import type { Guide } from './guide.ts';
import { otherComputer } from './other-computer.ts';

/** The servers, and minting: what Usher is for. */
export async function serversChapter(guide: Guide): Promise<void> {
  const { tour, usher, plex, desk } = guide;
  const { window, page } = usher;
  const { servers, server } = window;

  await tour.step('Lists the servers: own, through the Home, shared', async () => {
    await window.sidebar.openServers('robin');
    await expect(servers.row('Cabin').getByRole('img', { name: 'Online' })).toBeVisible();
    await tour.picture(page, 'servers');
  });

  await tour.step('Mints a transient token, and reads the real clipboard back', async () => {
    await servers.mint('Attic');
    await expect(window.clipboard.bar).toContainText('Attic');
    await tour.pictures(usher, 'servers-minted');
    await expectSoon(
      'the minted token',
      async () => (await plex.lastMinted()).startsWith('transient-'),
      true,
    );
    await expectSoon('the clipboard', () => desk.readClipboard(), await plex.lastMinted());
  });

  await tour.step('Takes a server’s address, and says what isn’t one', async () => {
    await servers.addByAddress('https://app.plex.tv/desktop');
    await expect(servers.addDialog.getByRole('alert')).toBeVisible();
    await tour.pictures(usher, 'add-server');
    await page.keyboard.press('Escape');
    await expect(servers.addDialog).toBeHidden();
  });

  await tour.step('Says why a server that is off gave none', async () => {
    await servers.mint("Granny's");
    await expect(servers.row("Granny's").getByText('Can’t reach the server')).toBeVisible();
    await tour.pictures(usher, 'servers-mint-failed');
  });

  await tour.step(
    'Opens a server, and tries each of its addresses, told with its time',
    async () => {
      await servers.show('Attic');
      await expect(server.copyToken).toBeVisible();
      await tour.picture(page, 'server');
      await server.unfold();
      await server.checkAddresses();
      await expect(
        server.addresses.getByRole('button', { name: 'Test all addresses' }),
      ).toBeVisible();
      await tour.picture(page, 'server-addresses', server.addresses);
      await tour.picture(page, 'server-facts', server.facts);
    },
  );

  await tour.step('Warns of an old server, and of one that is off', async () => {
    await window.sidebar.openServers('robin');
    await servers.show('Loft');
    await expect(window.told('CVE-2025-69414')).toBeVisible();
    await tour.pictures(usher, 'server-warning');
    await window.sidebar.openServers('robin');
    await servers.show("Granny's");
    await expect(window.told('Plex reports this server as offline')).toBeVisible();
    await tour.pictures(usher, 'server-offline');
    await window.sidebar.openServers('robin');
  });

  await tour.step('Asks before a token goes over plain HTTP, and sends none on a no', async () => {
    await plex.move('Old Barn', [{ kind: 'named', host: otherComputer, local: true }]);
    await servers.refresh();
    await servers.open('Old Barn');
    await expect(server.address(otherComputer)).toBeVisible();
    const before = await plex.lastMinted();
    const asked = await answerQuestions(usher, 'Don’t send');
    await server.mint();
    await expectSoon('how often it asked', async () => (await asked()).length, 1);
    await expectSoon('the token minted last', () => plex.lastMinted(), before);
    await tour.pictures(usher, 'plain-http-setting', server.addresses);
    await plex.move('Old Barn', [{ kind: 'live', local: true }]);
    await window.sidebar.openServers('robin');
    await servers.refresh();
  });
}
