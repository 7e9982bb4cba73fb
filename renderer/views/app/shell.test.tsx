import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { State } from '../../../shared/model/state.ts';
import { ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { loadView } from './main-view.tsx';
import { Shell } from './shell.tsx';

beforeAll(() => loadView());

const settle = () => new Promise((resolve) => setTimeout(resolve));
const maja = testData.account();
const nils = testData.account({
  id: testData.accountId('account-2'),
  title: '<b>Nils</b>',
  username: 'nils',
  verdict: { kind: 'rejected', rejectedAt: testData.now },
});
const start = (change: Partial<State> = {}) => {
  return renderWithUsher(
    () => <Shell />,
    { accounts: [maja, nils], ...change },
    {
      prepare: (bridge) => {
        bridge.answer('vault.check', () => ok({ kind: 'ready' }));
      },
    },
  );
};
const sidebar = () => within(screen.getByRole('navigation', { name: 'Main' }));
const current = () => sidebar().getByRole('button', { current: 'page' }).textContent;
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, bubbles: true, ...more });

it('tells of what was done in a toast, whatever page is shown', async () => {
  const { usher } = start();
  usher.tell({ title: '2 devices revoked' });
  usher.navigate({ view: 'activity' });
  await settle();
  const toast = within(screen.getByRole('region', { name: 'Done' }));
  fireEvent.click(toast.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText('2 devices revoked')).toBeNull();
});

