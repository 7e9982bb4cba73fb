import { expect } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { plexDirectName } from '../fake-plex/media-server/connections.ts';
import { answerQuestions } from '../fixtures/answer-questions.ts';
import { makeCertificates, type CertificateName } from '../fixtures/certificates.ts';
import { lastMinted } from '../fixtures/last-minted.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

const tokensSentTo = (plex: FakePlex, server: string): readonly string[] =>
  plex.requests
    .list()
    .filter(({ host, token }) => host === server && token !== 'none')
    .map(({ path }) => path);

/** Under which names and ports Attic was asked anything. */
const addressesHeardFrom = (plex: FakePlex): readonly string[] => [
  ...new Set(
    plex.requests
      .list()
      .flatMap(({ host, headers }) => (host === 'Attic' ? (headers['host'] ?? '') : [])),
  ),
];

/** Takes Attic's addresses away, to be given others by `listen`: over TLS, with one certificate or another. */
async function secureAttic(plex: FakePlex): Promise<{
  readonly authority: string;
  /** The answer is the new address. */
  readonly listen: (certificate: CertificateName) => Promise<string>;
}> {
  const attic = plex.server('Attic');
  const name = plexDirectName('127.0.0.1', 'Attic');
  const certificates = await makeCertificates(name);
  attic.connections = [];
  return {
    authority: certificates.authority,
    listen: async (certificate) => {
      const port = await attic.listenSecurely(certificates[certificate]);
      const connection = { kind: 'secure', address: '127.0.0.1', port, local: true } as const;
      attic.connections = [...attic.connections, connection];
      return `https://${name}:${String(port)}`;
    },
  };
}

test.describe('The way of a token to a server', () => {
  test('over plain HTTP is taken only when the person says so, once for a server, and can be closed again', async ({
    launch,
    plex,
    desk,
  }) => {
    const host = 'attic.invalid';
    plex.server('Attic').connections = [{ kind: 'named', host, local: true }];
    const usher = await launch({ switches: [`--host-resolver-rules=MAP ${host} 127.0.0.1`] });
    const { servers, server, sidebar } = usher.window;
    await signInAs(usher, plex, 'robin');
    await sidebar.openServers('robin');

    const refused = await answerQuestions(usher, 'Don’t send');
    await servers.mint('Attic');
    await expect.poll(refused).toHaveLength(1);
    await expect(servers.copyButton('Attic')).toHaveText('Mint & copy');
    const [question] = await refused();
    expect(question).toContain('Send a token to Attic without encryption?');
    expect(question).toContain(`(${host}:`);
    expect(question).toContain('\nDon’t send, Don’t send');
    expect(tokensSentTo(plex, 'Attic')).toEqual([]);

    const allowed = await answerQuestions(usher, 'Send unencrypted');
    await servers.mint('Attic');
    await expect(usher.window.clipboard.bar).toContainText('Attic');
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));

    await servers.open('Attic');
    await expect(server.plainHttpSetting).toBeChecked();
    // While the keychain still takes the first, a second press is answered with it.
    await expect(server.tokens.getByRole('listitem')).toHaveCount(1);
    await server.mint();
    await expect(server.tokens.getByRole('listitem')).toHaveCount(2);
    expect(await allowed()).toHaveLength(1);
    await server.plainHttpSetting.uncheck();
    const again = await answerQuestions(usher, 'Don’t send');
    await server.mint();
    await expect.poll(again).toHaveLength(1);
    await expect(server.tokens.getByRole('listitem')).toHaveCount(2);

    await server.askAboutSource();
    await answerQuestions(usher, 'Send unencrypted');
    await usher.window.source.askForServer('Loft');
    await expect(usher.window.source.device('Loft')).toBeVisible();
  });

  test('is found by the address in a plex.direct name when DNS drops it, its certificate verified', async ({
    launch,
    plex,
    desk,
  }) => {
    const { authority, listen } = await secureAttic(plex);
    const [bad, good] = [await listen('wrongName'), await listen('good')];
    const trusted = join(desk.folder, 'trusted.pem');
    await writeFile(trusted, authority);
    const usher = await launch({
      switches: ['--host-resolver-rules=MAP *.plex.direct ~NOTFOUND'],
      env: { NODE_EXTRA_CA_CERTS: trusted },
    });
    const { servers, server, sidebar } = usher.window;
    await signInAs(usher, plex, 'robin');
    await sidebar.openServers('robin');
    await servers.open('Attic');
    await server.checkAddresses();
    await expect(server.address(good)).toContainText('Answered');
    await expect(server.address(good)).toContainText('DNS gave no address for this name');
    await expect(server.address(bad)).toContainText('Certificate not trusted');
    await server.mint();
    await expect(server.tokens.getByRole('listitem')).toHaveCount(1);
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    expect(addressesHeardFrom(plex)).toEqual([new URL(good).host]);
  });

  test('is https where a certificate proves the name, and no other: none of a wrong name, none that is over, none of its own making', async ({
    launch,
    plex,
    desk,
  }) => {
    const { authority, listen } = await secureAttic(plex);
    await desk.trust(authority);
    const bad = [await listen('wrongName'), await listen('expired'), await listen('selfSigned')];
    const usher = await launch({
      switches: ['--host-resolver-rules=MAP *.plex.direct 127.0.0.1'],
    });
    const { servers, server, sidebar } = usher.window;
    await signInAs(usher, plex, 'robin');
    await sidebar.openServers('robin');
    await servers.open('Attic');
    await server.mint();
    await expect(server.error).toContainText(
      'The certificates couldn’t be verified, so Usher sent nothing.',
    );
    for (const uri of bad) {
      await expect(server.address(uri)).toContainText('Certificate not trusted');
    }
    expect(addressesHeardFrom(plex)).toEqual([]);

    const good = await listen('good');
    await sidebar.openServers('robin');
    await servers.refresh();
    await servers.open('Attic');
    await expect(server.address(good)).toBeVisible();
    await server.mint();
    await expect(server.tokens.getByRole('listitem')).toHaveCount(1);
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));
    expect(addressesHeardFrom(plex)).toEqual([new URL(good).host]);
    expect(tokensSentTo(plex, 'Attic')).not.toEqual([]);
  });
});

test.describe('A server whose version lets tokens get away', () => {
  test('is marked wherever a token of it is about to be shared', async ({ robin: { usher } }) => {
    const { servers, sidebar } = usher.window;
    await sidebar.openServers('robin');
    const mark = { name: 'Update required' };
    await expect(servers.row('Loft').getByRole('button', mark)).toBeVisible();
    await expect(servers.row('Attic').getByRole('button', mark)).toHaveCount(0);
    await servers.open('Loft');
    await expect(usher.window.told('Update Loft before sharing a token')).toBeVisible();
  });
});
