import { expect } from '@playwright/test';
import { certifyItself, fingerprintOf } from '../../electron/plex/testing/test-server.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { answerQuestions } from '../fixtures/answer-questions.ts';
import { lastMinted } from '../fixtures/last-minted.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

/** Another server, which answers who it is as Attic does; over TLS at the second address. */
async function lie(plex: FakePlex): Promise<readonly [string, string]> {
  const { machineIdentifier } = plex.server('Attic');
  plex.faults.add({
    match: { host: 'Cabin', path: '/identity' },
    action: {
      status: 200,
      contentType: 'application/json',
      body: JSON.stringify({ MediaContainer: { size: 0, machineIdentifier } }),
    },
  });
  const securePort = await plex.server('Cabin').listenSecurely(await certifyItself('127.0.0.1'));
  return [`127.0.0.1:${String(plex.server('Cabin').port)}`, `127.0.0.1:${String(securePort)}`];
}

const tokensSentToLiar = (plex: FakePlex): readonly string[] =>
  plex.requests
    .list()
    .flatMap(({ host, token, path }) => (host === 'Cabin' && token !== 'none' ? path : []));

test.describe('A server by its address', () => {
  test('that nothing proves gets a token only when the person says so in a dialog of the system', async ({
    launch,
    plex,
  }) => {
    plex.server('Attic').connections = [];
    const usher = await launch();
    const { servers, server, sidebar } = usher.window;
    await signInAs(usher, plex, 'robin');
    await sidebar.openServers('robin');
    const [liar] = await lie(plex);

    const refused = await answerQuestions(usher, 'Don’t add');
    await servers.addByAddress(liar);
    await expect(servers.addDialog).toContainText('The address wasn’t added');
    const [question = ''] = await refused();
    expect(question).toContain(`Use ${liar} for Attic?`);
    expect(question).toContain('The account token is never sent.');
    expect(question).toContain('\nDon’t add, Don’t add');
    expect(tokensSentToLiar(plex)).toEqual([]);

    const accepted = await answerQuestions(usher, 'Add address');
    await servers.addDialog.getByRole('button', { name: 'Add address' }).click();
    await servers.addDialog.getByRole('button', { name: 'Show server' }).click();
    await server.unfold();
    expect(await accepted()).toHaveLength(1);
    const row = server.address(`http://${liar}`);
    await expect(row).toContainText('Added by you');
    await row.getByRole('button', { name: /^Remove address/ }).click();
    await expect(row).toBeHidden();
  });

  test('whose certificate proves nothing is used with that certificate alone, on the same yes', async ({
    launch,
    plex,
    desk,
  }) => {
    plex.server('Attic').connections = [];
    const identity = await certifyItself('127.0.0.1');
    const port = await plex.server('Attic').listenSecurely(identity);
    const uri = `https://127.0.0.1:${String(port)}`;
    const usher = await launch();
    const { servers, server, sidebar } = usher.window;
    await signInAs(usher, plex, 'robin');
    await sidebar.openServers('robin');

    const asked = await answerQuestions(usher, 'Add address');
    await servers.addByAddress(uri);
    await servers.addDialog.getByRole('button', { name: 'Show server' }).click();
    await server.unfold();
    const [question = '', ...others] = await asked();
    expect(others).toEqual([]);
    expect(question.replaceAll('\n', '')).toContain(fingerprintOf(identity));
    await expect(server.address(uri)).toContainText(fingerprintOf(identity));
    await server.mint();
    await expect(server.tokens.getByRole('listitem')).toHaveCount(1);
    await expect.poll(() => desk.readClipboard()).toBe(lastMinted(plex));

    await plex.server('Attic').stop();
    await lie(plex);
    await plex.server('Cabin').listenSecurely(await certifyItself('127.0.0.1'), port);
    await server.mint();
    await expect(server.error).toContainText('One showed a different certificate');
    await expect(server.address(uri)).toContainText('Certificate has changed');
    expect(tokensSentToLiar(plex)).toEqual([]);
  });

  test('is nothing that a page can give a token to by itself', async ({ launch, plex }) => {
    plex.server('Attic').connections = [];
    const usher = await launch();
    await signInAs(usher, plex, 'robin');
    await usher.window.sidebar.openServers('robin');
    const [liar, secureLiar] = await lie(plex);
    const asked = await answerQuestions(usher, 'Don’t add');
    const answers = await usher.page.evaluate(
      async ({ address, secure, elsewhere }) => {
        const { usher: bridge } = window as unknown as {
          usher: { request: (name: string, input: object) => Promise<unknown> };
        };
        const snapshot = (await bridge.request('app.snapshot', {})) as {
          value: {
            accounts: readonly { id: string }[];
            servers: readonly { servers: readonly { id: string; name: string }[] }[];
          };
        };
        const accountId = snapshot.value.accounts[0]?.id;
        const add = (input: object): Promise<unknown> =>
          bridge.request('server.addAddress', { accountId, ...input });
        const serverId = snapshot.value.servers[0]?.servers.find(
          ({ name }) => name === 'Attic',
        )?.id;
        return [
          await bridge.request('server.allowPlainHttp', { accountId, serverId, isAllowed: true }),
          await add({ address, isConfirmed: true }),
          await add({ address }),
          await add({ address: secure }),
          await add({ address: elsewhere }),
        ];
      },
      { address: liar, secure: `https://${secureLiar}`, elsewhere: 'http://media.invalid:32400' },
    );
    const declined = (host: string) => ({ ok: false, error: { code: 'address.declined', host } });
    expect(answers).toEqual([
      { ok: false, error: { code: 'question.declined' } },
      { ok: false, error: { code: 'request.invalid' } },
      declined(liar),
      declined(secureLiar),
      // Three times no is enough.
      { ok: false, error: { code: 'question.paused', minutesLeft: 10 } },
    ]);
    expect(await asked()).toHaveLength(3);
    await usher.window.servers.mint('Attic');
    await expect(usher.window.servers.row('Attic').getByRole('alert')).toBeVisible();
    expect(tokensSentToLiar(plex)).toEqual([]);
  });
});