describe('the sidebar', () => {
  const items = () =>
    sidebar()
      .getAllByRole('button')
      .map(({ textContent }) => textContent.trim());

  it('has its places in one order, whatever there is of accounts', () => {
    start();
    expect(items().slice(0, 7)).toEqual([
      'SearchCtrlK',
      'Overview',
      'Servers',
      'Tokens',
      'Apps',
      'Identify',
      'Activity',
    ]);
    expect(items().slice(-3, -1)).toEqual(['KeychainOK', 'Settings']);
  });

  it('is not there before there is an account', async () => {
    const { bridge } = start({ accounts: [] });
    expect(screen.queryByRole('navigation')).toBeNull();
    bridge.emit({ accounts: [maja] });
    await settle();
    expect(screen.getByRole('navigation', { name: 'Main' })).toBeDefined();
  });

  it('tells of each account who it is and how its token is', () => {
    start();
    expect(sidebar().getByRole('button', { name: /Maja Lind.*Token: Valid/ })).toBeDefined();
    expect(sidebar().getByRole('button', { name: /<b>Nils<\/b>.*Token: Revoked/ })).toBeDefined();
    expect(document.querySelector('b')).toBeNull();
  });

  it('marks an account that is held until Usher quits', () => {
    start({ accounts: [testData.account({ storage: 'session' })] });
    expect(sidebar().getByRole('button', { name: /Until you quit/ })).toBeDefined();
  });

  it('tells two accounts of one title apart by more than that', () => {
    const twin = testData.account({ id: testData.accountId('twin'), username: 'maja.2' });
    start({ accounts: [maja, twin, nils] });
    expect(sidebar().getByText('Maja Lind (maja)')).toBeDefined();
    expect(sidebar().getByText('Maja Lind (maja.2)')).toBeDefined();
    expect(sidebar().getByText('<b>Nils</b>')).toBeDefined();
  });

  it('offers at the pointer the pages of an account, and to sign out of it', async () => {
    const { usher } = start();
    fireEvent.contextMenu(sidebar().getByRole('button', { name: /maja/i }));
    const menu = within(await screen.findByRole('menu'));
    expect(menu.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'Profile',
      'Servers',
      'Devices',
      'Plex Home',
      'Data',
      'Sign out',
    ]);
    fireEvent.keyDown(menu.getByRole('menuitem', { name: 'Devices' }), { key: 'Enter' });
    expect(usher.route()).toEqual({ view: 'devices', accountId: maja.id });
  });

  it('opens the account that is chosen, whose pages are tabs of it', async () => {
    start();
    fireEvent.click(sidebar().getByRole('button', { name: /Nils/ }));
    await settle();
    expect(current()).toContain('Nils');
    const tabs = within(screen.getByRole('navigation', { name: 'Pages of this account' }));
    const tab = () => tabs.getByRole('button', { current: 'page' }).textContent;
    expect(tab()).toBe('Profile');
    fireEvent.click(tabs.getByRole('button', { name: 'Devices' }));
    await settle();
    expect(current()).toContain('Nils');
    expect(heading()).toBe('<b>Nils</b>: Devices');
  });

  it('counts the servers of all accounts, and the tokens that live', () => {
    const list = { refreshedAt: testData.now, isRefreshing: false, error: null };
    start({
      servers: [
        { ...list, accountId: maja.id, servers: [testData.server()] },
        { ...list, accountId: nils.id, servers: [testData.server({ accountId: nils.id })] },
      ],
      tokens: [
        testData.token(),
        testData.token({ id: testData.tokenId('over'), remainingMs: 0 }),
        testData.token({
          id: testData.tokenId('dead'),
          verdict: { kind: 'rejected', rejectedAt: testData.now },
        }),
      ],
    });
    expect(items()).toEqual(expect.arrayContaining(['Servers2', 'Tokens1']));
  });

  it('shows how the keychain is', () => {
    const { bridge } = start();
    const state = () => sidebar().getByRole('button', { name: /^Keychain/ }).textContent;
    expect(state()).toBe('KeychainOK');
    bridge.emit({ vault: { kind: 'unusable', error: { code: 'vault.locked' } } });
    expect(state()).toBe('KeychainLocked');
    bridge.emit({ vaultActivity: { isWaiting: true } });
    expect(state()).toBe('KeychainWaiting for you');
  });

  it('marks the overview as long as it has news', () => {
    const { bridge } = start();
    bridge.emit({
      notices: [{ id: testData.noticeId('1'), at: testData.now, kind: 'profileTooNew' }],
    });
    expect(sidebar().getByRole('button', { name: /Overview, 1 notice/ })).toBeDefined();
  });

  it('is walked with the arrow keys', () => {
    start();
    sidebar().getByRole('button', { name: 'Activity' }).focus();
    key('ArrowDown');
    expect(document.activeElement?.textContent).toContain('Maja Lind');
    key('End');
    expect(document.activeElement?.textContent).toContain('Settings');
    key('Home');
    expect(document.activeElement?.textContent).toContain('Search');
  });

  it('says so in the demo', () => {
    const { app } = testData.snapshot();
    start({ app: { ...app, isDemo: true } });
    expect(screen.getByText('Demo')).toBeDefined();
  });
});

