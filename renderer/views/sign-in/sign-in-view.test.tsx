import { fireEvent, screen } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SignInState } from '../../../shared/model/sign-in.ts';
import type { State } from '../../../shared/model/state.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { SignInView } from './sign-in-view.tsx';

const settle = () => new Promise((resolve) => setTimeout(resolve));
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const attemptId = testData.attemptId('1');

const browser = (change: Partial<Extract<SignInState, { kind: 'browser'; phase: 'waiting' }>>) =>
  ({
    kind: 'browser',
    attemptId,
    phase: 'waiting',
    remainingMs: 1_800_000,
    trouble: null,
    authUrl: 'https://app.plex.tv/auth#?code=abc',
    browserOpened: true,
    ...change,
  }) as const;
async function start(change: Partial<State> = {}) {
  const rendered = renderWithUsher(() => <SignInView />, change, {
    prepare: (bridge) => {
      bridge.answer('vault.check', () => ok({ kind: 'ready' }));
      bridge.answer('signIn.cancel', () => ok(null));
    },
  });
  await settle();
  return rendered;
}

afterEach(() => vi.useRealTimers());

describe('the first screen', () => {
  it('offers three ways, the browser first', async () => {
    await start();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Welcome to Usher');
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Continue in browser',
      expect.stringMatching(/^Use a code/),
      expect.stringMatching(/^Use a password/),
    ]);
  });

  it('says how Plex will name this computer, and that Usher is not Plex’s', async () => {
    await start();
    expect(document.body.textContent).toContain('“Usher on workbench”');
    expect(screen.getByRole('link', { name: 'Authorized Devices' })).toBeDefined();
    expect(screen.getByText('Usher isn’t affiliated with Plex.')).toBeDefined();
  });

  it('is for a further account when there is one', async () => {
    await start({ accounts: [testData.account()] });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Add an account');
    expect(button('Close')).toBeDefined();
  });
});

describe('the keychain', () => {
  it('is asked before anything can be typed', async () => {
    const { bridge } = renderWithUsher(
      () => <SignInView />,
      { vault: { kind: 'unknown' } },
      { prepare: (each) => each.answer('vault.check', () => ok({ kind: 'ready' })) },
    );
    expect(bridge.calls('vault.check')).toHaveLength(1);
    expect(button('Continue in browser').matches(':disabled')).toBe(true);
    expect(button(/^Use a password/).matches(':disabled')).toBe(true);
    bridge.emit({ vault: { kind: 'ready' } });
    await settle();
    expect(button('Continue in browser').matches(':disabled')).toBe(false);
  });

  it('that waits for the person is told of, and can be given up', async () => {
    const { bridge } = await start({ vaultActivity: { isWaiting: true } });
    bridge.answer('vault.cancelWaiting', () => ok(null));
    expect(screen.getByText('Waiting for your keychain')).toBeDefined();
    fireEvent.click(button('Cancel'));
    expect(bridge.calls('vault.cancelWaiting')).toHaveLength(1);
  });

  it.each([
    [{ code: 'vault.locked' }, 'The keychain is locked'],
    [{ code: 'vault.denied' }, 'Keychain access denied'],
    [{ code: 'vault.unavailable', reason: 'noService' }, 'No keychain is running'],
    [{ code: 'vault.timeout' }, 'The keychain isn’t responding'],
    [{ code: 'vault.failed' }, 'The keychain didn’t save the token'],
  ] as const)('%j stands before the ways, with a way on', async (error, title) => {
    const { bridge } = await start();
    bridge.emit({ vault: { kind: 'unusable', error } });
    bridge.answer('vault.useSessionOnly', () => {
      bridge.emit({ vault: { kind: 'sessionOnly' } });
      return ok({ kind: 'sessionOnly' });
    });
    expect(screen.getByRole('alert').textContent).toContain(title);
    expect(button('Continue in browser').matches(':disabled')).toBe(true);
    expect(document.body.textContent).toContain('sign in again next time');
    expect(button('Find the problem')).toBeDefined();
    fireEvent.click(button(/^Continue without saving/));
    await settle();
    expect(screen.getByText('Until you quit')).toBeDefined();
    expect(button('Continue in browser').matches(':disabled')).toBe(false);
  });

  it('can be asked again', async () => {
    const { bridge } = await start();
    bridge.answer('vault.check', () => err({ code: 'vault.timeout' }));
    bridge.emit({ vault: { kind: 'unusable', error: { code: 'vault.locked' } } });
    fireEvent.click(button('Try again'));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('The keychain isn’t responding');
  });
});

