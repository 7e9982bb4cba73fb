import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCopyTeller } from '../../electron/shell/copy-teller.ts';
import type { OutsideWindow } from '../../electron/shell/outside-window.ts';
import { createTrayActs, type TrayAct } from '../../electron/shell/tray-acts.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import type { CoreUnderTest } from './core-under-test.ts';
import { startSignedIn } from './testing/sign-in.ts';

let plex: FakePlex;
let core: CoreUnderTest;
let accountId: AccountId;
let isScreenLocked = false;
let hasWindow = false;
let wouldKeychainAsk = false;
const told: { readonly title: string; readonly body: string }[] = [];
const showWindow = vi.fn();

beforeEach(async () => {
  ({ plex, core, accountId } = await startSignedIn('robin'));
  [isScreenLocked, hasWindow, wouldKeychainAsk] = [false, false, false];
  told.length = 0;
  showWindow.mockClear();
});
afterEach(async () => {
  await core.usher.close();
  await plex.stop();
});

const serverId = (name: string): ServerId => plex.server(name).machineIdentifier as ServerId;
const copyToken = (name: string): TrayAct => ({
  kind: 'copyToken',
  server: { accountId, serverId: serverId(name), name },
});
const outsideWindow = (): Pick<OutsideWindow, 'isScreenLocked' | 'wouldKeychainAsk' | 'show'> => ({
  isScreenLocked: () => isScreenLocked,
  wouldKeychainAsk: () => Promise.resolve(wouldKeychainAsk),
  show: (view) => {
    core.usher.services.wanted.want(view);
    showWindow();
  },
});
const acts = (needsWindowToCopy = false) =>
  createTrayActs({
    usher: core.usher,
    teller: createCopyTeller({
      usher: core.usher,
      notifier: { show: (text) => void told.push(text) },
      clock: core.clock,
    }),
    outside: outsideWindow(),
    hasWindow: () => hasWindow,
    needsWindowToCopy,
    quit: () => undefined,
  });
const wantedView = () => core.snapshot().wanted?.view ?? null;
const isIssued = (text: string): boolean =>
  plex.secrets.list().some(({ kind, value }) => kind === 'transientToken' && value === text);

test('a copy is told with when it is cleared, and without the token', async () => {
  await acts()(copyToken('Attic'));
  expect(isIssued(core.clipboardText())).toBe(true);
  expect(told).toEqual([
    {
      title: 'Token for Attic copied',
      body: expect.stringMatching(/^Clears at \d{1,2}:\d\d:\d\d/) as string,
    },
  ]);
  expect(JSON.stringify(told)).not.toContain(core.clipboardText());
  expect(showWindow).not.toHaveBeenCalled();
});

test('a lock that comes while the keychain is looked at ends it', async () => {
  const copying = acts()(copyToken('Attic'));
  isScreenLocked = true;
  await copying;
  expect([core.clipboardText(), told, showWindow.mock.calls]).toEqual(['', [], []]);
});

test('where the keychain would ask, or the system wants a window in front, the window opens and nothing is done', async () => {
  const server = { view: 'server', accountId, serverId: serverId('Attic') };
  wouldKeychainAsk = true;
  await acts()(copyToken('Attic'));
  expect(wantedView()).toEqual(server);
  await acts()({ kind: 'identifyClipboard' });
  expect(wantedView()).toEqual({ view: 'identify' });
  wouldKeychainAsk = false;
  await acts(true)(copyToken('Attic'));
  expect(wantedView()).toEqual(server);
  expect(showWindow).toHaveBeenCalledTimes(3);
  expect(core.clipboardText()).toBe('');
  expect(plex.secrets.list().some(({ kind }) => kind === 'transientToken')).toBe(false);
});

test('a question opens the window, and is not answered from the tray', async () => {
  plex.faults.add({ match: { host: 'Attic', path: '/security/token' }, action: { status: 500 } });
  await acts()(copyToken('Attic'));
  expect(wantedView()).toEqual({ view: 'server', accountId, serverId: serverId('Attic') });
  expect(told).toMatchObject([{ title: 'The server returned an error' }]);
  expect(core.clipboardText()).toBe('');
});

test('a screen that is locked while a token is on its way leaves none on the clipboard', async () => {
  plex.faults.add({
    match: { host: 'Attic', path: '/security/token' },
    action: { delayMs: 300 },
  });
  const copying = acts()(copyToken('Attic'));
  isScreenLocked = true;
  await copying;
  await core.waitFor('clipboard', ({ kind }) => kind === 'empty');
  expect(core.clipboardText()).toBe('');
  expect(told).toEqual([]);
  // Nor is anything begun then.
  await acts()({ kind: 'show', view: null });
  expect(showWindow).not.toHaveBeenCalled();
});

test('a clipboard without a token is told, beside the page that says more', async () => {
  core.copyElsewhere('a shopping list');
  await acts()({ kind: 'identifyClipboard' });
  expect(wantedView()).toEqual({ view: 'identify' });
  expect(told).toHaveLength(1);
});

test('the window that is opened for itself begins where it begins', async () => {
  await acts()({ kind: 'show', view: { view: 'settings' } });
  expect(wantedView()).toEqual({ view: 'settings' });
  await acts()({ kind: 'show', view: null });
  expect(wantedView()).toBeNull();
});

test('what is on its way when Usher is quit does not come onto the clipboard any more', async () => {
  plex.faults.add({
    match: { host: 'Attic', path: '/security/token' },
    action: { delayMs: 300 },
  });
  const copying = acts()(copyToken('Attic'));
  await core.usher.close();
  await copying;
  expect(core.clipboardText()).toBe('');
});