describe('the window as it gets narrower', () => {
  const narrow = (...which: readonly string[]) => {
    const before = window.matchMedia.bind(window);
    vi.spyOn(window, 'matchMedia').mockImplementation((media) =>
      Object.assign(before(media), { matches: which.includes(media) }),
    );
  };
  const medium = '(width < 56.25rem)';
  afterEach(() => vi.restoreAllMocks());

  it('has a rail of icons, whose words are in tooltips', () => {
    vi.useFakeTimers();
    narrow(medium);
    start();
    const tokens = sidebar().getByRole('button', { name: 'Tokens' });
    fireEvent.pointerEnter(tokens, { pointerType: 'mouse' });
    vi.advanceTimersByTime(400);
    expect(screen.getByRole('tooltip').textContent).toBe('Tokens');
    vi.useRealTimers();
  });

  it('shows in the rail whose Home a user is of, as they look now', () => {
    narrow(medium);
    const homeOf = testData.account().id;
    const user = testData.account({ id: testData.accountId('account-2'), homeOf });
    const { bridge } = start({ accounts: [testData.account(), user] });
    const avatarPath = 'avatar/new';
    bridge.emit({ accounts: [testData.account({ avatarPath: 'avatar/old' }), user] });
    bridge.emit({ accounts: [testData.account({ avatarPath }), user] });
    const pictures = [...document.querySelectorAll('nav img')];
    expect(pictures.map((picture) => picture.getAttribute('src'))).toEqual([
      avatarPath,
      avatarPath,
    ]);
  });

  it('has that rail too when the person wants it', () => {
    start();
    const isRail = () => document.querySelector('[data-layout="rail"]') !== null;
    key('\\', { ctrlKey: true });
    expect(isRail()).toBe(true);
    key('\\', { ctrlKey: true });
    expect(isRail()).toBe(false);
  });

  it('has a sheet over the page, which can’t be reached meanwhile', () => {
    narrow(medium, '(width < 45rem)');
    start();
    screen.getByRole('button', { name: 'Menu' }).focus();
    fireEvent.click(screen.getByRole('button', { name: 'Menu' }));
    const main = document.querySelector('main');
    expect(main?.inert).toBe(true);
    expect(document.activeElement?.textContent).toContain('Overview');
    key('Escape');
    expect(main?.inert).toBe(false);
  });

  it('closes the sheet once a view is chosen there', async () => {
    narrow(medium, '(width < 45rem)');
    start();
    fireEvent.click(screen.getByRole('button', { name: 'Menu' }));
    fireEvent.click(sidebar().getByRole('button', { name: 'Tokens' }));
    await settle();
    expect(heading()).toBe('Tokens');
    expect(document.querySelector('main')?.inert).toBe(false);
  });
});

