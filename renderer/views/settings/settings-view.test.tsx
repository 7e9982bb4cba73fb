import { fireEvent, screen } from '@solidjs/testing-library';
import { expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/model/state.ts';
import { err, ok } from '../../../shared/result.ts';
import { chooseOption } from '../../bridge/choose-option.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { SettingsView } from './settings-view.tsx';

const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });

it('shows what was chosen, and keeps a choice at once', () => {
  const settings = { ...defaultSettings, isKeepAliveOn: false };
  const { bridge } = renderWithUsher(() => <SettingsView />, { settings });
  bridge.answer('settings.update', () => ok({ ...settings, isMintingAnew: true }));
  expect(box(/Keep account tokens active/).checked).toBe(false);
  fireEvent.click(box(/Replace a token/));
  chooseOption('Copy tokens as', 'curl command');
  expect(bridge.calls('settings.update')).toEqual([{ isMintingAnew: true }, { tokenForm: 'curl' }]);
  bridge.emit({ settings: { ...settings, isMintingAnew: true } });
  expect(box(/Replace a token/).checked).toBe(true);
});

it('keeps a box ticked when the answer comes before the new settings do', async () => {
  const { bridge } = renderWithUsher(() => <SettingsView />);
  const answered = Promise.resolve(ok({ ...defaultSettings, isMintingAnew: true }));
  bridge.answer('settings.update', () => answered);
  fireEvent.click(box(/Replace a token/));
  await new Promise((resolve) => setTimeout(resolve));
  expect(box(/Replace a token/).checked).toBe(true);
});

it('says why a choice was not kept, and shows what still holds', async () => {
  const { bridge } = renderWithUsher(() => <SettingsView />);
  bridge.answer('settings.update', () => err({ code: 'profile.full' }));
  fireEvent.click(box(/Notify me when/));
  expect((await screen.findByRole('alert')).textContent).toContain('disk is full');
  await expect.poll(() => box(/Notify me when/).checked).toBe(true);
  chooseOption('Copy tokens as', 'curl command');
  expect(bridge.calls('settings.update').at(-1)).toEqual({ tokenForm: 'curl' });
  expect(screen.getByRole('combobox', { name: 'Copy tokens as' }).textContent).toBe('Token');
});
