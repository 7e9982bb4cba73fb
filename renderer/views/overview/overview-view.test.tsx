import { fireEvent, screen, within } from '@solidjs/testing-library';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppTokenSummary } from '../../../shared/model/app-token.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import type { State } from '../../../shared/model/state.ts';
import { ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { loadView } from '../app/main-view.tsx';
import { Shell } from '../app/shell.tsx';

beforeAll(() => loadView());
beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(testData.now);
});
afterEach(() => vi.useRealTimers());

const { now } = testData;
const maja = testData.account();
const nils = testData.account({ id: testData.accountId('account-2'), title: 'Nils' });
const rejected = { kind: 'rejected', rejectedAt: now } as const;
const server = (name: string, change: Partial<ServerSummary> = {}) =>
  testData.server({ id: testData.serverId(name), name, version: '1.43.2.1', ...change });
const listOf = (...servers: readonly ServerSummary[]) => ({
  accountId: maja.id,
  servers,
  refreshedAt: now - 120_000,
  isRefreshing: false,
  error: null,
});
const ref = (name: string) => ({ accountId: maja.id, serverId: testData.serverId(name) });
const use = (name: string, count: number) => ({ ...ref(name), count, lastUsedAt: now });
const five = ['Attic', 'Cabin', 'Loft', 'Barn', 'Shed'].map((name) => server(name));

const start = (change: Partial<State> = {}) =>
  renderWithUsher(() => <Shell />, {
    accounts: [maja],
    servers: [listOf(...five)],
    usedServers: [use('Loft', 3)],
    ...change,
  });
const region = (name: string) => within(screen.getByRole('region', { name }));
const quick = () =>
  [...document.querySelectorAll('[data-server-row]')].map(({ textContent }) => textContent);
const key = (name: string) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, bubbles: true });
/** An Enter right after the view has opened was meant for what was there before. */
const beCalm = () => vi.advanceTimersByTime(300);

