import { fireEvent, screen, within } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import type { ActivityEntry } from '../../../shared/model/activity.ts';
import type { ActivityId } from '../../../shared/model/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import { chooseOption } from '../../bridge/choose-option.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { ActivityView } from './activity-view.tsx';

const entry = (number: number, change: Partial<ActivityEntry> = {}): ActivityEntry => ({
  id: `entry-${number}` as ActivityId,
  at: testData.now - number * 1000,
  kind: 'minted',
  what: 'transientToken',
  account: { id: testData.accountId('robin'), name: 'Robin' },
  server: { id: testData.serverId('attic'), name: 'Attic' },
  ...change,
});

async function show(entries: readonly ActivityEntry[]) {
  const rendered = renderWithUsher(
    () => <ActivityView />,
    {},
    { prepare: (bridge) => bridge.answer('activity.list', () => ok(entries)) },
  );
  await Promise.resolve();
  return rendered;
}
const rows = () => screen.queryAllByRole('listitem').map((row) => row.textContent);
const search = (text: string) =>
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: text } });

describe('the activity list', () => {
  it('says what belongs there while it is empty', async () => {
    await show([]);
    expect(await screen.findByText('Nothing yet')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Clear' })).toBeNull();
  });

  it('tells what was done, on which server and by whom', async () => {
    await show([entry(1)]);
    const row = await screen.findByRole('listitem');
    expect(within(row).getByText('Transient token minted')).toBeDefined();
    expect(within(row).getByText('Attic')).toBeDefined();
    expect(within(row).getByText('Robin')).toBeDefined();
  });

  it('tells which device a source token is for, which can be searched for', async () => {
    await show([
      entry(1),
      entry(2, { kind: 'copied', what: 'sourceToken', sourceDevice: 'Loft' }),
      entry(3, { kind: 'copied', what: 'sourceToken', sourceDevice: 'Cabin' }),
    ]);
    await screen.findAllByRole('listitem');
    search('loft');
    expect(rows()).toEqual([expect.stringMatching(/Source token copied.*Loft.*Attic.*Robin/)]);
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

  it('shows a hundred of a thousand, and more when asked for', async () => {
    await show(Array.from({ length: 1000 }, (_, number) => entry(number)));
    await screen.findAllByRole('listitem');
    expect(rows()).toHaveLength(100);
    fireEvent.click(screen.getByRole('button', { name: 'Show 100 more' }));
    expect(rows()).toHaveLength(200);
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
    await screen.findByText('2 entries');
    expect(rows()).toHaveLength(2);
  });

  it('is cleared only when that was meant, and says so when it could not be', async () => {
    const { bridge, announced } = await show([entry(1)]);
    await screen.findByRole('listitem');
    bridge.answer('activity.clear', () => err({ code: 'profile.full' }));
    fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(bridge.calls('activity.clear')).toEqual([]);
    const dialog = screen.getByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Clear list' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('disk is full');
    bridge.answer('activity.clear', () => ok(null));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Clear list' }));
    await expect.poll(() => announced).toContain('The activity list was cleared.');
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