describe('signing in with the browser', () => {
  it('starts by one press', async () => {
    const { bridge } = await start();
    bridge.answer('signIn.startBrowser', () => ok(null));
    fireEvent.click(button('Continue in browser'));
    expect(bridge.calls('signIn.startBrowser')).toHaveLength(1);
  });

  it('waits, and can open and copy the page again', async () => {
    const { bridge } = await start({ signIn: browser({}) });
    bridge.answer('text.copy', () => ok(null));
    bridge.answer('signIn.openBrowserAgain', () => ok(null));
    expect(screen.getByText('Waiting for plex.tv…')).toBeDefined();
    fireEvent.click(button(/link to the sign-in page/));
    fireEvent.click(button('Open again'));
    expect(bridge.calls('text.copy')).toEqual([{ text: 'https://app.plex.tv/auth#?code=abc' }]);
    expect(bridge.calls('signIn.openBrowserAgain')).toHaveLength(1);
  });

  it('tells the time that is left in its last five minutes alone', async () => {
    // No time passes between what was given and what is shown.
    vi.useFakeTimers({ toFake: ['performance'] });
    const { bridge } = await start({ signIn: browser({ remainingMs: 301_000 }) });
    expect(screen.queryByRole('timer')).toBeNull();
    bridge.emit({ signIn: browser({ remainingMs: 300_000 }) });
    expect(screen.getByRole('timer').textContent).toBe('5 min 00 s');
  });

  it('puts the focus on what is under way, and back when it is cancelled', async () => {
    const { bridge } = await start();
    bridge.emit({ signIn: { kind: 'browser', attemptId, phase: 'starting' } });
    expect(document.activeElement?.textContent).toBe('Sign in with your browser');
    bridge.answer('signIn.cancel', () => {
      bridge.emit({ signIn: { kind: 'idle' } });
      return ok(null);
    });
    fireEvent.click(button('Cancel'));
    await settle();
    expect(document.activeElement).toBe(button('Continue in browser'));
  });

  it('says when it is approved, and can be cancelled even then', async () => {
    const { bridge } = await start({ signIn: { kind: 'browser', attemptId, phase: 'finishing' } });
    expect(screen.getByText(/^Approved\. Saving your token/)).toBeDefined();
    fireEvent.click(button('Cancel'));
    expect(bridge.calls('signIn.cancel')).toHaveLength(1);
  });

  it('goes on waiting through trouble, and says so', async () => {
    const details = 'Down for maintenance';
    await start({ signIn: browser({ trouble: { code: 'network.offline', details } }) });
    expect(screen.getByText(details).closest('details')?.open).toBe(false);
    expect(document.body.textContent).toContain('Still waiting');
  });

  it('says when no browser opened', async () => {
    await start({ signIn: browser({ browserOpened: false }) });
    expect(document.body.textContent).toContain('No browser opened');
  });

  it('that ran out can be started again', async () => {
    const { bridge } = await start({
      signIn: { kind: 'browser', attemptId, phase: 'failed', error: { code: 'plex.pinExpired' } },
    });
    bridge.answer('signIn.startBrowser', () => ok(null));
    expect(screen.getByRole('alert').textContent).toContain('Sign-in timed out.');
    fireEvent.click(button('Try again'));
    expect(bridge.calls('signIn.startBrowser')).toHaveLength(1);
    fireEvent.click(button('Other options'));
    expect(bridge.calls('signIn.cancel')).toHaveLength(1);
  });
});
