import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ServerList } from '../../../shared/model/server.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { err, ok } from '../../../shared/result.ts';
import { whenText } from '../../../shared/words/formats.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { useUsher } from '../../state/use-usher.ts';
import { TokensView } from './tokens-view.tsx';

const token = (id: string, change: Partial<TransientTokenSummary> = {}) =>
  testData.token({ id: testData.tokenId(id), serverName: `Server ${id}`, ...change });
const show = (
  tokens: readonly TransientTokenSummary[],
  accounts = [testData.account()],
  servers: readonly ServerList[] = [],
) =>
  renderWithUsher(
    () => {
      const usher = useUsher();
      return (
        <>
          <TokensView />
          <output>{JSON.stringify(usher.route())}</output>
        </>
      );
    },
    { accounts, tokens, servers },
    { route: { view: 'tokens' } },
  );
const route = () => screen.getByRole('status').textContent;
const openMenu = async (id: string): Promise<void> => {
  fireEvent.keyDown(screen.getByRole('button', { name: `More: token …9f3c of Server ${id}` }), {
    key: 'Enter',
  });
  await screen.findByRole('menu');
};
const menuOf = async (id: string): Promise<readonly (string | null)[]> => {
  await openMenu(id);
  return screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
};
const choose = async (id: string, name: string): Promise<void> => {
  await openMenu(id);
  fireEvent.keyDown(screen.getByRole('menuitem', { name }), { key: 'Enter' });
};
const tokensShown = () => screen.queryAllByRole('listitem').length;

afterEach(() => vi.useRealTimers());

