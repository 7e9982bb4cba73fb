import { fireEvent, screen } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import type { ServerList, ServerSummary } from '../../../shared/model/server.ts';
import { defaultSettings, type State } from '../../../shared/model/state.ts';
import { err, ok } from '../../../shared/result.ts';
import { chooseOption } from '../../bridge/choose-option.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { useUsher } from '../../state/use-usher.ts';
import { ServersView } from './servers-view.tsx';

const accountId = testData.accountId('account-1');
const server = (id: string, change: Partial<ServerSummary> = {}) =>
  testData.server({ id: testData.serverId(id), name: id, ...change });
const list = (servers: readonly ServerSummary[], change: Partial<ServerList> = {}): ServerList => ({
  accountId,
  servers,
  refreshedAt: Date.now(),
  isRefreshing: false,
  error: null,
  ...change,
});
const robin = testData.account({ title: 'robin' });
const sam = testData.account({ id: testData.accountId('account-2'), title: 'sam' });
const show = (present: ServerList | readonly ServerList[], state: Partial<State> = {}) =>
  renderWithUsher(
    () => {
      const usher = useUsher();
      return (
        <>
          <ServersView />
          <output>{JSON.stringify(usher.route())}</output>
        </>
      );
    },
    {
      accounts: [robin],
      servers: [present].flat(),
      ...state,
    },
  );
const rowNames = () =>
  [...document.querySelectorAll('[data-server-row]')].map((row) => row.textContent);
const row = (name: string) => {
  const found = [...document.querySelectorAll<HTMLElement>('[data-server-row]')].find(
    (each) => each.textContent === name,
  );
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
};

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a server by its address', () => {
  const open = () => {
    const rendered = show(list([server('Attic')]));
    fireEvent.click(screen.getByRole('button', { name: 'Add a server' }));
    return rendered;
  };
  const field = () => screen.getByLabelText<HTMLInputElement>('Address of the server');
  const add = (address: string) => {
    fireEvent.input(field(), { target: { value: address } });
    fireEvent.submit(field());
    return settle();
  };

  it('is added as it was typed, and can be opened', async () => {
    const { bridge, announced } = open();
    const uri = 'http://192.0.2.5:32400';
    const serverId = testData.serverId('Attic');
    bridge.answer('server.addAddress', () =>
      ok({ serverId, serverName: 'Attic', uri, certificate: null, isNew: true }),
    );
    await add('192.0.2.5');
    expect(bridge.calls('server.addAddress')).toEqual([{ accountId, address: '192.0.2.5' }]);
    expect(announced.at(-1)).toBe('Added an address of Attic.');
    expect(screen.getByRole('dialog').textContent).toContain(uri);
    fireEvent.click(screen.getByRole('button', { name: 'Show server' }));
    expect(document.querySelector('output')?.textContent).toBe(
      JSON.stringify({ view: 'server', accountId, serverId }),
    );
  });

  it('says in the field what is no address, and below it what came of one', async () => {
    const { bridge } = open();
    bridge.answer('server.addAddress', () =>
      err({ code: 'address.malformed', trouble: 'website' } as const),
    );
    await add('https://app.plex.tv');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toContain('192.168.1.20:32400');
    const host = '192.0.2.5:32400';
    bridge.answer('server.addAddress', () => err({ code: 'address.declined', host } as const));
    await add(host);
    expect(field().getAttribute('aria-invalid')).toBeNull();
    expect(screen.getByRole('alert').textContent).toContain('The address wasn’t added');
    expect(field().value).toBe(host);
  });

  it('that was given up says nothing in the next dialog', async () => {
    const { bridge } = open();
    let mainAnswers = (): void => undefined;
    bridge.answer(
      'server.addAddress',
      () =>
        new Promise((resolve) => {
          mainAnswers = () => resolve(err({ code: 'address.noAnswer', host: 'a:1', origins: [] }));
        }),
    );
    await add('a:1');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    // Until the dialog is gone, nothing behind it can be pressed.
    fireEvent.click(await screen.findByRole('button', { name: 'Add a server' }));
    mainAnswers();
    await settle();
    expect(field().value).toBe('');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

const search = (query: string) =>
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: query } });
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => server(`Server ${index + 1}`));
const samList = (servers: readonly ServerSummary[], change: Partial<ServerList> = {}) => ({
  ...list(
    servers.map((each) => ({ ...each, accountId: sam.id })),
    change,
  ),
  accountId: sam.id,
});

