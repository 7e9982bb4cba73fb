import { fireEvent, screen, within } from '@solidjs/testing-library';
import { expect, it } from 'vitest';
import type { AppTokenSummary } from '../../../shared/model/app-token.ts';
import type { AppTokenId } from '../../../shared/model/ids.ts';
import type { AppRepair } from '../../../shared/model/sign-in.ts';
import type { State } from '../../../shared/model/state.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { RepairView } from './repair-view.tsx';

const maja = testData.account();
/** Made anew for each, since the page's state goes on with the very object that it is given. */
const rejected = () => ({ kind: 'rejected', rejectedAt: testData.now }) as const;
const ids = ['Kometa', 'Tautulli', 'Backup'].map((name) => name as AppTokenId);
const base = testData.appToken({ destinations: [testData.destination()] });
const [file] = base.destinations;
const app = (name: string, change: Partial<AppTokenSummary> = {}) => ({
  ...base,
  id: name as AppTokenId,
  name,
  verdict: rejected(),
  ...change,
});
const apps = () => [app('Kometa'), app('Tautulli'), app('Backup', { destinations: [] })];
const run = (...progress: readonly AppRepair['progress'][]): State['repair'] => ({
  ...{ accountIds: [], skippedIds: [] },
  apps: ids.map((appTokenId, index) => ({
    appTokenId,
    progress: progress[index] ?? { kind: 'waiting' },
  })),
});
const show = (state: Partial<State> = {}) =>
  renderWithUsher(
    () => <RepairView />,
    { accounts: [maja], appTokens: apps(), ...state },
    {
      route: { view: 'repair' },
      prepare: (test) => {
        test.answer('repair.start', () => ok(null));
        test.answer('appToken.refresh', () => ok(null));
      },
    },
  );
const row = (name: string) => within(screen.getByText(name).closest('li') as HTMLElement);

it('lists the programs whose tokens Plex rejects, and makes all of them anew by one press', async () => {
  const { bridge } = show();
  bridge.answer('repair.replaceApps', () => ok(null));
  expect(row('Kometa').getByText('Rejected')).toBeDefined();
  expect(row('Kometa').getByText(new RegExp(`^${file?.path}`))).toBeDefined();
  fireEvent.click(await screen.findByRole('button', { name: 'Make 3 new tokens' }));
  expect(bridge.calls('repair.replaceApps')).toEqual([{}]);
});

it('tells how far that has come, and at the end what is to be entered by hand, with its token to copy', async () => {
  const { bridge } = show({ repair: run({ kind: 'working' }) });
  bridge.answer('secret.copy', () => ok({ kind: 'copied' }));
  bridge.answer('repair.end', () => ok(null));
  expect(screen.getByRole('progressbar', { name: '0 of 3 replaced' })).toBeDefined();
  expect(row('Kometa').getByText('In progress')).toBeDefined();
  expect(row('Tautulli').getByText('Next')).toBeDefined();
  bridge.emit({
    appTokens: apps().map((one) => ({ ...one, verdict: base.verdict })),
    repair: run(
      { kind: 'done', unwritten: [] },
      {
        kind: 'done',
        unwritten:
          file === undefined ? [] : [{ destinationId: file.id, reason: 'destination.changed' }],
      },
      { kind: 'done', unwritten: [] },
    ),
  });
  expect(await screen.findByRole('heading', { name: 'All 3 app tokens replaced' })).toBeDefined();
  expect(row('Kometa').queryByRole('button')).toBeNull();
  expect(row('Tautulli').getByText('Not written')).toBeDefined();
  expect(row('Tautulli').getByText(/changed/)).toBeDefined();
  expect(row('Backup').getByText('Done')).toBeDefined();
  fireEvent.click(row('Backup').getByRole('button', { name: /^Copy token/ }));
  expect(bridge.calls('secret.copy')).toMatchObject([
    { secret: { kind: 'app', appTokenId: 'Backup' } },
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Done' }));
  expect(bridge.calls('repair.end')).toHaveLength(1);
});

it('says why one could not be made, and offers it again', async () => {
  const { bridge } = show({
    repair: run({ kind: 'failed', error: { code: 'network.offline' } }, ...doneTwice),
    appTokens: apps().map((one, index) => (index === 0 ? one : { ...one, verdict: base.verdict })),
  });
  bridge.answer('repair.replaceApps', () => err({ code: 'network.offline' }));
  expect(row('Kometa').getByText('Not replaced')).toBeDefined();
  expect(row('Kometa').getByRole('alert')).toBeDefined();
  fireEvent.click(await screen.findByRole('button', { name: 'Make new token' }));
  expect(bridge.calls('repair.replaceApps')).toHaveLength(1);
});

it('comes after the accounts, whose tokens are needed to make others', () => {
  show({
    accounts: [{ ...maja, verdict: rejected() }],
    repair: { accountIds: [maja.id], skippedIds: [], apps: [] },
  });
  expect(screen.getByText('Then 3 app tokens')).toBeDefined();
  expect(screen.queryByRole('button', { name: /new token/ })).toBeNull();
});

const doneTwice = [
  { kind: 'done', unwritten: [] },
  { kind: 'done', unwritten: [] },
] as const;
