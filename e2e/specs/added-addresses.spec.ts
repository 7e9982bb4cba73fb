import { expect } from '@playwright/test';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import type { UsherApp } from '../fixtures/usher-app.ts';
import { test } from '../fixtures/usher-test.ts';

/** Another server, which answers who it is as Attic does. */
function lie(plex: FakePlex): string {
  const { machineIdentifier } = plex.server('Attic');
  plex.faults.add({
    match: { host: 'Cabin', path: '/identity' },
    action: {
      status: 200,
      contentType: 'application/json',
      body: JSON.stringify({ MediaContainer: { size: 0, machineIdentifier } }),
    },
  });
  return `127.0.0.1:${String(plex.server('Cabin').port)}`;
}

const tokensSentToLiar = (plex: FakePlex): readonly string[] =>
  plex.requests
    .list()
    .flatMap(({ host, token, path }) => (host === 'Cabin' && token !== 'none' ? path : []));

/** Answers the system's own dialog with one of its buttons, and keeps what it said. */
async function answerQuestions(usher: UsherApp, button: 'Add address' | 'Don’t add') {
  await usher.electron.evaluate(({ dialog }, wanted) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, options: Electron.MessageBoxOptions) => {
        const { message, detail = '', buttons = [], defaultId = 0, cancelId = 0 } = options;
        const safe = `${String(buttons[defaultId])}, ${String(buttons[cancelId])}`;
        asked.push([message, detail, safe].join('\n'));
        return Promise.resolve({ response: buttons.indexOf(wanted) });
      },
    });
  }, button);
  return () =>
    usher.electron.evaluate(() => (globalThis as unknown as { asked: readonly string[] }).asked);
}

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
    const liar = lie(plex);

    const refused = await answerQuestions(usher, 'Don’t add');
    await servers.addByAddress(liar);
    await expect(servers.addDialog).toContainText('The address wasn’t added');
    const [question = ''] = await refused();
    expect(question).toContain(`Use ${liar} for Attic?`);
    expect(question).toContain('The account token is never sent.');
    expect(question).toContain('\nDon’t add, Don’t add');
    expect(tokensSentToLiar(plex)).toEqual([]);

    const accepted = await answerQuestions(usher, 'Add address');
    await servers.addDialog.getByRole('button', { name: 'Add server' }).click();
    await servers.addDialog.getByRole('button', { name: 'Show server' }).click();
    expect(await accepted()).toHaveLength(1);
    const row = server.address(`http://${liar}`);
    await expect(row).toContainText('Added by you');
    await row.getByRole('button', { name: /^Remove address/ }).click();
    await expect(row).toBeHidden();
  });

  test('is nothing that a page can give a token to by itself', async ({ launch, plex }) => {
    plex.server('Attic').connections = [];
    const usher = await launch();
    await signInAs(usher, plex, 'robin');
    await usher.window.sidebar.openServers('robin');
    const liar = lie(plex);
    const asked = await answerQuestions(usher, 'Don’t add');
    const answers = await usher.page.evaluate(
      async ({ address, elsewhere }) => {
        const { usher: bridge } = window as unknown as {
          usher: { request: (name: string, input: object) => Promise<unknown> };
        };
        const snapshot = (await bridge.request('app.snapshot', {})) as {
          value: { accounts: readonly { id: string }[] };
        };
        const accountId = snapshot.value.accounts[0]?.id;
        const add = (input: object): Promise<unknown> =>
          bridge.request('server.addAddress', { accountId, ...input });
        return [
          await add({ address, isConfirmed: true }),
          await add({ address }),
          await add({ address: elsewhere }),
        ];
      },
      { address: liar, elsewhere: 'http://media.invalid:32400' },
    );
    const declined = (host: string) => ({ ok: false, error: { code: 'address.declined', host } });
    expect(answers).toEqual([
      { ok: false, error: { code: 'request.invalid' } },
      declined(liar),
      declined('media.invalid:32400'),
    ]);
    expect(await asked()).toHaveLength(2);
    await usher.window.servers.mint('Attic');
    await expect(usher.window.servers.row('Attic').getByRole('alert')).toBeVisible();
    expect(tokensSentToLiar(plex)).toEqual([]);
  });
});
