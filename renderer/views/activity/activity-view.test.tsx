import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ActivityEntry } from '../../../shared/model/activity.ts';
import type { ActivityId } from '../../../shared/model/ids.ts';
import type { State } from '../../../shared/model/state.ts';
import { err, ok } from '../../../shared/result.ts';
import { chooseOption } from '../../bridge/choose-option.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { ActivityView } from './activity-view.tsx';

const entry = (number: number, change: Partial<ActivityEntry> = {}): ActivityEntry => ({
  id: `entry-${number}` as ActivityId,
  at: testData.now - number * 60_000,
  kind: 'minted',
  what: 'transientToken',
  account: { id: testData.accountId('robin'), name: 'Robin' },
  server: { id: testData.serverId('attic'), name: 'Attic' },
  ...change,
});

async function show(entries: readonly ActivityEntry[], state: Partial<State> = {}) {
  const rendered = renderWithUsher(() => <ActivityView />, state, {
    prepare: (bridge) => bridge.answer('activity.list', () => ok(entries)),
  });
  await Promise.resolve();
  return rendered;
}
afterEach(() => vi.useRealTimers());

const rows = () => screen.queryAllByRole('listitem').map((row) => row.textContent);
const search = (text: string) =>
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: text } });

describe('the activity list', () => {
  it('says what belongs there while it is empty', async () => {
    await show([]);
    expect(await screen.findByText(/^No activity yet/)).toBeDefined();
    expect(screen.queryByRole('button', { name: /^More actions/ })).toBeNull();
  });

  it('tells what was done, on which server and by whom', async () => {
    await show([entry(1)]);
    const row = await screen.findByRole('listitem');
    expect(row.textContent).toContain('Minted token · AtticRobin');
    expect(within(row).queryByRole('button')).toBeNull();
  });

  it('leads to the server where it is still there', async () => {
    const accountId = testData.accountId('robin');
    const server = testData.server({ accountId, id: testData.serverId('attic'), name: 'Attic' });
    const { usher } = await show([entry(1)], {
      servers: [{ accountId, servers: [server], refreshedAt: 0, isRefreshing: false, error: null }],
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Attic' }));
    expect(usher.route()).toEqual({ view: 'server', accountId, serverId: server.id });
  });

  it('tells what was done several times within a minute once, under its day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 24, 21, 58, 30) });
    const at = (minutes: number): number => Date.now() - minutes * 60_000;
    const copied = {
      kind: 'copied',
      account: { id: testData.accountId('robin'), name: 'R' },
    } as const;
    await show([
      entry(1, { ...copied, at: at(0) }),
      entry(2, { ...copied, at: at(0) - 10_000 }),
      entry(3, { ...copied, at: at(1) }),
      entry(4, { at: at(24 * 60) }),
    ]);
    await screen.findAllByRole('listitem');
    expect(rows()).toEqual([
      expect.stringMatching(/^Copied token 2 times · Attic/),
      expect.stringMatching(/^Copied token · Attic/),
      expect.stringMatching(/^Minted token/),
    ]);
    expect(screen.getAllByRole('heading', { level: 2 }).map((day) => day.textContent)).toEqual([
      'Today',
      'Yesterday',
    ]);
    expect(screen.getByText(/for the last 90 days/)).toBeDefined();
  });

  it('tells which device a source token is for, which can be searched for', async () => {
    await show([
      entry(1),
      entry(2, { kind: 'copied', what: 'sourceToken', device: 'Loft' }),
      entry(3, { kind: 'copied', what: 'sourceToken', device: 'Cabin' }),
    ]);
    await screen.findAllByRole('listitem');
    search('loft');
    expect(rows()).toEqual([expect.stringMatching(/Copied source token · Loft · Attic.*Robin/)]);
  });

  it('can be narrowed to tokens, accounts or problems', async () => {
    await show([
      entry(1),
      entry(2, { kind: 'rejected' }),
      entry(3, { kind: 'signedIn', what: 'accountToken', server: null }),
      entry(4, { kind: 'revoked', what: 'device', server: null }),
    ]);
    await screen.findAllByRole('listitem');
    const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
    choose(/^Tokens/);
    expect(rows()).toHaveLength(2);
    choose(/^Accounts/);
    expect(rows()).toEqual([
      expect.stringMatching(/^Signed in/),
      expect.stringMatching(/^Revoked device/),
    ]);
    choose(/^Problems 1/);
    expect(rows()).toEqual([expect.stringMatching(/^Token rejected/)]);
  });

  it('finds by what was done, by account and by server', async () => {
    const sam = { id: testData.accountId('sam'), name: 'Sam' };
    await show([entry(1), entry(2, { kind: 'copied' }), entry(3, { account: sam, server: null })]);
    await screen.findAllByRole('listitem');
    search('copied attic');
    expect(rows()).toHaveLength(1);
    search('sam');
    expect(rows()).toHaveLength(1);
    search('');
    chooseOption('Account', 'Robin');
    expect(rows()).toHaveLength(2);
    search('nobody');
    fireEvent.click(screen.getByText('Clear search'));
    expect(rows()).toHaveLength(3);
  });

  it('shows a name of markup, emoji or 300 characters as it is', async () => {
    const names = ['<img src=x onerror=alert(1)>', '🦊🦊', 'שלום', 'n'.repeat(300)];
    await show(
      names.map((name, number) =>
        entry(number, { account: { id: testData.accountId(`a${number}`), name } }),
      ),
    );
    await screen.findAllByRole('listitem');
    for (const name of names) expect(screen.getByTitle(name).textContent).toBe(name);
    expect(document.querySelector('img')).toBeNull();
  });

  it('asks again when main tells that it has changed', async () => {
    const { bridge } = await show([entry(1)]);
    await screen.findByRole('listitem');
    bridge.answer('activity.list', () => ok([entry(1), entry(2)]));
    bridge.emit({ activity: { count: 2, newestAt: testData.now } });
    await waitFor(() => expect(rows()).toHaveLength(2));
  });

  it('is cleared only when that was meant, and says so when it could not be', async () => {
    const { bridge, announced } = await show([entry(1)]);
    await screen.findByRole('listitem');
    bridge.answer('activity.clear', () => err({ code: 'profile.full' }));
    fireEvent.keyDown(screen.getByRole('button', { name: /^More actions/ }), { key: 'Enter' });
    fireEvent.keyDown(await screen.findByRole('menuitem', { name: 'Clear activity…' }), {
      key: 'Enter',
    });
    expect(bridge.calls('activity.clear')).toEqual([]);
    const dialog = screen.getByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Clear activity' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('disk is full');
    bridge.answer('activity.clear', () => ok(null));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Clear activity' }));
    await expect.poll(() => announced).toContain('Activity cleared');
  });

  it('says why it can not be shown', async () => {
    renderWithUsher(
      () => <ActivityView />,
      {},
      {
        prepare: (bridge) =>
          bridge.answer('activity.list', () => err({ code: 'internal', reference: 'x' })),
      },
    );
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeDefined();
  });
});
