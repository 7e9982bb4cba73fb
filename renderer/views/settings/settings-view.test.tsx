import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { expect, it } from 'vitest';
import { defaultSettings, type State } from '../../../shared/model/state.ts';
import { err, ok } from '../../../shared/result.ts';
import type { SettingId } from '../../../shared/words/settings.ts';
import { chooseOption } from '../../bridge/choose-option.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { SettingsView } from './settings-view.tsx';

const settings = defaultSettings;
const start = (change: Partial<State> = {}, at?: SettingId) =>
  renderWithUsher(() => <SettingsView {...(at === undefined ? {} : { at })} />, change, {
    prepare: (bridge) => {
      bridge.answer('desktop.read', () =>
        ok({ opensAtLogin: false, profileFolder: '~/.config/Usher', hasNotices: false }),
      );
      bridge.answer('settings.update', () => ok(settings));
    },
  });
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('switch', { name });
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const settle = () => new Promise((resolve) => setTimeout(resolve));

it('shows what was chosen, and keeps a choice at once', () => {
  const { bridge } = start({ settings: { ...settings, isKeepAliveOn: false } });
  expect(box(/Keep account tokens active/).checked).toBe(false);
  fireEvent.click(box(/Replace a token/));
  chooseOption('Default format', 'curl command');
  fireEvent.click(radio('Dark'));
  fireEvent.click(radio('Mint new'));
  chooseOption('Start with', 'Last view');
  chooseOption('Clear after', '2 minutes');
  chooseOption('Keep activity for', '1 year');
  expect(bridge.calls('settings.update')).toEqual([
    { isMintingAnew: true },
    { tokenForm: 'curl' },
    { theme: 'dark' },
    { isReusing: false },
    { startWith: 'lastView' },
    { clipboardSeconds: 120 },
    { activityDays: 365 },
  ]);
  bridge.emit({ settings: { ...settings, isMintingAnew: true } });
  expect(box(/Replace a token/).checked).toBe(true);
});

it('keeps a switch on when the answer comes before the new settings do', async () => {
  start();
  fireEvent.click(box(/Replace a token/));
  await settle();
  expect(box(/Replace a token/).checked).toBe(true);
});

it('says why a choice was not kept, and shows what still holds', async () => {
  const { bridge } = start();
  bridge.answer('settings.update', () => err({ code: 'profile.full' }));
  fireEvent.click(box(/Notify me when/));
  expect((await screen.findByRole('alert')).textContent).toContain('disk is full');
  await waitFor(() => expect(box(/Notify me when/).checked).toBe(true));
  chooseOption('Default format', 'curl command');
  expect(screen.getByRole('combobox', { name: 'Default format' }).textContent).toBe(
    'Just the token',
  );
});

it('has the system open Usher at login, and shows what the system says of it', async () => {
  const { bridge } = start();
  let opensAtLogin = false;
  bridge.answer('desktop.read', () => ok({ opensAtLogin, profileFolder: '', hasNotices: false }));
  bridge.answer('desktop.setOpensAtLogin', (input) => {
    ({ opensAtLogin } = input);
    return ok(null);
  });
  await waitFor(() => expect(box(/Open at login/).disabled).toBe(false));
  fireEvent.click(box(/Open at login/));
  await waitFor(() => expect(bridge.calls('desktop.read').length).toBe(2));
  expect(box(/Open at login/).checked).toBe(true);
});

it('lists the servers that may be reached unencrypted, also one that is gone, and takes them back', async () => {
  const attic = testData.server();
  const gone = testData.serverId('gone');
  const { bridge } = start({
    accounts: [testData.account()],
    servers: [
      {
        accountId: attic.accountId,
        servers: [attic],
        refreshedAt: testData.now,
        isRefreshing: false,
        error: null,
      },
    ],
    settings: {
      ...settings,
      insecureServerIds: [attic.id, gone],
      insecureSince: { [attic.id]: new Date(2019, 10, 24).getTime() },
    },
  });
  bridge.answer('server.allowPlainHttp', () => ok(null));
  const region = within(screen.getByRole('group', { name: 'Unencrypted servers' }));
  expect(region.getByText('Attic')).toBeDefined();
  expect(region.getByText('Maja Lind · HTTP allowed Nov 24, 2019')).toBeDefined();
  for (const button of region.getAllByRole('button')) fireEvent.click(button);
  await settle();
  expect(bridge.calls('server.allowPlainHttp')).toEqual([
    { accountId: attic.accountId, serverId: attic.id, isAllowed: false },
    { accountId: attic.accountId, serverId: gone, isAllowed: false },
  ]);
});