describe('the list of transient tokens', () => {
  it('shows server, account, masked form, when it was minted and the time left', () => {
    // No time passes between what was given and what is shown.
    vi.useFakeTimers({ toFake: ['performance', 'Date'], now: testData.now });
    show([token('1', { remainingMs: 169_200_000, mintedAt: testData.now - 3_600_000 })]);
    const row = within(screen.getByRole('listitem'));
    expect(row.getByText('Server 1')).toBeDefined();
    expect(row.getByText('Maja Lind')).toBeDefined();
    expect(row.getByText(/•+9f3c/)).toBeDefined();
    expect(row.getByText(/^at \d/).parentElement?.textContent).toBe(
      `minted ${whenText(testData.now - 3_600_000, testData.now)}`,
    );
    expect(row.getByText('Valid')).toBeDefined();
    expect(row.getByRole('timer').parentElement?.textContent).toBe('47 h 00 min left');
  });

  it('says that the rights are those of the account', () => {
    show([token('1')]);
    screen.getByRole('img', { name: 'Full access for up to 48 hours' }).focus();
    expect(screen.getByText(/can do anything its account can/)).toBeDefined();
  });

  it('has those that are of no use any more apart', () => {
    const verdict = { kind: 'rejected', rejectedAt: 1, because: 'serverRestarted' } as const;
    show([token('1'), token('2', { verdict }), token('3', { remainingMs: 0 })]);
    const rowsOf = (name: string) =>
      within(screen.getByRole('region', { name }))
        .getAllByRole('listitem')
        .map((row) => within(row).getByText(/^Server \d/).textContent);
    expect(rowsOf('Active')).toEqual(['Server 1']);
    expect(rowsOf('Ended')).toEqual(['Server 2', 'Server 3']);
  });

  it('marks a token that is held until Usher quits', () => {
    show([token('1', { storage: 'session' })]);
    expect(screen.getByRole('img', { name: 'Until you quit' })).toBeDefined();
  });

  it('shows what its server rejected as dead, with the reason, and offers a new one', async () => {
    const verdict = { kind: 'rejected', rejectedAt: 1, because: 'serverRestarted' } as const;
    const { bridge } = show([token('1', { verdict })]);
    bridge.answer('token.mintAnew', () => ok(token('2')));
    const row = within(screen.getByRole('listitem'));
    expect(row.getByText('No longer valid')).toBeDefined();
    expect(row.getByText('Server restarted')).toBeDefined();
    expect(row.queryByRole('timer')).toBeNull();
    expect(row.queryByRole('button', { name: /^Copy/ })).toBeNull();
    expect(await menuOf('1')).toEqual(['Mint a new one', 'Forget…']);
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    fireEvent.click(row.getByRole('button', { name: 'Mint a new one: Server 1' }));
    await waitFor(() =>
      expect(bridge.calls('token.mintAnew')).toEqual([{ tokenId: testData.tokenId('1') }]),
    );
  });

  it('has main look after what lives when it opens, and asks at once when told to', async () => {
    const { bridge } = show([token('1'), token('2', { remainingMs: 0 })]);
    const tokens = [{ kind: 'transient', tokenId: testData.tokenId('1') }];
    expect(bridge.calls('verdicts.check')).toEqual([{ tokens, isAsked: false }]);
    bridge.answer('verdicts.check', () => ok(null));
    fireEvent.click(screen.getByRole('button', { name: /^Check now/ }));
    await waitFor(() =>
      expect(bridge.calls('verdicts.check').at(-1)).toEqual({ tokens, isAsked: true }),
    );
  });

  it('shows what has expired as expired, and neither copies nor reveals it', () => {
    show([token('1', { remainingMs: 0 })]);
    const row = within(screen.getByRole('listitem'));
    expect(screen.getByRole('listitem').textContent).toMatch(/Expired.*Expired/);
    expect(row.queryByRole('timer')).toBeNull();
    expect(row.queryByRole('button', { name: /^Copy/ })).toBeNull();
    expect(row.getByRole('button', { name: /^Forget/ })).toBeDefined();
  });

  it('takes no press on Forget that was meant for Copy, which stood there a moment ago', () => {
    vi.useFakeTimers();
    show([token('1', { remainingMs: 5_000 })]);
    vi.advanceTimersByTime(5_000);
    const press = () => fireEvent.click(screen.getByRole('button', { name: /^Forget/ }));
    press();
    expect(screen.queryByRole('dialog')).toBeNull();
    vi.advanceTimersByTime(1_000);
    press();
    expect(screen.getByRole('dialog')).toBeDefined();
  });

  it('opens the menu of a token at the pointer, too', async () => {
    show([token('1')]);
    const [row] = screen.getAllByRole('listitem');
    if (row === undefined) throw new Error('no row');
    expect(fireEvent.contextMenu(row, { clientX: 40, clientY: 50 })).toBe(false);
    const menu = within(await screen.findByRole('menu'));
    expect(menu.getByRole('menuitem', { name: 'Forget…' })).toBeDefined();
  });

  it('reveals a token in its place, and hides it from the same menu', async () => {
    const { bridge } = show([token('1')]);
    bridge.answer('secret.reveal', () => ok({ secret: 'zzSecret', visibleMs: 10_000 }));
    await choose('1', 'Reveal');
    expect(await screen.findByText('zzSecret')).toBeDefined();
    expect(screen.queryByText(/•9f3c/)).toBeNull();
    await choose('1', 'Hide');
    expect(screen.queryByText('zzSecret')).toBeNull();
    expect(screen.getByText(/•9f3c/)).toBeDefined();
  });

  it('checks one token when asked to, and says in its place that it does', async () => {
    const { bridge } = show([token('1'), token('2')]);
    bridge.answer('verdicts.check', () => new Promise(() => undefined));
    await choose('1', 'Check');
    expect(bridge.calls('verdicts.check').at(-1)).toEqual({
      tokens: [{ kind: 'transient', tokenId: testData.tokenId('1') }],
      isAsked: true,
    });
    expect(screen.getByText('Checking…')).toBeDefined();
  });

  it('says why a token could not be checked', () => {
    const verdict = { kind: 'unknown', reason: 'network.offline', lastProvedAt: null } as const;
    show([token('1', { verdict })]);
    fireEvent.click(screen.getByRole('button', { name: 'Not checked' }));
    expect(screen.getByRole('dialog').textContent).toContain('You’re offline');
  });

  it('follows main: what has run out leaves', () => {
    const { bridge } = show([token('1'), token('2')]);
    bridge.emit({ tokens: [token('2')] });
    expect(screen.queryByText('Server 1')).toBeNull();
    expect(screen.getByText('Server 2')).toBeDefined();
  });

  it('leads to the servers when it is empty, or to signing in', () => {
    const { unmount } = show([]);
    expect(screen.getByText(/^No active tokens/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Go to servers' }));
    expect(route()).toContain('"view":"servers"');
    unmount();
    show([], []);
    fireEvent.click(screen.getByRole('button', { name: 'Sign in to an account' }));
    expect(route()).toContain('"view":"signIn"');
  });

  it('can be searched once it is long', () => {
    const { unmount } = show(Array.from({ length: 8 }, (_, index) => token(`${index}`)));
    expect(screen.queryByRole('searchbox')).toBeNull();
    unmount();
    show(Array.from({ length: 12 }, (_, index) => token(`${index}`)));
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'server 11' } });
    expect(tokensShown()).toBe(1);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'nowhere' } });
    expect(screen.getByText(/last four characters contain “nowhere”/)).toBeDefined();
  });

  it('shows any name as text', () => {
    const name = `<img src=x onerror=alert(1)> ${'مرحبا 🎬 '.repeat(40)}`;
    show([token('1', { serverName: name, token: { kind: 'transient', lastFour: '' } })]);
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByRole('listitem').textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('marks one that is about to be shared and is of a server whose version lets tokens get away', () => {
    const server = (version: string) => ({
      accountId: testData.account().id,
      servers: [testData.server({ version })],
      refreshedAt: testData.now,
      isRefreshing: false,
      error: null,
    });
    const mark = () => screen.queryByRole('button', { name: 'Update required' });
    const { unmount } = show([token('1')], undefined, [server('1.41.3.9314')]);
    expect(mark()).not.toBeNull();
    unmount();
    show([token('1', { remainingMs: 0 })], undefined, [server('1.41.3.9314')]).unmount();
    expect(mark()).toBeNull();
    show([token('1')], undefined, [server('1.99.0.1')]);
    expect(mark()).toBeNull();
  });

  it('has main copy a token, without seeing it', () => {
    const { bridge } = show([token('1')]);
    fireEvent.click(screen.getByRole('button', { name: 'Copy token of Server 1' }));
    expect(bridge.calls('secret.copy')).toEqual([
      { secret: { kind: 'transient', tokenId: '1' }, form: 'raw' },
    ]);
    expect(bridge.calls('secret.reveal')).toEqual([]);
  });
});

