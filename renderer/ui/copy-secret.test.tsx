import { fireEvent, screen } from '@solidjs/testing-library';
import { expect, it } from 'vitest';
import { defaultSettings } from '../../shared/model/state.ts';
import { err, ok } from '../../shared/result.ts';
import { renderWithUsher } from '../bridge/render-with-usher.tsx';
import { testData } from '../bridge/test-data.ts';
import { CopySecret } from './copy-secret.tsx';

const secret = { kind: 'transient', tokenId: testData.tokenId('token-1') } as const;

const show = (tokenForm: 'raw' | 'curl' = 'raw') =>
  renderWithUsher(() => <CopySecret secret={secret} name="token of Attic" />, {
    settings: { ...defaultSettings, tokenForm },
  });
const openForms = () => {
  const trigger = screen.getByRole('button', { name: 'Choose a form for token of Attic' });
  fireEvent.keyDown(trigger, { key: 'Enter' });
};

it('copies in the form of the settings, and says which', () => {
  const { bridge } = show('curl');
  bridge.answer('secret.copy', () => ok({ kind: 'copied' }));
  const button = screen.getByRole('button', { name: 'Copy curl command: token of Attic' });
  fireEvent.click(button);
  expect(bridge.calls('secret.copy')).toEqual([{ secret, form: 'curl' }]);
});

it('has all forms in its menu, and warns of the one whose address holds the token', async () => {
  const { bridge } = show();
  bridge.answer('secret.copy', () => ok({ kind: 'copied' }));
  openForms();
  const items = await screen.findAllByRole('menuitem');
  expect(items).toHaveLength(7);
  const url = screen.getByRole('menuitem', { name: /^URL with token/ });
  expect(url.textContent).toContain('Contains the token; may end up');
  fireEvent.keyDown(url, { key: 'Enter' });
  expect(bridge.calls('secret.copy')).toEqual([{ secret, form: 'url' }]);
});

it('names the shell that a line is for on Windows', async () => {
  renderWithUsher(() => <CopySecret secret={secret} name="token of Attic" />, {
    app: { ...testData.snapshot().app, platform: 'win32' },
  });
  openForms();
  const curl = await screen.findByRole('menuitem', { name: /^curl command/ });
  expect(curl.textContent).toContain('For PowerShell');
});

it('says why a form could not be copied', async () => {
  const { bridge } = show();
  bridge.answer('secret.copy', () => err({ code: 'server.notFound' }));
  openForms();
  fireEvent.keyDown(await screen.findByRole('menuitem', { name: /^URL/ }), { key: 'Enter' });
  expect(await screen.findByRole('alert')).toBeDefined();
});