describe('the servers of all accounts', () => {
  it('without any have none to add an address to', () => {
    show(list([]));
    expect(screen.queryByRole('button', { name: 'Add a server' })).toBeNull();
  });

  it('are asked for where the list is old, and left alone where it is new', () => {
    const { bridge } = show([list([]), samList([], { refreshedAt: Date.now() - 3_600_000 })], {
      accounts: [robin, sam],
    });
    expect(bridge.calls('servers.refresh')).toEqual([{ accountId: sam.id }]);
  });

  it('are all asked for with one button', () => {
    const { bridge } = show([list([]), samList([])], { accounts: [robin, sam] });
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(bridge.calls('servers.refresh')).toEqual([{ accountId }, { accountId: sam.id }]);
  });

  it('stand in one list, the same server once for each account that reaches it', () => {
    show([list([server('Attic'), server('Loft')]), samList([server('Attic')])], {
      accounts: [robin, sam],
    });
    expect(rowNames()).toEqual(['Attic', 'Attic', 'Loft']);
    const accounts = [...document.querySelectorAll('li p')].map(({ textContent }) => textContent);
    expect(accounts[0]).toContain('robin');
    expect(accounts[1]).toContain('sam');
  });

  it('can be those of one account', () => {
    show([list([server('Attic')]), samList([server('Cabin')])], { accounts: [robin, sam] });
    chooseOption('Account', 'sam');
    expect(rowNames()).toEqual(['Cabin']);
    expect(screen.getByRole('radio', { name: 'All 1' })).toBeDefined();
  });

  it('can be those that are online, pinned or old, each counted', () => {
    const pinnedServers = [{ accountId, serverId: testData.serverId('Loft') }];
    show(
      list([
        server('Attic', { version: '1.43.0.1' }),
        server('Granny', { version: '1.42.0.1', isOnline: false }),
        server('Loft', { version: '1.43.0.1' }),
      ]),
      { settings: { ...defaultSettings, pinnedServers } },
    );
    expect(rowNames()).toEqual(['Loft', 'Attic', 'Granny']);
    fireEvent.click(screen.getByRole('radio', { name: 'Needs update 1' }));
    expect(rowNames()).toEqual(['Granny']);
    fireEvent.click(screen.getByRole('radio', { name: 'Pinned 1' }));
    expect(rowNames()).toEqual(['Loft']);
    fireEvent.click(screen.getByRole('radio', { name: 'Online 2' }));
    expect(rowNames()).toEqual(['Loft', 'Attic']);
  });

  it('stay where they are when one is pinned, until the order is chosen again', () => {
    const { bridge } = show(list([server('Attic'), server('Loft')]));
    const pinnedServers = [{ accountId, serverId: testData.serverId('Loft') }];
    bridge.emit({ settings: { ...defaultSettings, pinnedServers } });
    expect(rowNames()).toEqual(['Attic', 'Loft']);
    chooseOption('Sort', 'Name');
    chooseOption('Sort', 'Pinned first');
    expect(rowNames()).toEqual(['Loft', 'Attic']);
  });

  it('can be in the order in which they were used', () => {
    const used = (id: string, lastUsedAt: number) => ({
      ...{ accountId, serverId: testData.serverId(id), count: 1 },
      lastUsedAt,
    });
    show(list([server('a'), server('b'), server('c')]), {
      usedServers: [used('b', 1), used('c', 2)],
    });
    chooseOption('Sort', 'Last used');
    expect(rowNames()).toEqual(['c', 'b', 'a']);
  });

  it('are a placeholder until the first answer', () => {
    show(list([], { refreshedAt: null, isRefreshing: true }));
    expect(screen.getByRole('status', { name: /loading/i })).toBeDefined();
  });

  it('can be none, which is said, with what would make some appear', () => {
    const { bridge } = show(list([]));
    expect(screen.getByText(/^No servers\./)).toBeDefined();
    fireEvent.click(screen.getByRole('link', { name: 'How Plex sharing works' }));
    expect(bridge.calls('link.open')).toEqual([{ link: 'plexSharing' }]);
  });

  it('say when nothing was found, and lead back', () => {
    show(list(many(9)));
    search('<b>nothing');
    expect(screen.getByText(/contains “<b>nothing”/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Show all servers' }));
    expect(rowNames()).toHaveLength(9);
  });

  it('show any name as text, and live with nothing known', () => {
    const name = `<script>alert(1)</script> ‹RLO› مرحبا 🎬 ${'long '.repeat(60)}`;
    show(
      list([
        server('x', {
          name,
          version: null,
          platform: null,
          platformVersion: null,
          device: null,
          lastSeenAt: null,
          accessToken: null,
          ownership: 'shared',
          ownerName: null,
          isOnline: false,
        }),
      ]),
    );
    expect(rowNames()).toEqual([name]);
    expect(document.querySelector('script')).toBeNull();
  });

  it('keep the row and its focus when main tells the list anew', () => {
    const { bridge } = show(list([server('Attic'), server('Cellar')]));
    const attic = row('Attic');
    attic.focus();
    bridge.emit({ servers: [list([server('Cellar'), server('Attic', { isOnline: false })])] });
    expect(row('Attic')).toBe(attic);
    expect(document.activeElement).toBe(attic);
    expect(attic.closest('li')?.textContent).toContain('offline');
  });

  it('hand the focus of one that is gone to the next', () => {
    const { bridge } = show(list([server('Attic'), server('Cellar'), server('Loft')]));
    row('Cellar').focus();
    bridge.emit({ servers: [list([server('Attic'), server('Loft')])] });
    expect(document.activeElement).toBe(row('Loft'));
  });

  it('hand the focus of the last one that is shown to the heading', () => {
    const pinnedServers = [{ accountId, serverId: testData.serverId('Loft') }];
    const { bridge } = show(list([server('Attic'), server('Loft')]), {
      settings: { ...defaultSettings, pinnedServers },
    });
    fireEvent.click(screen.getByRole('radio', { name: 'Pinned 1' }));
    row('Loft').focus();
    bridge.emit({ settings: defaultSettings });
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });
});

describe('a list that could not be had', () => {
  it('is told with the account it is of, and the others’ servers stay', async () => {
    const { bridge } = show(
      [list([server('Attic')]), samList([], { error: { code: 'plex.unavailable', status: 503 } })],
      { accounts: [robin, sam] },
    );
    expect(screen.getByRole('alert').textContent).toMatch(
      /Plex is having problems.*for \u2068sam\u2069/,
    );
    expect(rowNames()).toEqual(['Attic']);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(bridge.calls('servers.refresh')).toHaveLength(2);
    await settle();
    bridge.emit({ servers: [samList([server('Cabin')])] });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(rowNames()).toEqual(['Attic', 'Cabin']);
  });

  it('keeps the button that asks again, and its focus, while any server is told of', () => {
    const failed = samList([], { error: { code: 'plex.unavailable', status: 503 } });
    const { bridge } = show([list([server('Attic')]), failed], { accounts: [robin, sam] });
    const again = screen.getByRole('button', { name: 'Try again' });
    again.focus();
    bridge.emit({ servers: [{ ...failed, isRefreshing: true }] });
    expect(document.activeElement).toBe(again);
  });

  it('that is no list’s own stays until a list is told anew, whatever is told of a server', async () => {
    const { bridge } = show(list([server('Attic')]));
    bridge.answer('servers.refresh', () => err({ code: 'vault.locked' }));
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await settle();
    const told = () => screen.queryByText(/keychain is locked/);
    expect(told()).not.toBeNull();
    bridge.emit({ changedServers: [server('Attic', { isOnline: false })] });
    expect(told()).not.toBeNull();
    bridge.emit({ servers: [list([server('Attic')], { refreshedAt: Date.now() + 1 })] });
    expect(told()).toBeNull();
  });

  it('is told once where several fail alike, and with each why where they differ', () => {
    const timeout = () => ({ code: 'network.timeout', limitMs: 15_000 }) as const;
    const { bridge } = show(
      [list([server('Attic')], { error: timeout() }), samList([], { error: timeout() })],
      { accounts: [robin, sam] },
    );
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/took too long.*for \u2068robin\u2069 and \u2068sam\u2069\./),
    ]);
    bridge.emit({ servers: [samList([], { error: { code: 'plex.unavailable', status: 503 } })] });
    expect(screen.getByRole('alert').textContent).toMatch(
      /robin\u2069: Plex took too long.*sam\u2069: Plex is having problems/,
    );
  });

  it('is told of the account alone whose servers are shown', () => {
    const error = { code: 'plex.unavailable', status: 503 } as const;
    show([list([server('Attic')]), samList([server('Cabin')], { error })], {
      accounts: [robin, sam],
    });
    chooseOption('Account', 'robin');
    expect(rowNames()).toEqual(['Attic']);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says nothing where Plex has signed an account out, which is said elsewhere', () => {
    const verdict = { kind: 'rejected', rejectedAt: testData.now, because: null } as const;
    show([list([server('Attic')]), samList([], { error: { code: 'token.rejected' } })], {
      accounts: [robin, { ...sam, verdict }],
    });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('leads to a new sign-in where only that helps', () => {
    show([list([server('Attic')]), samList([], { error: { code: 'vault.missing' } })], {
      accounts: [robin, sam],
    });
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Sign in again' }));
    expect(document.querySelector('output')?.textContent).toContain('"forAccountId":"account-2"');
  });

  it('is said once for all where there is no network', () => {
    const error = { code: 'network.offline' } as const;
    show([list([server('Attic')], { error }), samList([server('Cabin')], { error })], {
      accounts: [robin, sam],
    });
    expect(screen.getByText(/^Offline\. Showing data from/)).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(rowNames()).toEqual(['Attic', 'Cabin']);
  });

  it('is all there is where no list is known', () => {
    show(list([], { refreshedAt: null, error: { code: 'plex.unavailable', status: 503 } }));
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
    expect(rowNames()).toEqual([]);
  });
});

describe('a long list of servers', () => {
  it('has rows where it is looked at alone, told to readers as what they are', () => {
    show(list(many(1_000)));
    expect(rowNames().length).toBeLessThan(40);
    const first = row('Server 1').closest('li');
    expect(first?.getAttribute('aria-posinset')).toBe('1');
    expect(first?.getAttribute('aria-setsize')).toBe('1000');
    search('server 999');
    expect(rowNames()).toEqual(['Server 999']);
  });

  it('is walked by the keyboard from end to end, and keeps the row with the focus', () => {
    show(list(many(1_000)));
    row('Server 1').focus();
    fireEvent.keyDown(row('Server 1'), { key: 'End' });
    expect(document.activeElement).toBe(row('Server 1000'));
    fireEvent.keyDown(row('Server 1000'), { key: 'ArrowUp' });
    expect(document.activeElement).toBe(row('Server 999'));
    fireEvent.keyDown(row('Server 999'), { key: 'Home' });
    expect(document.activeElement).toBe(row('Server 1'));
  });

  it('is reached from the search field by the arrow down, which keeps its other keys', () => {
    show(list(many(9)));
    const field = screen.getByRole('searchbox');
    field.focus();
    fireEvent.keyDown(field, { key: 'End' });
    expect(document.activeElement).toBe(field);
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(row('Server 1'));
  });
});