describe('forgetting a token', () => {
  const askToForget = async () => {
    await choose('1', 'Forget…');
    return within(await screen.findByRole('dialog'));
  };

  it('is asked about first, with what it leaves behind', async () => {
    const { bridge } = show([token('1')]);
    const dialog = await askToForget();
    expect(
      screen.getByRole('dialog', { name: /^Forget token …9f3c for .Server 1.\?$/ }),
    ).toBeDefined();
    expect(dialog.getByText(/Server 1 keeps accepting it until it expires/)).toBeDefined();
    fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(bridge.calls('token.forget')).toEqual([]);
    // The entry that opened it has gone with its menu.
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toBe(
        'More: token …9f3c of Server 1',
      ),
    );
  });

  it('leaves the focus at the heading once its row is gone', async () => {
    const { bridge } = show([token('1'), token('2')]);
    bridge.answer('token.forget', () => {
      bridge.emit({ tokens: [token('2')] });
      return ok(null);
    });
    const dialog = await askToForget();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancel'));
    fireEvent.click(dialog.getByRole('button', { name: 'Forget token' }));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })),
    );
  });

  it('is done by main, and told', async () => {
    const { bridge, announced } = show([token('1')]);
    bridge.answer('token.forget', () => ok(null));
    fireEvent.click((await askToForget()).getByRole('button', { name: 'Forget token' }));
    await waitFor(() => expect(announced).toContain('Token of Server 1 forgotten.'));
    expect(bridge.calls('token.forget')).toEqual([{ tokenId: '1' }]);
  });

  it('that fails says why, and the token stays', async () => {
    const { bridge } = show([token('1')]);
    bridge.answer('token.forget', () => err({ code: 'vault.locked' }));
    const dialog = await askToForget();
    fireEvent.click(dialog.getByRole('button', { name: 'Forget token' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('keychain is locked');
    expect(screen.getByText('Server 1')).toBeDefined();
  });
});
