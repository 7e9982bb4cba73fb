import { fireEvent, screen, within } from '@solidjs/testing-library';
import { describe, expect, it, vi } from 'vitest';
import type { SignOutProgress, SignOutTicks } from '../../../shared/model/sign-out.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';

const settle = () => new Promise((resolve) => setTimeout(resolve));
const button = (name: string) => screen.getByRole('button', { name });
const account = testData.account();
const done = { state: 'done' } as const;
const pending = { state: 'pending' } as const;
const proved: SignOutTicks = { revoked: done, rejected: done, removed: done };

const progress = (change: Partial<SignOutProgress>): SignOutProgress => ({
  accountId: account.id,
  title: account.title,
  storage: 'keychain',
  askedAt: testData.now,
  isPutOff: false,
  phase: 'running',
  ticks: { revoked: pending, rejected: pending, removed: pending },
  ...change,
});

const ticks = () =>
  within(screen.getByRole('list', { name: 'Progress' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

function start(signOuts: readonly SignOutProgress[] = [], accounts = [account]) {
  const onClose = vi.fn();
  const rendered = renderWithUsher(
    () => <SignOutDialog account={account} isOpen onClose={onClose} />,
    { signOuts, accounts },
  );
  return { ...rendered, onClose };
}

describe('signing out', () => {
  it('says what it does before it does it, and does nothing when the person thinks better of it', () => {
    const { bridge, onClose } = start();
    const text = screen.getByRole('dialog', { name: 'Sign out of Maja Lind?' }).textContent;
    expect(text).toContain('revokes the token at Plex');
    expect(text).toContain('accept them for up to 48 hours');
    expect(screen.queryByRole('list')).toBeNull();
    fireEvent.click(button('Cancel'));
    expect(onClose).toHaveBeenCalledOnce();
    expect(bridge.calls('account.signOut')).toEqual([]);
  });

  it('can be tried again once Plex is there again', async () => {
    const { bridge } = start();
    bridge.answer('account.signOut', () => err({ code: 'plex.unavailable', status: 503 }));
    fireEvent.click(button('Sign out'));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Plex is having problems');
    bridge.answer('account.signOut', () => ok(proved));
    fireEvent.click(button('Try again'));
    expect(await screen.findByRole('dialog', { name: 'Signed out of Maja Lind' })).toBeDefined();
    expect(bridge.calls('account.signOut')).toHaveLength(2);
  });

  it('shows each proof as it comes, then all of them, until it is put away', async () => {
    const { bridge, announced, onClose } = start();
    let answer: () => void = () => undefined;
    bridge.answer('account.signOut', async () => {
      await new Promise<void>((resolve) => (answer = resolve));
      return ok(proved);
    });
    fireEvent.click(button('Sign out'));
    const running = { revoked: done, rejected: { state: 'running' }, removed: pending } as const;
    bridge.emit({ signOuts: [progress({ ticks: running })] });
    await settle();
    expect(ticks()).toEqual([
      'Done: Plex revoked the token',
      'In progress: Confirmed: Plex rejects the token',
      'Waiting: Removed from this computer',
    ]);
    bridge.emit({ accounts: [] });
    bridge.emit({ signOuts: [] });
    answer();
    await settle();
    expect(bridge.calls('account.signOut')).toEqual([{ accountId: account.id }]);
    expect(ticks().every((tick) => tick.startsWith('Done: '))).toBe(true);
    expect(screen.getByRole('dialog', { name: 'Signed out of Maja Lind' })).toBeDefined();
    expect(announced.at(-1)).toBe('Maja Lind is signed out.');
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.click(button('Done'));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('claims no revocation where Plex was not asked, as for one that waited and whose token is gone', async () => {
    const { bridge, announced } = start([progress({ phase: 'waiting' })]);
    bridge.answer('account.signOut', () =>
      ok({ revoked: pending, rejected: pending, removed: done }),
    );
    fireEvent.click(button('Try now'));
    const dialog = await screen.findByRole('dialog', { name: 'Removed Maja Lind' });
    expect(dialog.textContent).toContain('Usher didn’t revoke the token');
    expect(announced.at(-1)).toBe('Maja Lind is removed from this computer.');
  });

  it('says what could not be proved, and ticks it not', async () => {
    const { bridge } = start();
    const details = 'Down for maintenance';
    const rejected = { state: 'failed', error: { code: 'network.offline', details } } as const;
    bridge.answer('account.signOut', () => ok({ ...proved, rejected }));
    fireEvent.click(button('Sign out'));
    await settle();
    expect(ticks()[1]).toMatch(/^Failed: .*Can’t reach Plex/);
    expect(screen.getByRole('dialog').textContent).toContain('Usher couldn’t confirm it');
    expect(screen.getByText(details).closest('details')?.open).toBe(false);
  });

  it('says plainly that Plex still accepts the token, and offers what is left to do', async () => {
    const { bridge } = start();
    const error = { code: 'token.stillAccepted' } as const;
    bridge.answer('account.signOut', () => {
      const failed = {
        revoked: done,
        rejected: { state: 'failed', error },
        removed: pending,
      } as const;
      bridge.emit({ signOuts: [progress({ phase: 'failed', ticks: failed })] });
      return err(error);
    });
    fireEvent.click(button('Sign out'));
    await settle();
    expect(ticks()[1]).toMatch(/^Failed: .*Plex still accepts this token/);
    expect(button('Try again')).toBeDefined();
    expect(button('Remove from this computer')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Finish later' })).toBeNull();
  });

  it.each([
    ['network.offline', 'Can’t reach Plex'],
    ['network.untrusted', 'Can’t verify the connection'],
    ['network.intercepted', 'You may need to sign in to this network'],
  ] as const)(
    'where Plex cannot be asked (%s), says so, offers to remove here and says what that leaves',
    async (code, reason) => {
      const { bridge, announced, onClose } = start();
      bridge.answer('account.signOut', () => err({ code }));
      bridge.answer('account.removeLocally', () => ok(null));
      fireEvent.click(button('Sign out'));
      await settle();
      expect(screen.getByRole('alert').textContent).toContain(reason);
      const text = screen.getByRole('dialog').textContent;
      expect(text).toContain('stays valid at Plex');
      expect(text).toContain('“Usher on workbench”');
      expect(screen.getByRole('link', { name: 'Authorized Devices' })).toBeDefined();
      expect(bridge.calls('account.removeLocally')).toEqual([]);
      fireEvent.click(button('Remove from this computer'));
      await settle();
      expect(bridge.calls('account.removeLocally')).toEqual([{ accountId: account.id }]);
      expect(announced.at(-1)).toBe('Maja Lind is removed from this computer.');
      expect(onClose).toHaveBeenCalledOnce();
    },
  );

  it('is finished later on the person’s word, which says what that means', async () => {
    const { bridge, announced, onClose } = start();
    bridge.answer('account.signOut', () => err({ code: 'network.offline' }));
    bridge.answer('account.signOutLater', () => ok(null));
    fireEvent.click(button('Sign out'));
    await settle();
    expect(screen.getByRole('dialog').textContent).toContain('once Plex is reachable');
    fireEvent.click(button('Finish later'));
    await settle();
    expect(bridge.calls('account.signOutLater')).toEqual([{ accountId: account.id }]);
    expect(announced.at(-1)).toContain('finishes signing out later');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('that waits can be tried now or given up here, and goes away once it is over', async () => {
    const revoked = { state: 'failed', error: { code: 'network.offline' } } as const;
    const waiting = progress({
      isPutOff: true,
      phase: 'waiting',
      ticks: { revoked, rejected: pending, removed: pending },
    });
    const { bridge, onClose } = start([waiting], []);
    expect(screen.getByRole('dialog', { name: 'Signing out of Maja Lind…' }).textContent).toContain(
      'keeps trying',
    );
    expect(ticks()[0]).toContain('Can’t reach Plex');
    expect(button('Try now')).toBeDefined();
    expect(button('Remove from this computer')).toBeDefined();
    bridge.emit({ signOuts: [] });
    await settle();
    expect(onClose).toHaveBeenCalledOnce();
  });

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

  it('names the Home users that go with the account, and what becomes of their tokens', async () => {
    const homeUsers = ['Juno', 'Guest'].map((title) =>
      testData.account({ id: testData.accountId(title), title, homeOf: account.id }),
    );
    const { bridge } = renderWithUsher(
      () => <SignOutDialog account={account} isOpen onClose={() => undefined} />,
      { accounts: [account, ...homeUsers] },
    );
    expect(screen.getByRole('dialog').textContent).toContain('also signs out 2 Home users');
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Juno',
      'Guest',
    ]);
    bridge.answer('account.signOut', () => err({ code: 'network.offline' }));
    fireEvent.click(button('Sign out'));
    await settle();
    expect(screen.getByRole('dialog').textContent).toContain('whose tokens stay valid at Plex');
  });

  it('of a Home user says that the account it was switched to from isn’t affected', () => {
    const homeUser = testData.account({ homeOf: testData.accountId('admin') });
    renderWithUsher(() => <SignOutDialog account={homeUser} isOpen onClose={() => undefined} />, {
      accounts: [homeUser],
    });
    expect(screen.getByRole('dialog').textContent).toContain('The main account isn’t affected');
  });
});
