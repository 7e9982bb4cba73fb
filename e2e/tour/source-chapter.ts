import { expect } from '../fixtures/expect.ts';
import { expectSoon } from './expect-soon.ts';
import type { Guide } from './guide.ts';

/** Asking a server about a source. */
export async function sourceChapter(guide: Guide): Promise<void> {
  const { tour, usher, plex, desk } = guide;
  const { window, page } = usher;
  const { servers, server, source } = window;

  await tour.step('Opens a source, and copies the token that is for it', async () => {
    await window.sidebar.openServers('robin');
    await servers.open('Attic');
    await server.askAboutSource();
    await expect(source.field).toBeVisible();
    await tour.picture(page, 'source');
    await source.askForServer('Loft');
    const device = source.device('Loft');
    await expect(device).toBeVisible();
    await tour.pictures(usher, 'source-answer', device);
    await device.getByRole('button', { name: 'Copy transient token' }).click();
    const token = await plex.lastMinted();
    await expectSoon('the clipboard', () => desk.readClipboard(), token);
  });

  await tour.step(
    'Shows each device that is a source, and copies the token of the one that is wanted',
    async () => {
      await source.askFor('provider://com.plexapp.plugins.library');
      for (const name of ['Attic', 'Old Barn', 'Loft']) {
        await expect(source.device(name)).toBeVisible();
      }
      await tour.picture(page, 'source-devices', source.device('Attic'));
      const device = source.device('Old Barn');
      await device.getByRole('button', { name: 'Copy transient token' }).click();
      await expect(window.clipboard.bar).toContainText('Old Barn');
      await tour.picture(page, 'source-device-copied', device);
    },
  );

  await tour.step('Asks with a transient token in place of the access token', async () => {
    await source.choose(/^Use transient token/);
    await source.askForServer('Loft');
    await expect(source.device('Loft')).toBeVisible();
    await expect(source.device('Old Barn')).toBeHidden();
    await tour.picture(page, 'source-asked-with', server.source);
    await source.choose('Use the access token');
  });

  await tour.step('Refuses a source without a form at the field', async () => {
    await source.askFor('server:/attic');
    await expect(source.error).toBeVisible();
    await tour.picture(page, 'source-malformed', server.source);
  });

  await tour.step('Says that the server knows no such source', async () => {
    await source.askFor('provider://tv.plex.provider.none');
    await expect(window.told('knows no device for this source')).toBeVisible();
    await tour.picture(page, 'source-unknown', server.source);
  });

  await tour.step(
    'Says which server is too old to be asked, and which is not one’s own',
    async () => {
      await window.sidebar.openServers('robin');
      await servers.open('Old Barn');
      await expect(window.told('or later. This server runs')).toBeVisible();
      await tour.picture(page, 'source-too-old');
      await window.sidebar.openServers('robin');
      await servers.open('Cabin');
      await expect(window.told('Only for the server’s owner')).toBeVisible();
      await tour.picture(page, 'server-shared');
    },
  );
}
