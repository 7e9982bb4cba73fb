import { expect } from '@playwright/test';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { lastMinted } from '../fixtures/last-minted.ts';
import { test } from '../fixtures/usher-test.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';

const questions = (plex: FakePlex) =>
  plex.requests.list().filter(({ path }) => path === '/security/resources');

async function openSourcePage(usher: UsherApp, server: string): Promise<void> {
  await usher.window.sidebar.openServers('robin');
  await usher.window.servers.open(server);
  await usher.window.server.askAboutSource();
}

test.describe('Asking a server about a source', () => {
  test('offers the known servers by name, and shows how to reach one, with a token for it', async ({
    robin: { usher, plex, desk },
  }) => {
    const { source } = usher.window;
    await openSourcePage(usher, 'Attic');
    await source.askForServer('Loft');
    const device = source.device('Loft');
    await expect(device).toContainText(plex.server('Loft').machineIdentifier);
    await expect(device).toContainText(plex.server('Loft').url);
    await expect(device).toContainText(lastMinted(plex).slice(-4));
    await expect(device).not.toContainText(lastMinted(plex));
    await device.getByRole('button', { name: 'Copy transient token' }).click();
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    expect(plex.server('Loft').rightsOf(lastMinted(plex))).toMatchObject({ isTransient: true });
  });

  test('reveals its token when asked, and hides it again', async ({ robin: { usher, plex } }) => {
    const { source } = usher.window;
    await openSourcePage(usher, 'Attic');
    await source.askForServer('Attic');
    const device = source.device('Attic');
    await device.getByRole('button', { name: 'Reveal transient token' }).click();
    await expect(device).toContainText(lastMinted(plex));
    await device.getByRole('button', { name: 'Hide transient token' }).click();
    await expect(device).not.toContainText(lastMinted(plex));
  });

  test('takes a provider as well, and a server that answers with a list', async ({
    robin: { usher },
  }) => {
    const { source } = usher.window;
    await openSourcePage(usher, 'Loft');
    await source.askFor('provider://tv.plex.provider.epg');
    await expect(source.device('Live TV guide')).toContainText('https://provider.example.invalid');
  });

  test('has the server look again only when the person wants that', async ({
    robin: { usher, plex },
  }) => {
    const { source } = usher.window;
    await openSourcePage(usher, 'Attic');
    await source.askForServer('Attic');
    await expect(source.device('Attic')).toBeVisible();
    await source.choose('Skip the server’s cache');
    await source.ask.click();
    await expect.poll(() => questions(plex).length).toBe(2);
    const [first, second] = questions(plex);
    expect(first?.query['refresh']).not.toBe('1');
    expect(second?.query['refresh']).toBe('1');
  });

  test('refuses what is no source at the field, with the form it should have, and asks nothing', async ({
    robin: { usher, plex },
  }) => {
    const { source } = usher.window;
    await openSourcePage(usher, 'Attic');
    for (const typed of ['server:/attic', 'https://plex.tv', 'server://two words', 'provider://']) {
      await source.askFor(typed);
      await expect(source.error).toContainText('server://identifier or provider://identifier');
      await expect(source.field).toBeFocused();
      await expect(source.field).toHaveAttribute('aria-invalid', 'true');
    }
    await source.field.fill('');
    await source.ask.click();
    await expect(source.error).toContainText('Choose a server, or type a source');
    expect(questions(plex)).toEqual([]);
  });

  test('puts the missing beginning before a bare identifier when told to', async ({
    robin: { usher, plex },
  }) => {
    const { source } = usher.window;
    await openSourcePage(usher, 'Attic');
    await source.askFor(plex.server('Loft').machineIdentifier);
    await expect(source.error).toContainText('Did you mean');
    await usher.page.getByRole('button', { name: 'Use this' }).click();
    await source.ask.click();
    await expect(source.device('Loft')).toBeVisible();
  });

  test('says that the server does not know a source, whichever way the server says so', async ({
    robin: { usher, plex },
  }) => {
    const { source } = usher.window;
    await openSourcePage(usher, 'Attic');
    for (const unknownSource of ['notFound', 'empty'] as const) {
      plex.server('Attic').settings.unknownSource = unknownSource;
      await source.askForServer('Attic');
      await expect(source.device('Attic')).toBeVisible();
      await source.askFor('provider://tv.plex.provider.none');
      await expect(usher.window.main).toContainText('The server knows no device for this source');
    }
    plex.server('Attic').settings.unknownSource = 'notFound';
  });

  test('is refused, before anything is asked, to a server that is too old', async ({
    robin: { usher, plex },
  }) => {
    await usher.window.sidebar.openServers('robin');
    await usher.window.servers.open('Old Barn');
    await expect(usher.window.main).toContainText('This server runs 1.14.1.5488');
    await expect(usher.window.source.ask).toHaveCount(0);
    expect(questions(plex)).toEqual([]);
  });

  test("is closed on somebody else's server, and says why", async ({ robin: { usher } }) => {
    await usher.window.sidebar.openServers('robin');
    await usher.window.servers.open('Cabin');
    await expect(usher.window.server.facts).toBeVisible();
    await expect(usher.window.server.source).toContainText('Only for the server’s owner');
  });
});
