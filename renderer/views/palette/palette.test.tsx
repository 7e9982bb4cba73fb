import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ServerSummary } from '../../../shared/model/server.ts';
import type { State } from '../../../shared/model/state.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { loadView } from '../app/main-view.tsx';
import { Shell } from '../app/shell.tsx';

beforeAll(() => loadView());

const { now } = testData;
const maja = testData.account();
const juno = testData.account({
  id: testData.accountId('account-2'),
  title: 'Juno',
  username: 'juno',
  email: 'juno@example.org',
  verdict: { kind: 'rejected', rejectedAt: now },
});
const server = (name: string, change: Partial<ServerSummary> = {}) =>
  testData.server({ id: testData.serverId(name), name, ...change });
const listOf = (account: typeof maja, ...names: readonly string[]) => ({
  accountId: account.id,
  servers: names.map((name) => server(name, { accountId: account.id })),
  refreshedAt: now,
  isRefreshing: false,
  error: null,
});
const { settings } = testData.snapshot();

/** With the palette open. */
async function start(change: Partial<State> = {}) {
  const rendered = renderWithUsher(() => <Shell />, {
    accounts: [maja, juno],
    servers: [listOf(maja, 'Attic', 'Cabin', 'Battery'), listOf(juno, 'Attic')],
    tokens: [testData.token({ serverId: testData.serverId('Attic') })],
    ...change,
  });
  opener().focus();
  key('k', { ctrlKey: true });
  await waitFor(() => expect(document.activeElement).toBe(field()));
  return rendered;
}
const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, bubbles: true, ...more });
const opener = () => screen.getByRole('button', { name: 'Search', hidden: true });
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^Search servers/ });
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const marked = () => screen.getByRole('option', { selected: true }).textContent;
const rows = (group: string) =>
  within(screen.getByRole('group', { name: group }))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
const groups = () =>
  screen.getAllByRole('group').map((group) => group.getAttribute('aria-labelledby'));
const isOpen = () => screen.queryByRole('dialog') !== null;
const heading = () => screen.getByRole('heading', { level: 1, hidden: true }).textContent;

describe('what is found', () => {
  it('has the best match first, and below it what can be done with that server', async () => {
    await start();
    type('att');
    expect(rows('Servers')[0]).toMatch(/^AtticMaja Lind/);
    expect(rows('Servers')).toHaveLength(3);
    expect(rows('Actions').slice(0, 3)).toEqual([
      'Mint a new token for ⁨Attic⁩Alt↵',
      'Copy ⁨Attic⁩ as curl commandCtrlShiftC',
      'Open ⁨Attic⁩Ctrl↵',
    ]);
    expect(rows('Pages')).toEqual(['Needs attentionOverview']);
    expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toContain(
      'Att',
    );
  });

  it('reaches accounts by their address, servers by their account, tokens by their last four', async () => {
    await start();
    type('juno@');
    expect(rows('Accounts')).toEqual(['JJunojuno↵']);
    type('attic juno');
    expect(rows('Servers')[0]).toMatch(/^AtticJuno/);
    type('9f3c');
    expect(rows('Tokens')[0]).toMatch(/^••••9f3c/);
    type('cáb');
    expect(rows('Servers')[0]).toMatch(/^Cabin/);
    type('sign in ag');
    expect(rows('Actions')[0]).toMatch(/^Sign in againJuno/);
  });

  it('says so where there is nothing', async () => {
    await start();
    type('zzzz');
    expect(screen.getByText('Nothing found for “zzzz”')).toBeDefined();
    key('Enter');
    expect(isOpen()).toBe(true);
  });

  it('begins with what was used last', async () => {
    const attic = { accountId: juno.id, serverId: testData.serverId('Attic') };
    await start({
      usedServers: [{ ...attic, count: 1, lastUsedAt: now - 2 }],
      settings: {
        ...settings,
        usedCommands: [
          { command: 'identify', usedAt: now - 1 },
          { command: 'refresh', usedAt: now - 3 },
        ],
      },
    });
    const recent = rows('Recent');
    expect(recent.map((row) => row.slice(0, 8))).toEqual(['Identify', 'AtticJun', 'Refresh ']);
    expect(rows('Servers')).toHaveLength(3);
    expect(groups()).toHaveLength(5);
  });

  it('shows a name that is long and turned around like any other, and as text', async () => {
    const name = `‹RLO›<b>${'x'.repeat(10_000)}`;
    await start({ servers: [listOf(maja, name)] });
    type('<b>x');
    expect(rows('Servers')[0]).toContain('‹RLO›<b>xxx');
    expect(document.querySelector('b')).toBeNull();
    expect(rows('Servers')[0]?.length).toBeLessThan(400);
  });
});

