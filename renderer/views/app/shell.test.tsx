import { fireEvent, screen, within } from '@solidjs/testing-library';
import { beforeAll, describe, expect, it } from 'vitest';
import type { State } from '../../../shared/model/state.ts';
import { ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { loadView } from './main-view.tsx';
import { Shell } from './shell.tsx';

beforeAll(() => loadView());

const settle = () => new Promise((resolve) => setTimeout(resolve));
const maja = testData.account();
const nils = testData.account({
  id: testData.accountId('account-2'),
  title: '<b>Nils</b>',
  username: 'nils',
  verdict: { kind: 'rejected', rejectedAt: testData.now },
});
const start = (change: Partial<State> = {}) => {
  return renderWithUsher(
    () => <Shell />,
    { accounts: [maja, nils], ...change },
    {
      prepare: (bridge) => {
        bridge.answer('vault.check', () => ok({ kind: 'ready' }));
      },
    },
  );
};
const sidebar = () => within(screen.getByRole('navigation'));
const current = () => sidebar().getByRole('button', { current: 'page' }).textContent;
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, bubbles: true, ...more });

describe('the sidebar', () => {
  it('tells of each account who it is and how its token is', () => {
    start();
    expect(sidebar().getByRole('button', { name: /Maja Lind.*Token: Valid/ })).toBeDefined();
    expect(sidebar().getByRole('button', { name: /<b>Nils<\/b>.*Token: Rejected/ })).toBeDefined();
    expect(document.querySelector('b')).toBeNull();
  });

  it('marks an account that is held until Usher quits', () => {
    start({ accounts: [testData.account({ storage: 'session' })] });
    expect(sidebar().getByRole('button', { name: /Until you quit/ })).toBeDefined();
  });

  it('opens the pages of the account that is chosen', async () => {
    start();
    fireEvent.click(sidebar().getByRole('button', { name: /Nils/ }));
    await settle();
    expect(current()).toContain('Servers');
    fireEvent.click(sidebar().getByRole('button', { name: 'Account' }));
    await settle();
    expect(current()).toContain('Account');
  });

  it('counts the transient tokens', () => {
    start({ tokens: [testData.token()] });
    expect(sidebar().getByRole('button', { name: /Transient tokens.*1 token/ })).toBeDefined();
  });

  it('is walked with the arrow keys', () => {
    start();
    sidebar()
      .getByRole('button', { name: /Maja Lind/ })
      .focus();
    key('ArrowDown');
    expect(document.activeElement?.textContent).toContain('Servers');
    key('End');
    expect(document.activeElement?.textContent).toContain('Settings');
    key('Home');
    expect(document.activeElement?.textContent).toContain('Maja Lind');
  });

  it('opens and closes as a menu where the window is narrow', () => {
    start();
    fireEvent.click(screen.getByRole('button', { name: 'Menu' }));
    const close = screen.getByRole('button', { name: 'Close menu' });
    expect(close.getAttribute('aria-expanded')).toBe('true');
    key('Escape');
    fireEvent.keyDown(close, { key: 'Escape' });
    expect(screen.getByRole('button', { name: 'Menu' })).toBe(document.activeElement);
  });

  it('closes the menu once a view is chosen there', () => {
    start();
    fireEvent.click(screen.getByRole('button', { name: 'Menu' }));
    fireEvent.click(sidebar().getByRole('button', { name: /Transient tokens/ }));
    expect(heading()).toBe('Transient tokens');
    const menu = screen.getByRole('button', { name: 'Menu' });
    expect(menu.getAttribute('aria-expanded')).toBe('false');
  });

  it('says so in the demo', () => {
    const { app } = testData.snapshot();
    start({ app: { ...app, isDemo: true } });
    expect(screen.getByText('Demo')).toBeDefined();
  });
});

