import { fireEvent, screen } from '@solidjs/testing-library';
import { describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';

const settle = () => new Promise((resolve) => setTimeout(resolve));
const button = (name: string) => screen.getByRole('button', { name });
const account = testData.account();
const done = { state: 'done' } as const;

function start() {
  const onClose = vi.fn();
  const rendered = renderWithUsher(() => (
    <SignOutDialog account={account} isOpen onClose={onClose} />
  ));
  return { ...rendered, onClose };
}

describe('signing out', () => {
  it('says what it does before it does it', () => {
    const { bridge } = start();
    expect(screen.getByRole('dialog', { name: 'Sign out Maja Lind?' }).textContent).toContain(
      'revoke the token',
    );
    expect(bridge.calls('account.signOut')).toEqual([]);
  });

  it('revokes, tells and closes', async () => {
    const { bridge, announced, onClose } = start();
    bridge.answer('account.signOut', () => ok({ revoked: done, rejected: done, removed: done }));
    fireEvent.click(button('Sign out'));
    await settle();
    expect(bridge.calls('account.signOut')).toEqual([{ accountId: account.id }]);
    expect(announced.at(-1)).toBe('Maja Lind is signed out.');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it.each(['network.offline', 'network.untrusted', 'network.intercepted'] as const)(
    'where Plex cannot be asked (%s), offers to remove here and says what that leaves',
    async (code) => {
      const { bridge, announced } = start();
      bridge.answer('account.signOut', () => err({ code }));
      bridge.answer('account.removeLocally', () => ok(null));
      fireEvent.click(button('Sign out'));
      await settle();
      const text = screen.getByRole('dialog').textContent;
      expect(text).toContain('stays valid at Plex');
      expect(text).toContain('“Usher on workbench”');
      expect(bridge.calls('account.removeLocally')).toEqual([]);
      fireEvent.click(button('Remove from this computer'));
      await settle();
      expect(bridge.calls('account.removeLocally')).toEqual([{ accountId: account.id }]);
      expect(announced.at(-1)).toBe('Maja Lind is removed from this computer.');
    },
  );

  it('offers no removal where the keychain is what failed', async () => {
    const { bridge } = start();
    bridge.answer('account.signOut', () => err({ code: 'vault.locked' }));
    fireEvent.click(button('Sign out'));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('The keychain is locked');
    expect(screen.queryByRole('button', { name: 'Remove from this computer' })).toBeNull();
    expect(button('Try again')).toBeDefined();
  });

  it('closes on Escape', async () => {
    const { onClose } = start();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    await settle();
    expect(onClose).toHaveBeenCalledOnce();
  });
});
