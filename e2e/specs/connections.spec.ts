import { expect } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTestAuthority } from '../../electron/plex/testing/make-test-authority.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { plexDirectName } from '../fake-plex/media-server/plex-direct-name.ts';
import { lastMinted } from '../fixtures/last-minted.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { startSecureFront } from '../fixtures/start-secure-front.ts';
import { test } from '../fixtures/usher-test.ts';

const tokensSentTo = (plex: FakePlex, server: string): readonly string[] =>
  plex.requests
    .list()
    .filter(({ host, token }) => host === server && token !== 'none')
    .map(({ path }) => path);

test.describe('The way of a token to a server', () => {
  test('over plain HTTP is taken only when the person says so, once for a server, and can be closed again', async ({
    launch,
    plex,
    desk,
  }) => {
    const host = 'attic.invalid';
    plex.server('Attic').connections = [{ kind: 'named', host, local: true }];
    const usher = await launch({ switches: [`--host-resolver-rules=MAP ${host} 127.0.0.1`] });
    const { servers, server, plainHttp, sidebar } = usher.window;
    await signInAs(usher, plex, 'robin');
    await sidebar.openServers('robin');

    await servers.mint('Attic');
    await expect(plainHttp.dialog('Attic')).toContainText(`http://${host}:`);
    await plainHttp.decline();
    await expect(plainHttp.dialog('Attic')).toBeHidden();
    expect(tokensSentTo(plex, 'Attic')).toEqual([]);

    await servers.mint('Attic');
    await plainHttp.allow();
    await expect(usher.window.clipboard.bar).toContainText('Attic');
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));

    await servers.open('Attic');
    await expect(plainHttp.setting).toBeChecked();
    await server.mint();
    await expect(server.tokens.getByRole('listitem')).toHaveCount(2);
    await plainHttp.setting.uncheck();
    await server.mint();
    await expect(plainHttp.dialog('Attic')).toBeVisible();
    await usher.page.keyboard.press('Escape');
    await expect(plainHttp.dialog('Attic')).toBeHidden();
    await expect(server.tokens.getByRole('listitem')).toHaveCount(2);

    await server.askAboutSource();
    await usher.window.source.askForServer('Loft');
    await plainHttp.allow();
    await expect(usher.window.source.device('Loft')).toBeVisible();
  });

  test('is found by the address in a plex.direct name when DNS drops it, its certificate verified', async ({
    launch,
    plex,
    desk,
  }) => {
    const name = plexDirectName('127.0.0.1', 'Attic');
    const authority = await makeTestAuthority();
    const front = await startSecureFront(
      await authority.certify(name),
      () => plex.server('Attic').port,
    );
    const otherFront = await startSecureFront(
      await authority.certify(plexDirectName('127.0.0.1', 'Loft')),
      () => plex.server('Attic').port,
    );
    plex.server('Attic').connections = [
      { kind: 'secure', address: '127.0.0.1', port: otherFront.port, local: true },
      { kind: 'secure', address: '127.0.0.1', port: front.port, local: true },
    ];
    const trusted = join(desk.folder, 'authority.pem');
    await writeFile(trusted, authority.cert);
    const usher = await launch({
      switches: ['--host-resolver-rules=MAP *.plex.direct ~NOTFOUND'],
      env: { NODE_EXTRA_CA_CERTS: trusted },
    });
    const { servers, server, sidebar } = usher.window;
    await signInAs(usher, plex, 'robin');
    await sidebar.openServers('robin');
    await servers.open('Attic');
    await server.checkAddresses();
    const good = server.address(`https://${name}:${String(front.port)}`);
    await expect(good).toContainText('Answered in');
    await expect(good).toContainText('DNS gave no address for this name');
    await expect(good).toContainText('just now');
    const bad = server.address(`https://${name}:${String(otherFront.port)}`);
    await expect(bad).toContainText('Certificate not trusted');
    await server.mint();
    await expect(server.tokens.getByRole('listitem')).toHaveCount(1);
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    expect([...front.askedNames]).toEqual([name]);
    await front.stop();
    await otherFront.stop();
  });
});

test.describe('A server whose version lets tokens get away', () => {
  test('is marked wherever a token of it is about to be shared', async ({ robin: { usher } }) => {
    const { servers, server, sidebar } = usher.window;
    await sidebar.openServers('robin');
    const mark = /update this server before you hand a token out/;
    await expect(servers.row('Loft').getByRole('img', { name: mark })).toBeVisible();
    await expect(servers.row('Attic').getByRole('img', { name: mark })).toHaveCount(0);
    await servers.open('Loft');
    await expect(server.minting).toContainText('CVE-2025-69414');
  });
});