describe('quick copy', () => {
  it('has the pinned servers first, then those used most, then others, and fills up to four', () => {
    start({
      settings: { ...testData.snapshot().settings, pinnedServers: [ref('Shed')] },
      usedServers: [use('Loft', 3), use('Shed', 2), use('Cabin', 1), use('Gone', 1)],
    });
    expect(quick()).toEqual(['Shed', 'Loft', 'Cabin', 'Attic']);
  });

  it('has all that are pinned, and no more then', () => {
    const pinnedServers = [...five].reverse().map(({ name }) => ref(name));
    start({ settings: { ...testData.snapshot().settings, pinnedServers } });
    expect(quick()).toEqual(['Shed', 'Barn', 'Loft', 'Cabin', 'Attic']);
  });

  it('keeps its order while it is looked at, whatever is used meanwhile', () => {
    const { bridge } = start();
    const before = quick();
    expect(before).toEqual(['Loft', 'Attic', 'Cabin', 'Barn']);
    bridge.emit({ usedServers: [use('Shed', 9), use('Barn', 8)] });
    bridge.emit({ servers: [listOf(...[...five].reverse())] });
    expect(quick()).toEqual(before);
    bridge.emit({ servers: [listOf(...five.filter(({ name }) => name !== 'Attic'))] });
    expect(quick()).toEqual(['Loft', 'Cabin', 'Barn', 'Shed']);
  });

  it('has the focus on its first row, where Enter copies, and 1 to 9 copy the others', () => {
    const { bridge } = start();
    bridge.answer('server.copyToken', () => ok({ kind: 'copied', token: testData.token() }));
    expect(document.activeElement?.textContent).toBe('Loft');
    key('Enter');
    expect(bridge.calls('server.copyToken')).toEqual([]);
    beCalm();
    key('Enter');
    key('2');
    expect(bridge.calls('server.copyToken')).toEqual([
      { ...ref('Loft'), mode: 'reuse' },
      { ...ref('Attic'), mode: 'reuse' },
    ]);
  });

  it('has it there too when the servers come later, unless the person has gone on by then', () => {
    const { bridge } = start({ servers: [] });
    screen.getByRole('heading', { level: 1 }).focus();
    bridge.emit({ servers: [listOf(...five)] });
    expect(document.activeElement?.textContent).toBe('Loft');
    bridge.emit({ servers: [listOf()] });
    const refresh = screen.getByRole('button', { name: 'Refresh' });
    refresh.focus();
    bridge.emit({ servers: [listOf(...five)] });
    expect(document.activeElement).toBe(refresh);
  });

  it('leaves the keys that lead to a page alone', async () => {
    const { bridge } = start();
    beCalm();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: '3', ctrlKey: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(bridge.calls('server.copyToken')).toEqual([]);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Tokens');
  });

  it('begins at the first row again whenever it is come back to', async () => {
    start();
    fireEvent.keyDown(document.body, { key: '5', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: '1', ctrlKey: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(document.activeElement?.textContent).toBe('Loft');
  });

  it('shows on the first day two servers that are there, and how to have others', () => {
    start({
      usedServers: [],
      servers: [listOf(server('Away', { isOnline: false }), server('Mine'), server('Other'))],
    });
    expect(quick()).toEqual(['Mine', 'Other']);
    expect(region('Quick copy').getByText('Pin servers to keep them here.')).toBeDefined();
  });

  it('says so where there are no servers', () => {
    start({ servers: [listOf()] });
    expect(region('Quick copy').getByText(/^No servers yet/)).toBeDefined();
  });
});

describe('what needs attention', () => {
  const rows = () => {
    const list = region('Needs attention').queryByRole('list');
    return list === null
      ? []
      : within(list)
          .getAllByRole('listitem')
          .map(({ textContent }) => textContent);
  };

  it('is nothing, and since when that is known, where all is well', () => {
    start();
    const block = screen.getByRole('region', { name: 'Needs attention' });
    expect(block.textContent).toContain('Your account and servers were checked 2 min ago.');
  });

  it('is each thing once: accounts that are signed out together lead to their repair', () => {
    start({
      accounts: [
        { ...maja, verdict: rejected },
        { ...nils, verdict: rejected },
      ],
    });
    expect(rows()).toEqual([expect.stringMatching(/^Maja Lind and Nils Signed out by Plex/)]);
    fireEvent.click(screen.getByRole('button', { name: 'Sign in again: Maja Lind and Nils' }));
    expect(document.querySelector('h1')?.textContent).not.toBe('Overview');
  });

  it('is a Home user whose token is rejected, where another is to be had', () => {
    start({ accounts: [maja, { ...nils, homeOf: maja.id, verdict: rejected }] });
    expect(rows()).toEqual([expect.stringMatching(/^Nils Home user of Maja Lind, signed out/)]);
  });

  it('is a token that ends soon', () => {
    const tokenEnd = { at: now + 3_600_000, remainingMs: 3_600_000 };
    start({ accounts: [{ ...maja, tokenEnd }] });
    expect(rows()).toEqual([expect.stringContaining('expires within a day')]);
  });

  it('is servers whose version lets tokens get away, each once however many accounts reach it', () => {
    const old = '1.42.1.10060';
    start({
      accounts: [maja, nils],
      servers: [
        listOf(server('Loft', { version: old }), server('Barn', { version: old })),
        { ...listOf(server('Loft', { version: old, accountId: nils.id })), accountId: nils.id },
      ],
    });
    expect(rows()).toEqual([expect.stringMatching(/^Loft and Barn Update required/)]);
  });

  it('is app tokens that are rejected, stopped half-way or changed in a file, and leads to them', () => {
    const app = (name: string, change: Partial<AppTokenSummary>) =>
      testData.appToken({ id: testData.appTokenId(name), name, ...change });
    const newToken = { kind: 'classic', lastFour: '77aa' } as const;
    const { usher } = start({
      appTokens: [
        app('Kometa', { verdict: rejected }),
        app('Seerr', { verdict: rejected }),
        app('Tautulli', { work: { kind: 'rotationStopped', newToken } }),
        app('Backup', {
          destinations: [
            testData.destination({ state: { kind: 'changed', at: now, found: null } }),
          ],
        }),
        app('Maintainerr', { destinations: [testData.destination()] }),
      ],
    });
    expect(rows()).toEqual([
      expect.stringMatching(/^Kometa and Seerr App token no longer valid/),
      expect.stringMatching(/^Tautulli Rotation not finished/),
      expect.stringMatching(/^Backup A file no longer has the app’s token/),
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'View apps: Tautulli' }));
    expect(usher.route()).toEqual({ view: 'apps' });
  });

  it('is a keychain that waits, which can be given up, and one that fails', () => {
    const { bridge } = start({ vaultActivity: { isWaiting: true } });
    bridge.answer('vault.cancelWaiting', () => ok(null));
    fireEvent.click(screen.getByRole('button', { name: 'Stop waiting: Keychain' }));
    expect(bridge.calls('vault.cancelWaiting')).toHaveLength(1);
    bridge.emit({
      vaultActivity: { isWaiting: false },
      vault: { kind: 'unusable', error: { code: 'vault.unavailable', reason: 'noService' } },
    });
    expect(rows()).toHaveLength(1);
    expect(rows()[0]).toContain('No keychain is running');
  });

  it('is a sign-out that waits for Plex', () => {
    start({
      signOuts: [
        {
          accountId: nils.id,
          title: 'Nils',
          storage: 'keychain',
          askedAt: now,
          phase: 'waiting',
          isPutOff: true,
          ticks: {
            revoked: { state: 'pending' },
            rejected: { state: 'pending' },
            removed: { state: 'pending' },
          },
        },
      ],
    });
    expect(rows()).toEqual([expect.stringMatching(/^Nils Not signed out yet/)]);
  });

  it('is a list of servers that could not be asked for, once for all accounts it failed alike for', () => {
    const error = { code: 'network.offline' } as const;
    const { bridge } = start({
      accounts: [maja, nils],
      servers: [
        { ...listOf(...five), error },
        { ...listOf(), accountId: nils.id, error },
      ],
    });
    expect(rows()).toEqual([expect.stringMatching(/^Maja Lind and Nils Couldn’t refresh/)]);
    fireEvent.click(screen.getByRole('button', { name: /^Try again: Maja/ }));
    expect(bridge.calls('servers.refresh')).toHaveLength(2);
  });

  it('is what happened meanwhile, until it is put away; the focus then is not lost', async () => {
    const id = testData.noticeId('1');
    const { bridge } = start({ notices: [{ id, at: now, kind: 'profileTooNew' }] });
    bridge.answer('notice.dismiss', () => {
      bridge.emit({ notices: [] });
      return ok(null);
    });
    const dismiss = screen.getByRole('button', { name: /^Dismiss/ });
    dismiss.focus();
    fireEvent.click(dismiss);
    await vi.advanceTimersByTimeAsync(0);
    expect(bridge.calls('notice.dismiss')).toEqual([{ noticeId: id }]);
    expect(rows()).toEqual([]);
    expect(document.activeElement?.textContent).toBe('Needs attention');
  });
});

describe('the active tokens', () => {
  it('are the newest that live, each with the time it has left, to be copied again', () => {
    const { bridge } = start({
      tokens: [
        testData.token({ id: testData.tokenId('dead'), verdict: rejected }),
        testData.token(),
        testData.token({ id: testData.tokenId('over'), remainingMs: 0 }),
      ],
    });
    const items = region('Active tokens').getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Attic Maja Lind••••9f3c47 h/),
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Copy token of Attic' }));
    expect(bridge.calls('secret.copy')).toEqual([
      { secret: { kind: 'transient', tokenId: testData.tokenId('token-1') }, form: 'raw' },
    ]);
  });

  it('are explained where there are none', () => {
    start();
    expect(region('Active tokens').getByText(/^Tokens you mint appear here/)).toBeDefined();
  });
});

describe('the accounts', () => {
  it('tell how many servers each has, and which is signed out', () => {
    start({ accounts: [maja, { ...nils, verdict: rejected }] });
    const items = region('Accounts').getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Maja Lind5 serversToken valid'),
      expect.stringContaining('NilsSigned out'),
    ]);
  });

  it('have the way to add another beside the only one', () => {
    start();
    fireEvent.click(region('Accounts').getByRole('button', { name: 'Add account' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Add an account');
  });
});
