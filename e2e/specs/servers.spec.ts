import { expect } from '@playwright/test';
import { test } from '../fixtures/usher-test.ts';

test.describe('The servers of all accounts', () => {
  test("are all there: one's own, those of the Home, those others share", async ({
    robin: { usher },
  }) => {
    const { servers } = usher.window;
    await usher.window.sidebar.openServers('robin');
    await expect(servers.row('Attic')).toContainText('yours');
    await expect(servers.row('Old Barn')).toContainText('yours');
    await expect(servers.row('Loft')).toContainText('yours');
    await expect(servers.row("Granny's")).toContainText('through Plex Home');
    await expect(servers.row('Cabin')).toContainText('shared by sam');
  });

  test('tell through whom and how each is reached, and since when it is off', async ({
    robin: { usher },
  }) => {
    const { servers } = usher.window;
    await usher.window.sidebar.openServers('robin');
    await expect(servers.row('Attic')).toContainText('robin');
    await expect(servers.row('Attic')).toContainText(/local|HTTP/);
    await expect(servers.row('Attic').getByRole('img', { name: 'Online' })).toBeVisible();
    await expect(servers.row("Granny's").getByRole('img', { name: 'Offline' })).toBeVisible();
    await expect(servers.row("Granny's")).toContainText('offline since');
  });

  test('tell each address: local, remote or relay, secure or not', async ({
    robin: { usher, plex },
  }) => {
    const { server } = usher.window;
    await usher.window.sidebar.openServers('robin');
    await usher.window.servers.open('Attic');
    const live = server.address(plex.server('Attic').url);
    await expect(live).toContainText('Local');
    await expect(live).toContainText('HTTP');
    const relay = server.address('https://203-0-113-9.');
    await expect(relay).toContainText('Relay');
    await expect(relay).toContainText('Encrypted');
    await expect(server.address('https://198-51-100-7.')).toContainText('Remote');
    await expect(server.facts).toContainText(plex.server('Attic').machineIdentifier);
    await expect(server.facts).toContainText('1.43.2.10687-563d026ea');
  });

  test('have their addresses tried one by one when asked, without a token', async ({
    robin: { usher, plex },
  }) => {
    const { server } = usher.window;
    await usher.window.sidebar.openServers('robin');
    await usher.window.servers.open('Loft');
    plex.requests.clear();
    await server.checkAddresses();
    await expect(server.address(plex.server('Loft').url)).toContainText('Answered');
    await expect(server.address(plex.server('Cabin').url)).toContainText('Another server answered');
    // Whether the tokens are still good is asked in the background, elsewhere.
    const asked = plex.requests.list().filter(({ path }) => path === '/identity');
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter(({ token }) => token !== 'none')).toEqual([]);
  });

  test('show the address used last once something was minted', async ({
    robin: { usher, plex },
  }) => {
    const { server } = usher.window;
    await usher.window.sidebar.openServers('robin');
    await usher.window.servers.open('Attic');
    await server.mint();
    await expect(server.address(plex.server('Attic').url)).toContainText('Used last');
  });
});