describe('the keyboard alone', () => {
  it('copies with Enter, and closes once it is on the clipboard, with the focus where it was', async () => {
    const { bridge } = await start();
    bridge.answer('server.copyToken', () => ok({ kind: 'copied', token: testData.token() }));
    type('attic maja');
    key('Enter');
    await waitFor(() => expect(isOpen()).toBe(false));
    expect(bridge.calls('server.copyToken')).toEqual([
      { accountId: maja.id, serverId: 'Attic', mode: 'reuse' },
    ]);
    await waitFor(() => expect(document.activeElement).toBe(opener()));
  });

  it('closes too where what main tells of the new token comes first', async () => {
    const { bridge } = await start({ tokens: [] });
    bridge.answer('server.copyToken', () => {
      bridge.emit({
        tokens: [testData.token({ serverId: testData.serverId('Cabin') })],
        usedServers: [
          { accountId: maja.id, serverId: testData.serverId('Cabin'), count: 1, lastUsedAt: now },
        ],
        activity: { count: 1, newestAt: now },
      });
      return ok({ kind: 'minted', because: null, token: testData.token() });
    });
    type('cabin');
    key('Enter');
    await waitFor(() => expect(isOpen()).toBe(false));
  });

  it('says what Enter will do: copy where there is a token, else mint', async () => {
    await start();
    type('att');
    expect(rows('Servers')[0]).toMatch(/Valid · 4\d h.*Copy token/);
    expect(rows('Servers')[1]).toMatch(/Mint & copy/);
  });

  it('mints with Alt, opens with Ctrl, and copies as curl with Ctrl and Shift', async () => {
    const { bridge } = await start();
    const minting = new Promise<never>(() => undefined);
    bridge.answer('server.copyToken', () => minting);
    type('cabin');
    key('Enter', { altKey: true });
    expect(bridge.calls('server.copyToken').at(-1)?.mode).toBe('new');
    expect(marked()).toContain('Minting…');
    // One thing at a time.
    key('c', { ctrlKey: true, shiftKey: true });
    expect(bridge.calls('server.copyToken')).toHaveLength(1);
    type('attic maja');
    key('c', { ctrlKey: true, shiftKey: true });
    expect(bridge.calls('server.copyToken').at(-1)).toMatchObject({ mode: 'reuse', form: 'curl' });
    type('battery');
    key('Enter', { ctrlKey: true });
    await waitFor(() => expect(isOpen()).toBe(false));
    await waitFor(() => expect(heading()).toBe('Battery'));
  });

  it('does nothing again for a key that is held', async () => {
    const { bridge } = await start();
    type('cabin');
    key('Enter', { repeat: true });
    expect(bridge.calls('server.copyToken')).toEqual([]);
  });

  it('walks around the list, and takes one of the first nine by its number', async () => {
    await start();
    type('att');
    key('ArrowDown');
    expect(marked()).toMatch(/^AtticJuno/);
    key('ArrowUp');
    key('ArrowUp');
    expect(marked()).toMatch(/^Needs attention/);
    key('ArrowDown');
    expect(marked()).toMatch(/^AtticMaja/);
    type('activity');
    key('1', { ctrlKey: true });
    await waitFor(() => expect(isOpen()).toBe(false));
    await waitFor(() => expect(heading()).toBe('Activity'));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })),
    );
  });

  it('tells readers by the field which row is marked', async () => {
    await start();
    type('cabin');
    const id = field().getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(id)).toBe(screen.getByRole('option', { selected: true }));
  });

  it('shows all that can be done with a server on Tab, and goes back on Escape', async () => {
    await start();
    type('cabin');
    key('Tab');
    expect(screen.getByRole('combobox', { name: /^Actions for .Cabin/ })).toBe(
      document.activeElement,
    );
    expect(rows('Actions')).toHaveLength(10);
    fireEvent.input(document.activeElement ?? document.body, { target: { value: 'yaml' } });
    expect(marked()).toBe('Copy ⁨Cabin⁩ as YAML line↵');
    key('Escape');
    expect(field()).toBe(document.activeElement);
    expect(isOpen()).toBe(true);
    key('Escape');
    await waitFor(() => expect(isOpen()).toBe(false));
  });

  it('closes with the keys that opened it', async () => {
    await start();
    key('k', { ctrlKey: true });
    await waitFor(() => expect(isOpen()).toBe(false));
  });
});

