import { fireEvent, screen } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import type { ServerList, ServerSummary } from '../../../shared/model/server.ts';
import { err, ok } from '../../../shared/result.ts';
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
const show = (present: ServerList) =>
  renderWithUsher(
    () => {
      const usher = useUsher();
      return (
        <>
          <ServersView accountId={accountId} />
          <output>{JSON.stringify(usher.route())}</output>
        </>
      );
    },
    { accounts: [testData.account()], servers: [present] },
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
    fireEvent.click(screen.getByRole('button', { name: 'Add an address' }));
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
    fireEvent.click(await screen.findByRole('button', { name: 'Add an address' }));
    mainAnswers();
    await settle();
    expect(field().value).toBe('');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the servers of an account', () => {
  it('without any have none to add an address to', () => {
    show(list([]));
    expect(screen.queryByRole('button', { name: 'Add an address' })).toBeNull();
  });

  it('are asked for when the list is old, and left alone when it is new', () => {
    expect(show(list([])).bridge.calls('servers.refresh')).toEqual([]);
    const old = show(list([], { refreshedAt: Date.now() - 3_600_000 }));
    expect(old.bridge.calls('servers.refresh')).toEqual([{ accountId }]);
  });

  it('stand with those of the account first, then those of the Home, then shared ones', () => {
    show(
      list([
        server('Borrowed', { ownership: 'shared', ownerName: 'kim' }),
        server('Attic'),
        server('Family', { ownership: 'home' }),
      ]),
    );
    expect(rowNames()).toEqual(['Attic', 'Family', 'Borrowed']);
  });

  it('are a placeholder until the first answer', () => {
    show(list([], { refreshedAt: null, isRefreshing: true }));
    expect(screen.getByRole('status', { name: /asking/i })).toBeDefined();
  });

  it('can be none, which is said', () => {
    show(list([]));
    expect(screen.getByText('No servers')).toBeDefined();
  });

  it('keep the last known list when asking again fails, say so, and can be asked for again', () => {
    const { bridge } = show(list([server('Attic')], { error: { code: 'network.offline' } }));
    expect(screen.getByRole('alert').textContent).toContain('Plex could not be reached');
    expect(rowNames()).toEqual(['Attic']);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(bridge.calls('servers.refresh')).toEqual([{ accountId }]);
  });

  it('show the failure alone when there is no list to keep', () => {
    show(list([], { refreshedAt: null, error: { code: 'plex.unavailable', status: 503 } }));
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
    expect(rowNames()).toEqual([]);
  });

  it('can be a thousand: the first are made at once, the others on the way', () => {
    show(list(Array.from({ length: 1_000 }, (_, index) => server(`Server ${index + 1}`))));
    expect(rowNames()).toHaveLength(60);
    fireEvent.click(screen.getByRole('button', { name: 'Show 60 more servers' }));
    expect(rowNames()).toHaveLength(120);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'server 999' } });
    expect(rowNames()).toEqual(['Server 999']);
  });

  it('are counted, those too that the search left', () => {
    show(list(Array.from({ length: 40 }, (_, index) => server(`Shelf ${index}`))));
    expect(screen.getByText(/40 servers/)).toBeDefined();
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'shelf 17' } });
    expect(screen.getByText(/1 server of 40/)).toBeDefined();
  });

  it('need no search field when they are few', () => {
    show(list([server('Attic')]));
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('say when nothing was found, and lead back', () => {
    show(list(Array.from({ length: 40 }, (_, index) => server(`Server ${index}`))));
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '<b>nothing' } });
    expect(screen.getByText(/No server has “<b>nothing”/)).toBeDefined();
    const [, clear] = screen.getAllByRole('button', { name: 'Clear search' });
    clear?.click();
    expect(rowNames()).toHaveLength(40);
  });

  it('show any name as text, and live with nothing known', () => {
    const name = `<script>alert(1)</script> \u202E مرحبا 🎬 ${'long '.repeat(60)}`;
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
    expect(rowNames()).toEqual([name.replace('\u202E', '\uFFFD')]);
    expect(document.querySelector('script')).toBeNull();
  });

  it('keep the row and its focus when main tells the list anew', () => {
    const { bridge } = show(list([server('Attic'), server('Cellar')]));
    const attic = row('Attic');
    attic.focus();
    bridge.emit({ servers: [list([server('Cellar'), server('Attic', { isOnline: false })])] });
    expect(row('Attic')).toBe(attic);
    expect(document.activeElement).toBe(attic);
  });
});

describe('a refresh that failed', () => {
  it('is told of until the list is asked for again, whoever asks', async () => {
    const { bridge } = show(list([server('Attic')]));
    bridge.answer('servers.refresh', () => err({ code: 'network.offline' }));
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    bridge.emit({ servers: [list([server('Attic')], { error: { code: 'network.offline' } })] });
    expect(await screen.findByRole('alert')).toBeDefined();
    await Promise.resolve();
    bridge.emit({ servers: [list([server('Attic')], { isRefreshing: true })] });
    bridge.emit({ servers: [list([server('Attic')])] });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the keyboard in the list', () => {
  it('moves between servers with the arrows, and opens one', () => {
    show(list([server('Attic'), server('Borrowed', { ownership: 'shared' })]));
    row('Attic').focus();
    fireEvent.keyDown(row('Attic'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(row('Borrowed'));
    fireEvent.keyDown(row('Borrowed'), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(row('Borrowed'));
    fireEvent.keyDown(row('Borrowed'), { key: 'Home' });
    expect(document.activeElement).toBe(row('Attic'));
    fireEvent.click(row('Attic'));
    expect(screen.getByText(/"view":"server".*"serverId":"Attic"/)).toBeDefined();
  });

  it('goes from the search field into the list', () => {
    show(list(Array.from({ length: 9 }, (_, index) => server(`Server ${index}`))));
    const field = screen.getByRole('searchbox');
    field.focus();
    fireEvent.keyDown(field, { key: 'End' });
    expect(document.activeElement).toBe(field);
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(row('Server 0'));
  });
});