describe('going from view to view', () => {
  it('puts the focus on the heading', async () => {
    start();
    fireEvent.click(sidebar().getByRole('button', { name: 'Tokens' }));
    await settle();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('tells the header from what is scrolled under it, and only then', () => {
    start();
    const main = screen.getByRole('main');
    const scrollTo = (top: number) => {
      main.scrollTop = top;
      fireEvent.scroll(main);
      return main.hasAttribute('data-scrolled');
    };
    expect(scrollTo(40)).toBe(true);
    expect(scrollTo(0)).toBe(false);
  });

  it('has a way past the sidebar', () => {
    start();
    fireEvent.click(screen.getByRole('link', { name: 'Skip to content' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('begins with the overview, and goes back there from an account that has gone', async () => {
    const { bridge } = start();
    expect(heading()).toBe('Overview');
    fireEvent.click(sidebar().getByRole('button', { name: /Maja Lind/ }));
    await settle();
    bridge.emit({ accounts: [nils] });
    expect(heading()).toBe('Overview');
    bridge.emit({ accounts: [] });
    expect(heading()).toBe('Welcome to Usher');
  });

  it('shows the overview as soon as a sign-in is done and its account is there, and says so once', () => {
    const { bridge, announced } = start({ accounts: [] });
    bridge.emit({ signIn: { kind: 'done', accountId: maja.id, wasReplaced: false } });
    expect(announced).toEqual([]);
    bridge.emit({ accounts: [maja] });
    expect(heading()).toBe('Overview');
    key('n', { ctrlKey: true });
    bridge.emit({ accounts: [{ ...maja, note: 'mine' }, nils] });
    expect(heading()).toBe('Add an account');
    expect(announced).toEqual(['Signed in as Maja Lind.']);
    bridge.emit({ signIn: { kind: 'done', accountId: maja.id, wasReplaced: true } });
    expect(heading()).toBe('Overview');
    expect(announced).toHaveLength(2);
  });

  it('shows the overview once an account comes by another way than this window', () => {
    const { bridge } = start({ accounts: [] });
    bridge.emit({ accounts: [maja] });
    expect(heading()).toBe('Overview');
  });

  it('says nothing of a sign-in that was done before the window came', () => {
    const signIn = { kind: 'done', accountId: maja.id, wasReplaced: false } as const;
    const { bridge, announced } = start({ signIn });
    bridge.emit({ accounts: [maja] });
    expect(announced).toEqual([]);
  });

  it('does not pull away who has gone on to another view meanwhile', () => {
    const { bridge } = start();
    key('6', { ctrlKey: true });
    bridge.emit({ signIn: { kind: 'done', accountId: nils.id, wasReplaced: true } });
    expect(heading()).toBe('Activity');
  });
});

describe('the keyboard', () => {
  it('adds an account, and goes to each place by its number', async () => {
    start();
    key('n', { ctrlKey: true });
    expect(heading()).toBe('Add an account');
    for (const [digit, title] of [
      ['2', 'Servers'],
      ['3', 'Tokens'],
      ['4', 'Apps'],
      ['5', 'Identify'],
      ['6', 'Activity'],
      ['1', 'Overview'],
    ] as const) {
      key(digit, { ctrlKey: true });
      await settle();
      expect(heading()).toBe(title);
    }
  });

  it('leads nowhere before there is an account', () => {
    start({ accounts: [] });
    key('3', { ctrlKey: true });
    expect(heading()).toBe('Welcome to Usher');
  });

  it('searches everything, as the field in the sidebar does', async () => {
    start();
    key('k', { ctrlKey: true });
    const field = await screen.findByRole('combobox', { name: /^Search servers/ });
    await waitFor(() => expect(document.activeElement).toBe(field));
    key('Escape');
    // It is there for readers again once the palette has gone.
    const search = await screen.findByRole('button', { name: /^Search/ });
    search.focus();
    fireEvent.click(search);
    const again = await screen.findByRole('combobox', { name: /^Search servers/ });
    await waitFor(() => expect(document.activeElement).toBe(again));
    key('Escape');
    await waitFor(() => expect(document.activeElement).toBe(search));
  });

  it('refreshes the servers of all accounts on the overview', () => {
    const { bridge } = start();
    const before = bridge.calls('servers.refresh').length;
    key('r', { ctrlKey: true });
    expect(bridge.calls('servers.refresh').length).toBe(before + 2);
  });

  it('checks the tokens on their page', async () => {
    const { bridge, usher } = start({ tokens: [testData.token()] });
    bridge.answer('verdicts.check', () => ok(null));
    usher.navigate({ view: 'tokens' });
    await settle();
    const before = bridge.calls('verdicts.check').length;
    key('r', { ctrlKey: true });
    await expect.poll(() => bridge.calls('verdicts.check').length).toBe(before + 1);
  });

  it('shows its own list, and closes it', async () => {
    start();
    key('/', { ctrlKey: true });
    await settle();
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeDefined();
    key('n', { ctrlKey: true });
    expect(screen.getByRole('dialog')).toBeDefined();
    key('Escape');
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the keychain in trouble', () => {
  it('is said once, on the overview, with a way to ask again', () => {
    const { bridge } = start({ vault: { kind: 'unusable', error: { code: 'vault.locked' } } });
    expect(screen.getAllByText('The keychain is locked')).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Try again: The keychain is locked' }));
    expect(bridge.calls('vault.check')).toHaveLength(1);
  });

  it('leads back to signing in from its page where there is no account, and so no sidebar', async () => {
    renderWithUsher(() => <Shell />, {}, { route: { view: 'doctor' } });
    expect(heading()).toBe('Keychain');
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    await settle();
    expect(heading()).toBe('Welcome to Usher');
  });

  it('is looked at from the sidebar, and anew with the key for refreshing', async () => {
    const { bridge } = start();
    fireEvent.click(sidebar().getByRole('button', { name: /^Keychain/ }));
    await settle();
    expect(heading()).toBe('Keychain');
    expect(current()).toContain('Keychain');
    key('r', { ctrlKey: true });
    await settle();
    expect(bridge.calls('doctor.run')).toHaveLength(2);
  });
});