describe('what goes wrong', () => {
  it('is said below the list, and Tab leads there', async () => {
    const { bridge } = await start();
    bridge.answer('server.copyToken', () => err({ code: 'vault.locked' }));
    type('cabin');
    key('Enter');
    expect((await screen.findByRole('alert')).textContent).toContain('Try again');
    expect(isOpen()).toBe(true);
    key('Tab');
    expect(field()).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(bridge.calls('server.copyToken')).toHaveLength(2);
  });

  it('asks the person about a server without encryption outside the page', async () => {
    const { bridge } = await start();
    bridge.answer('server.copyToken', () =>
      err({ code: 'server.insecure', uri: 'http://cabin.example' }),
    );
    bridge.answer('server.allowPlainHttp', () => err({ code: 'question.declined' }));
    type('cabin');
    key('Enter');
    await waitFor(() => expect(bridge.calls('server.allowPlainHttp')).toHaveLength(1));
    await waitFor(() => expect(marked()).toContain('Mint & copy'));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(isOpen()).toBe(true);
  });

  it('says that a token could not be checked before it closes', async () => {
    const { bridge } = await start();
    bridge.answer('server.copyToken', () =>
      ok({ kind: 'copiedUnchecked', reason: 'network.timeout', token: testData.token() }),
    );
    type('attic');
    key('Enter');
    expect((await screen.findByRole('alert')).textContent).toContain('couldn’t check');
    expect(isOpen()).toBe(true);
  });
});

describe('actions', () => {
  it('are remembered, and do what they say', async () => {
    const { bridge } = await start();
    bridge.answer('servers.refresh', () => ok(null));
    const before = bridge.calls('servers.refresh').length;
    type('refresh');
    key('Enter');
    expect(bridge.calls('servers.refresh').length).toBe(before + 2);
    expect(bridge.calls('command.use')).toEqual([{ command: 'refresh' }]);
    await waitFor(() => expect(isOpen()).toBe(false));
  });

  it('clear the clipboard only while Usher has something on it', async () => {
    const { bridge } = await start();
    type('clear clip');
    expect(screen.queryAllByRole('option', { name: /Clear clipboard/ })).toHaveLength(0);
    bridge.emit({
      clipboard: {
        kind: 'holding',
        label: 'Attic',
        what: 'transientToken',
        tokenId: null,
        form: 'raw',
        remainingMs: 30_000,
        totalMs: 30_000,
        failure: null,
        isKeptFromHistory: false,
      },
    });
    key('Enter');
    expect(bridge.calls('clipboard.clear')).toEqual([{}]);
  });

  it('lead to a dialog of the window', async () => {
    await start();
    type('shortcuts');
    key('Enter');
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeDefined();
  });

  it('lead to the question for one more app', async () => {
    const { usher } = await start();
    type('add app');
    key('Enter');
    await waitFor(() => expect(usher.route()).toEqual({ view: 'apps', isAdding: true }));
    expect(await screen.findByRole('dialog', { name: 'Add app' })).toBeDefined();
  });

  it('copy the token of an app by its name, unless Plex rejects it', async () => {
    const { bridge } = await start({
      appTokens: [
        testData.appToken(),
        testData.appToken({
          id: testData.appTokenId('app-2'),
          name: 'Kometa, old',
          verdict: { kind: 'rejected', rejectedAt: now },
        }),
      ],
    });
    bridge.answer('secret.copy', () => ok({ kind: 'copied' }));
    type('kometa');
    expect(rows('Apps')).toEqual([expect.stringMatching(/^Kometa.Maja Lind. · ••••9b20/)]);
    key('Enter');
    expect(bridge.calls('secret.copy')).toEqual([{ secret: { kind: 'app', appTokenId: 'app-1' } }]);
    await waitFor(() => expect(isOpen()).toBe(false));
  });

  it('copy a token by its last four', async () => {
    const { bridge } = await start();
    bridge.answer('secret.copy', () => ok({ kind: 'copied' }));
    type('9f3c');
    key('Enter');
    expect(bridge.calls('secret.copy')).toEqual([
      { secret: { kind: 'transient', tokenId: 'token-1' } },
    ]);
    await waitFor(() => expect(isOpen()).toBe(false));
  });
});
