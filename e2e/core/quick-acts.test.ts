import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Usher } from '../../electron/core/usher.ts';
import { createCopyTeller } from '../../electron/shell/copy-teller.ts';
import { createQuickActs, quickChange } from '../../electron/shell/quick-acts.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import { defaultSettings } from '../../shared/model/state.ts';
import { err } from '../../shared/result.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import type { CoreUnderTest } from './core-under-test.ts';
import { startSignedIn } from './testing/sign-in.ts';

let plex: FakePlex;
let core: CoreUnderTest;
let accountId: AccountId;
let isScreenLocked = false;
let wouldKeychainAsk = false;
let isShown = true;
const told: string[] = [];
const show = vi.fn();
const hide = vi.fn();

beforeEach(async () => {
  ({ plex, core, accountId } = await startSignedIn('robin'));
  [isScreenLocked, wouldKeychainAsk] = [false, false];
  [isShown, told.length] = [true, 0];
  show.mockClear();
  hide.mockClear();
});
afterEach(async () => {
  await core.usher.close();
  await plex.stop();
});

const serverId = (name: string): ServerId => plex.server(name).machineIdentifier as ServerId;
const acts = (services: Partial<Usher['services']> = {}) =>
  createQuickActs({
    usher: { services: { ...core.usher.services, ...services } },
    outside: {
      isScreenLocked: () => isScreenLocked,
      wouldKeychainAsk: () => Promise.resolve(wouldKeychainAsk),
      show,
    },
    teller: createCopyTeller({
      usher: core.usher,
      notifier: { show: ({ title }) => void told.push(title) },
      clock: core.clock,
    }),
    hide,
    isShown: () => isShown,
  });
const copy = (name: string, services: Partial<Usher['services']> = {}) =>
  acts(services)['server.copyToken']({ accountId, serverId: serverId(name), mode: 'reuse' });

test('a window that nobody sees is answered nothing, and neither is one behind a lock that came meanwhile', async () => {
  isShown = false;
  const refused = { ok: false, error: { code: 'request.invalid' } };
  expect(await copy('Attic')).toEqual(refused);
  expect(await acts()['quick.open']({ view: null })).toEqual(refused);
  isShown = true;
  isScreenLocked = false;
  const asking = copy('Attic');
  isScreenLocked = true;
  expect(await asking).toEqual(refused);
  isScreenLocked = false;
  expect(core.clipboardText()).toBe('');
});

test('what the person wrote about an account is not told', async () => {
  await core.must('account.setNote', { accountId, note: 'the spare key is under the mat' });
  const { accounts } = core.snapshot();
  const list = await acts()['quick.list']({});
  expect(JSON.stringify([list, quickChange({ accounts })])).not.toContain('spare key');
});

test('the list has what there is to choose from, and of the settings what it goes by', async () => {
  const listed = await acts()['quick.list']({});
  if (!listed.ok) throw new Error(listed.error.code);
  expect(Object.keys(listed.value).sort()).toEqual([
    ...['accounts', 'app', 'clipboard', 'servers', 'settings', 'tokens', 'usedServers'],
  ]);
  expect(Object.keys(listed.value.settings).sort()).toEqual([
    ...['isHidingAfterCopy', 'isReusing', 'pinnedServers', 'tokenForm'],
  ]);
  expect(listed.value.servers.flatMap(({ servers }) => servers).length).toBeGreaterThan(0);
});

test('of a change only that is told, and of others nothing', () => {
  expect(quickChange({ wanted: null, notices: [] })).toBeNull();
  const settings = { ...defaultSettings, quickShortcut: 'Control+Alt+Space' };
  expect(quickChange({ settings, hasTray: true, tokens: [] })).toEqual({
    tokens: [],
    settings: { tokenForm: 'raw', isReusing: true, pinnedServers: [], isHidingAfterCopy: true },
  });
});

test('a token is copied without the window', async () => {
  expect((await copy('Attic')).ok).toBe(true);
  const minted = plex.secrets.list().filter(({ kind }) => kind === 'transientToken');
  expect(minted.map(({ value }) => value)).toEqual([core.clipboardText()]);
  expect(show).not.toHaveBeenCalled();
});

test('what came of a copy is told by a notification when the window was sent away before', async () => {
  const copying = copy('Attic');
  isShown = false;
  expect((await copying).ok).toBe(true);
  expect(told).toEqual(['Token for Attic copied']);
  isShown = true;
  plex.faults.add({ match: { host: 'Attic', path: '/security/token' }, action: { status: 500 } });
  const failing = acts()['server.copyToken']({
    ...{ accountId, serverId: serverId('Attic'), mode: 'new' },
  });
  isShown = false;
  expect((await failing).ok).toBe(false);
  expect(told).toHaveLength(2);
});

test('a keychain that would ask is not asked: the window opens at the server in place of quick access', async () => {
  wouldKeychainAsk = true;
  expect(await copy('Attic')).toMatchObject({ ok: false, error: { code: 'vault.locked' } });
  expect(show).toHaveBeenCalledWith({ view: 'server', accountId, serverId: serverId('Attic') });
  expect(hide).toHaveBeenCalledOnce();
  expect(core.clipboardText()).toBe('');
});

test('what is the person’s to decide opens the window; what merely failed is told where it was asked', async () => {
  const insecure = err({ code: 'server.insecure', uri: 'http://attic.example' } as const);
  const { secrets } = core.usher.services;
  const refusing = { ...secrets, copyOfServer: () => Promise.resolve(insecure) };
  expect(await copy('Attic', { secrets: refusing })).toEqual(insecure);
  expect(show).toHaveBeenCalledWith({ view: 'server', accountId, serverId: serverId('Attic') });
  show.mockClear();
  plex.faults.add({ match: { host: 'Attic', path: '/security/token' }, action: { status: 500 } });
  expect((await copy('Attic')).ok).toBe(false);
  expect(show).not.toHaveBeenCalled();
});

test('with the screen locked nothing is done', async () => {
  isScreenLocked = true;
  expect(await copy('Attic')).toMatchObject({ ok: false, error: { code: 'request.invalid' } });
  expect(await acts()['quick.open']({ view: null })).toMatchObject({ ok: false });
  expect(show).not.toHaveBeenCalled();
  expect(core.clipboardText()).toBe('');
});

test('the window is shown at what was chosen', async () => {
  await acts()['quick.open']({ view: { view: 'tokens' } });
  expect(show).toHaveBeenCalledWith({ view: 'tokens' });
  expect(hide).toHaveBeenCalledOnce();
});