describe('going from view to view', () => {
  it('puts the focus on the heading', async () => {
    start();
    fireEvent.click(sidebar().getByRole('button', { name: /Transient tokens/ }));
    await settle();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('has a way past the sidebar', () => {
    start();
    fireEvent.click(screen.getByRole('link', { name: 'Skip to the content' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('leaves an account that has gone', () => {
    const { bridge } = start();
    bridge.emit({ accounts: [nils] });
    expect(sidebar().getByRole('button', { expanded: true }).textContent).toContain('Nils');
    bridge.emit({ accounts: [] });
    expect(heading()).toBe('Welcome to Usher');
  });

  it('shows the account as soon as a sign-in is done and it is there, and says so once', () => {
    const { bridge, announced } = start({ accounts: [] });
    bridge.emit({ signIn: { kind: 'done', accountId: maja.id, wasReplaced: false } });
    expect(announced).toEqual([]);
    bridge.emit({ accounts: [maja] });
    expect(current()).toContain('Account');
    key('n', { ctrlKey: true });
    bridge.emit({ accounts: [{ ...maja, note: 'mine' }, nils] });
    expect(heading()).toBe('Add an account');
    expect(announced).toEqual(['Signed in as Maja Lind.']);
    bridge.emit({ signIn: { kind: 'done', accountId: maja.id, wasReplaced: true } });
    expect(current()).toContain('Account');
    expect(announced).toHaveLength(2);
  });

  it('says nothing of a sign-in that was done before the window came', () => {
    const signIn = { kind: 'done', accountId: maja.id, wasReplaced: false } as const;
    const { bridge, announced } = start({ signIn });
    bridge.emit({ accounts: [maja] });
    expect(announced).toEqual([]);
  });

  it('does not pull away who has gone on to another view meanwhile', () => {
    const { bridge } = start();
    bridge.emit({ signIn: { kind: 'done', accountId: nils.id, wasReplaced: true } });
    expect(sidebar().getByRole('button', { expanded: true }).textContent).toContain('Maja Lind');
  });
});

describe('the keyboard', () => {
  it('adds an account, goes to the second, and to the transient tokens', () => {
    start();
    key('n', { ctrlKey: true });
    expect(heading()).toBe('Add an account');
    key('2', { ctrlKey: true });
    expect(sidebar().getByRole('button', { expanded: true }).textContent).toContain('Nils');
    key('t', { ctrlKey: true });
    expect(current()).toContain('Transient tokens');
  });

  it('refreshes the servers that are shown', () => {
    const { bridge } = start();
    const before = bridge.calls('servers.refresh').length;
    key('r', { ctrlKey: true });
    expect(bridge.calls('servers.refresh').length).toBe(before + 1);
  });

  it('shows its own list, and closes it', async () => {
    start();
    key('?');
    await settle();
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeDefined();
    key('n', { ctrlKey: true });
    expect(screen.getByRole('dialog')).toBeDefined();
    key('Escape');
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leaves a question mark alone where text is typed', async () => {
    start({ accounts: [] });
    await settle();
    screen.getByLabelText('User name or e-mail').focus();
    key('?');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the keychain in trouble', () => {
  it('is told on every view, with a way to ask again', () => {
    const { bridge } = start({ vault: { kind: 'unusable', error: { code: 'vault.locked' } } });
    expect(screen.getAllByRole('alert')[0]?.textContent).toContain('The keychain is locked');
    const [retry] = screen.getAllByRole('button', { name: 'Try again' });
    retry?.click();
    expect(bridge.calls('vault.check')).toHaveLength(1);
  });

  it('leads to the page that tells how to mend it, which then tells it alone', async () => {
    const { bridge } = start({ vault: { kind: 'unusable', error: { code: 'vault.locked' } } });
    fireEvent.click(
      screen.getAllByRole('button', { name: 'Open the keychain doctor' })[0] ?? document.body,
    );
    await settle();
    expect(heading()).toBe('Keychain');
    expect(current()).toBe('Keychain');
    expect(bridge.calls('doctor.run')).toHaveLength(1);
    expect(document.body.textContent).not.toContain('Unlock the keychain of your system');
  });

  it('is looked at from the sidebar, and anew with the key for refreshing', async () => {
    const { bridge } = start();
    fireEvent.click(sidebar().getByRole('button', { name: 'Keychain' }));
    await settle();
    key('r', { ctrlKey: true });
    await settle();
    expect(bridge.calls('doctor.run')).toHaveLength(2);
  });
});