it('asks before it chooses everything anew', async () => {
  const { bridge } = start();
  bridge.answer('settings.reset', () => ok(settings));
  fireEvent.click(screen.getByRole('button', { name: 'Reset…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Reset settings?' }));
  expect(bridge.calls('settings.reset')).toEqual([]);
  fireEvent.click(dialog.getByRole('button', { name: 'Reset settings' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(bridge.calls('settings.reset')).toEqual([{}]);
});

it('opens Usher’s own folders by name alone', () => {
  const { bridge } = start();
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  fireEvent.click(screen.getByRole('button', { name: 'Logs' }));
  expect(bridge.calls('desktop.open')).toEqual([{ what: 'profile' }, { what: 'logs' }]);
});

it('finds a setting by its words, and says where there is none', () => {
  start();
  const search = (text: string) =>
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: text } });
  search('Go UNUSED for');
  expect(screen.getAllByRole('group').map((group) => group.textContent)).toHaveLength(1);
  expect(box(/Keep account tokens active/)).toBeDefined();
  search('zzz');
  expect(screen.getByText('No setting contains “zzz”.')).toBeDefined();
});

it('marks the setting that it was opened at', () => {
  start({}, 'theme');
  const row = document.querySelector('[data-starts-here]');
  expect(row?.getAttribute('data-setting')).toBe('theme');
});

it('can keep Usher in the background where there is a tray, and says where there is none', () => {
  const { bridge } = start({ hasTray: false });
  expect(box(/in the background/).disabled).toBe(true);
  screen.getByText(/This desktop shows no tray/);
  bridge.emit({ hasTray: true });
  screen.getByText('Usher stays in the tray when you close the window.');
  fireEvent.click(box(/in the background/));
  expect(bridge.calls('settings.update')).toEqual([{ isInBackground: true }]);
  // What was chosen where there was one can be taken back.
  bridge.emit({ hasTray: false, settings: { ...settings, isInBackground: true } });
  expect(box(/in the background/).disabled).toBe(false);
});

const shortcutRow = () => within(screen.getByRole('group', { name: 'Quick access' }));
const record = (): HTMLElement => {
  fireEvent.click(shortcutRow().getByRole('button', { name: /^(Record|Change)$/ }));
  return shortcutRow().getByRole('textbox');
};

it('records the global shortcut by its keys, once Usher goes on in the background', async () => {
  const { bridge, announced } = start();
  expect(shortcutRow().getByRole<HTMLButtonElement>('button').disabled).toBe(true);
  expect(shortcutRow().getByText(/Needs “Keep running in the background”/)).toBeDefined();
  const inBackground = { ...settings, isInBackground: true };
  bridge.emit({ settings: inBackground });
  const recorder = record();
  expect(document.activeElement).toBe(recorder);
  fireEvent.keyDown(recorder, { key: 'c', code: 'KeyC', ctrlKey: true });
  expect(shortcutRow().getByRole('alert').textContent).toContain('at least two');
  expect(bridge.calls('settings.update')).toEqual([]);
  fireEvent.keyDown(recorder, { key: ' ', code: 'Space', ctrlKey: true, altKey: true });
  await settle();
  expect(bridge.calls('settings.update')).toEqual([{ quickShortcut: 'Control+Alt+Space' }]);
  bridge.emit({ settings: { ...inBackground, quickShortcut: 'Control+Alt+Space' } });
  expect(announced).toEqual(['Global shortcut: Ctrl Alt Space.']);
  expect(shortcutRow().queryByRole('alert')).toBeNull();
  fireEvent.click(shortcutRow().getByRole('button', { name: 'Remove' }));
  await settle();
  expect(bridge.calls('settings.update').at(-1)).toEqual({ quickShortcut: null });
});

it('goes back to the button on Escape, and says where the shortcut is taken', () => {
  const { bridge } = start({
    settings: { ...settings, isInBackground: true, quickShortcut: 'Control+Alt+Space' },
    quickAccess: 'taken',
  });
  expect(shortcutRow().getByRole('alert').textContent).toContain('Another app already uses');
  fireEvent.keyDown(record(), { key: 'Escape', code: 'Escape' });
  expect(document.activeElement).toBe(shortcutRow().getByRole('button', { name: 'Change' }));
  bridge.emit({ quickAccess: 'ready' });
  expect(shortcutRow().queryByRole('alert')).toBeNull();
  expect(bridge.calls('settings.update')).toEqual([]);
});
