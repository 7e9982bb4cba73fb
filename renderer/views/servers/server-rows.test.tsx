import { fireEvent, screen, within } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionSummary, ServerSummary } from '../../../shared/model/server.ts';
import { defaultSettings, type State } from '../../../shared/model/state.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { useUsher } from '../../state/use-usher.ts';
import { ServerRows } from './server-rows.tsx';

const accountId = testData.accountId('account-1');
const server = (id: string, change: Partial<ServerSummary> = {}) =>
  testData.server({ id: testData.serverId(id), name: id, version: '1.43.0.1', ...change });
const attic = server('Attic');
const token = (change: Parameters<typeof testData.token>[0] = {}) =>
  testData.token({ serverId: attic.id, ...change });
const connection = (change: Partial<ConnectionSummary>): ConnectionSummary => ({
  uri: 'https://192-0-2-5.abc.plex.direct:32400',
  address: '192.0.2.5',
  port: 32400,
  kind: 'local',
  isSecure: true,
  isExposed: false,
  isIPv6: false,
  isAdded: false,
  certificate: null,
  state: { kind: 'untried' },
  ...change,
});
const copied = () => ok({ kind: 'copied', token: token() } as const);

let now = 0;
beforeEach(() => {
  now = 10_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

function show(
  servers: readonly ServerSummary[] = [attic, server('Cabin')],
  state: Partial<State> = {},
  hasNumbers = false,
) {
  const rendered = renderWithUsher(
    () => {
      const usher = useUsher();
      return (
        <>
          <ServerRows label="Servers" servers={servers} hasNumbers={hasNumbers} />
          <output>{JSON.stringify(usher.route())}</output>
        </>
      );
    },
    { accounts: [testData.account({ title: 'robin' })], ...state },
  );
  rendered.bridge.answer('server.copyToken', copied);
  // The view has had the focus for a while.
  now += 1_000;
  return { ...rendered, asked: () => rendered.bridge.calls('server.copyToken') };
}
const row = (name: string) => screen.getByRole('button', { name });
const item = (name: string) => within(row(name).closest('li') as HTMLElement);
const press = (name: string, key: string, more: KeyboardEventInit = {}) => {
  row(name).focus();
  return fireEvent.keyDown(row(name), { key, ...more });
};
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the button of a server', () => {
  it('copies a token that lives, and says so', async () => {
    const { asked, announced } = show([attic], { tokens: [token()] });
    fireEvent.click(screen.getByRole('button', { name: 'Copy token: Attic' }));
    expect(screen.getByRole('button', { name: 'Copying…' })).toBeDefined();
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeDefined();
    expect(asked()).toEqual([{ accountId, serverId: 'Attic', mode: 'reuse' }]);
    expect(announced).toEqual(['Token for Attic copied.']);
  });

  it('says that it mints where no token lives', () => {
    show([attic], { tokens: [token({ verdict: { kind: 'rejected', rejectedAt: 1 } })] });
    fireEvent.click(screen.getByRole('button', { name: 'Mint & copy: Attic' }));
    expect(screen.getByRole('button', { name: 'Minting…' })).toBeDefined();
  });

  it('warns below the name of a token that could not be checked', async () => {
    const { bridge } = show([attic], { tokens: [token()] });
    bridge.answer('server.copyToken', () =>
      ok({ kind: 'copiedUnchecked', reason: 'network.timeout', token: token() }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Copy token: Attic' }));
    expect((await screen.findByRole('alert')).textContent).toContain(
      'couldn’t check that it still',
    );
  });

  it('says below the name why it failed, tries again, tells more, and can be put away', async () => {
    const { bridge, asked } = show([attic]);
    bridge.answer('server.copyToken', () =>
      err({ code: 'server.unreachable', triedCount: 3, untrustedCount: 0 }),
    );
    const fail = async () => {
      await settle();
      return screen.getByRole('alert');
    };
    press('Attic', 'Enter', { altKey: true });
    expect((await fail()).textContent).not.toContain('3');
    fireEvent.click(screen.getByRole('button', { name: 'Details' }));
    expect(screen.getByRole('alert').textContent).toContain('3');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await fail();
    expect(asked().map(({ mode }) => mode)).toEqual(['new', 'new']);
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the menu of a server', () => {
  const open = async (name = 'Attic') => {
    // Until the menu before is gone, nothing behind it can be pressed.
    const button = await screen.findByRole('button', { name: `More actions: ${name}` });
    fireEvent.keyDown(button, { key: 'Enter' });
    await settle();
    return screen.getAllByRole('menuitem').map((each) => each.textContent);
  };
  const choose = async (name: RegExp) => {
    fireEvent.keyDown(screen.getByRole('menuitem', { name }), { key: 'Enter' });
    await settle();
  };

  it('has what the keys do, and shows them', async () => {
    const { bridge, asked } = show();
    expect(await open()).toEqual([
      'Mint & copy↵',
      'Mint a new oneAlt↵',
      'Copy as',
      'PinP',
      'Open serverCtrl↵',
    ]);
    await choose(/^Mint a new one/);
    expect(asked()).toEqual([{ accountId, serverId: 'Attic', mode: 'new' }]);
    await open('Cabin');
    await choose(/^Open/);
    expect(document.querySelector('output')?.textContent).toContain('"serverId":"Cabin"');
    expect(bridge.calls('server.pin')).toEqual([]);
  });

  it('opens at the row too, for the secondary button and the menu key, and gives the focus back', async () => {
    show();
    row('Cabin').focus();
    expect(fireEvent.contextMenu(row('Cabin'), { clientX: 80, clientY: 90 })).toBe(false);
    const menu = await screen.findByRole('menu');
    await expect.poll(() => menu.contains(document.activeElement)).toBe(true);
    expect(within(menu).getByRole('menuitem', { name: /^Open server/ })).toBeDefined();
    // Over the menu itself it is not asked for again.
    expect(fireEvent.contextMenu(menu)).toBe(true);
    fireEvent.keyDown(menu, { key: 'Escape' });
    // Readers have what is behind it again once it is gone for good.
    const cabin = await screen.findByRole('button', { name: 'Cabin' });
    await expect.poll(() => document.activeElement).toBe(cabin);
  });

  it('copies in another form for this once, shown without the token', async () => {
    const { bridge, asked } = show([attic], { tokens: [token()] });
    await open();
    await choose(/^Copy as/);
    expect(screen.getByRole('menuitem', { name: /••••9f3c/ })).toBeDefined();
    await choose(/X-Plex-Token/);
    expect(asked()).toEqual([{ accountId, serverId: 'Attic', mode: 'reuse', form: 'header' }]);
    expect(bridge.calls('settings.update')).toEqual([]);
  });

  it('lets unencrypted addresses be used or not, only where there are any', async () => {
    const plain = server('Barn', {
      connections: [connection({ isSecure: false, isExposed: true })],
    });
    const { bridge } = show([attic, plain]);
    bridge.answer('server.allowPlainHttp', () => ok(null));
    expect((await open('Barn')).join()).toContain('Allow unencrypted…');
    await choose(/^Allow/);
    bridge.emit({ settings: { ...defaultSettings, insecureServerIds: [plain.id] } });
    await open('Barn');
    await choose(/^Require encryption/);
    expect(bridge.calls('server.allowPlainHttp').map(({ isAllowed }) => isAllowed)).toEqual([
      true,
      false,
    ]);
    expect((await open('Attic')).join()).not.toMatch(/encrypt/);
  });
});

describe('the keys of a list of servers', () => {
  it('copy, mint, open and pin, each of the row that has the focus', async () => {
    const { bridge, asked } = show();
    bridge.answer('server.pin', () => ok(null));
    press('Cabin', 'Enter');
    await settle();
    press('Attic', 'Enter', { altKey: true });
    press('Cabin', 'p');
    expect(asked()).toEqual([
      { accountId, serverId: 'Cabin', mode: 'reuse' },
      { accountId, serverId: 'Attic', mode: 'new' },
    ]);
    expect(bridge.calls('server.pin')).toEqual([{ accountId, serverId: 'Cabin', isPinned: true }]);
    press('Attic', 'Enter', { ctrlKey: true });
    expect(document.querySelector('output')?.textContent).toContain('"serverId":"Attic"');
  });

  it('count once a press, not when held, and not within a moment of the view’s or the window’s focus', () => {
    const { asked } = show();
    expect(press('Attic', 'Enter', { repeat: true })).toBe(false);
    window.dispatchEvent(new Event('focus'));
    now += 299;
    expect(press('Attic', 'Enter')).toBe(false);
    expect(asked()).toEqual([]);
    now += 1;
    press('Attic', 'Enter');
    expect(asked()).toHaveLength(1);
  });

  it('do nothing yet in a view that has just opened', () => {
    const { asked } = show();
    now -= 1_000;
    press('Attic', 'Enter');
    expect(asked()).toEqual([]);
  });

  it('are those of the row alone: a button in it keeps its Enter', () => {
    const { asked } = show();
    const pin = screen.getByRole('button', { name: 'Pin Attic' });
    expect(fireEvent.keyDown(pin, { key: 'Enter' })).toBe(true);
    expect(asked()).toEqual([]);
  });

  it('move between rows, and the row that was left last is the one that Enter acts on', () => {
    show();
    const filled = () => document.querySelector('li[class*="active"]')?.textContent;
    expect(filled()).toContain('Attic');
    press('Attic', 'ArrowDown');
    expect(document.activeElement).toBe(row('Cabin'));
    expect(filled()).toContain('Cabin');
    press('Cabin', 'Home');
    expect(document.activeElement).toBe(row('Attic'));
  });

  it('are numbers too where the rows show them', () => {
    const { asked } = show(undefined, {}, true);
    press('Attic', '2');
    expect(asked()).toEqual([{ accountId, serverId: 'Cabin', mode: 'reuse' }]);
    expect(document.activeElement).toBe(row('Cabin'));
    press('Attic', '3');
    expect(asked()).toHaveLength(1);
  });

  it('are no numbers elsewhere', () => {
    const { asked } = show();
    press('Attic', '2');
    expect(asked()).toEqual([]);
  });
});

describe('a row', () => {
  it('opens its server with a press', () => {
    show();
    fireEvent.click(row('Cabin'));
    expect(document.querySelector('output')?.textContent).toContain('"serverId":"Cabin"');
  });

  it('says through whom and how the server is reached', () => {
    const proved = { kind: 'proved', elapsedMs: 48, provedAt: 1, isFoundByName: false } as const;
    show([
      server('Attic', { connections: [connection({ state: proved })] }),
      server('Cabin', {
        ownership: 'shared',
        ownerName: 'sam',
        connections: [connection({ kind: 'remote', isSecure: false, isExposed: true })],
      }),
      server('Loft', { connections: [connection({ isSecure: false })] }),
      server('Shed', { ownership: 'home' }),
      server('Granny', { isOnline: false, lastSeenAt: Date.parse('2020-11-12T12:00:00') }),
    ]);
    const meta = (name: string) => row(name).closest('li')?.querySelector('p')?.textContent;
    expect(meta('Attic')).toBe('robinyourslocal, 48 msEncrypted');
    expect(meta('Cabin')).toBe('robinshared by samremote, unencrypted');
    expect(meta('Loft')).toBe('robinyoursHTTP (this computer)');
    expect(meta('Shed')).toBe('robinthrough Plex Homeno addresses');
    expect(meta('Granny')).toContain('offline since Nov 12, 2020');
    expect(item('Cabin').getByRole('img', { name: /Others on the network/ })).toBeDefined();
    expect(item('Granny').getByRole('img', { name: 'Offline' })).toBeDefined();
  });

  it.each([
    [{ verdict: { kind: 'valid', provedAt: 1 } }, 'Valid · 47 h'],
    [{ verdict: { kind: 'unknown', reason: null, lastProvedAt: null } }, 'Not checked · 47 h'],
    [{ verdict: { kind: 'rejected', rejectedAt: 1 } }, 'No longer valid'],
    [{ remainingMs: 7_199_000 }, 'Expires · 1 h'],
  ] as const)('says of its token what is known: %o', (change, chip) => {
    show([attic], { tokens: [token(change)] });
    expect(item('Attic').getByText(chip)).toBeDefined();
  });

  it('opens why an update is required, with links', async () => {
    const { bridge } = show([attic, server('Loft', { version: '1.42.1.10060-abc' })]);
    bridge.answer('link.open', () => ok(null));
    fireEvent.click(screen.getByRole('button', { name: 'Update required' }));
    const popover = within(await screen.findByRole('dialog'));
    expect(popover.getByText(/get a permanent one \(CVE-2025-69414\)/)).toBeDefined();
    fireEvent.click(popover.getByRole('button', { name: 'Get update' }));
    fireEvent.click(popover.getByRole('button', { name: 'Read advisory' }));
    expect(bridge.calls('link.open')).toEqual([
      { link: 'plexServerDownload' },
      { link: 'CVE-2025-69414' },
    ]);
  });

  it('says that its server rejected the account', () => {
    show([server('Attic', { verdict: { kind: 'rejected', rejectedAt: 1 } })]);
    expect(screen.getByRole('button', { name: 'Access rejected' })).toBeDefined();
  });
});
