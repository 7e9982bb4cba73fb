import { fireEvent, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../../shared/errors.ts';
import { ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { SignInPanel } from './sign-in-panel.tsx';

const field = (label: string): HTMLInputElement => {
  const found = screen.getByLabelText(label);
  if (!(found instanceof HTMLInputElement)) throw new Error(`${label} is not a field`);
  return found;
};
const login = () => field('Username or email');
const password = () => field('Password');
const code = () => field('Verification code');
const type = (input: HTMLInputElement, value: string) =>
  fireEvent.input(input, { target: { value } });
const submit = () => fireEvent.submit(password());
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const settle = () => new Promise((resolve) => setTimeout(resolve));

const form = { login: 'maja', password: 'correct horse', rememberMe: true };
const state = (phase: 'submitting' | 'codeRequired' | 'failed', error: AppError | null = null) =>
  ({ kind: 'password', attemptId: testData.attemptId('1'), phase, error }) as const;
const idle = { kind: 'idle' } as const;

async function start() {
  const rendered = renderWithUsher(() => <SignInPanel account={null} isShowing />, undefined, {
    prepare: (bridge) => {
      bridge.answer('vault.check', () => ok({ kind: 'ready' }));
      bridge.answer('signIn.submitPassword', () => ok(null));
      bridge.answer('signIn.startBrowser', () => ok(null));
      bridge.answer('signIn.cancel', () => {
        bridge.emit({ signIn: idle });
        return ok(null);
      });
    },
  });
  await settle();
  fireEvent.click(button(/^Use a password/));
  type(login(), ' maja ');
  type(password(), 'correct horse');
  return rendered;
}

/** Up to where Plex wants the second factor. */
async function startWithCode() {
  const rendered = await start();
  submit();
  rendered.bridge.emit({ signIn: state('codeRequired') });
  await settle();
  return rendered;
}

afterEach(() => vi.useRealTimers());

describe('signing in by password', () => {
  it('sends user name and password, and no code before one is asked for', async () => {
    const { bridge } = await start();
    submit();
    expect(bridge.calls('signIn.submitPassword')).toEqual([{ ...form, verificationCode: null }]);
    expect(screen.queryByLabelText('Verification code')).toBeNull();
  });

  it.each([
    ['Username or email', 'Enter your username or email.'],
    ['Password', 'Enter your password.'],
  ])('asks for what was left out, by its name, and sends nothing: %s', async (left, asked) => {
    const { bridge } = await start();
    type(field(left), '');
    submit();
    expect(bridge.calls('signIn.submitPassword')).toEqual([]);
    expect(screen.getByRole('alert').textContent).toBe(asked);
    expect(document.activeElement).toBe(field(left));
  });

  it('stays signed in unless that is not wanted, and says what it means', async () => {
    const { bridge } = await start();
    const box = screen.getByRole('checkbox', {
      name: 'Keep me signed in',
      description: /in memory only.*lost when you quit/,
      checked: true,
    });
    fireEvent.click(box);
    submit();
    bridge.emit({ signIn: state('codeRequired') });
    await settle();
    type(code(), '123456');
    const notKept = { ...form, rememberMe: false };
    expect(bridge.calls('signIn.submitPassword')).toEqual([
      { ...notKept, verificationCode: null },
      { ...notKept, verificationCode: '123456' },
    ]);
  });

  it('offers to stay signed in only where there is a keychain for it', async () => {
    const { bridge } = await start();
    bridge.emit({ vault: { kind: 'sessionOnly' } });
    expect(screen.queryByRole('checkbox')).toBeNull();
    submit();
    expect(bridge.calls('signIn.submitPassword')).toHaveLength(1);
  });

  it('keeps a wrong password to be corrected or typed over, and leads to the browser', async () => {
    const { bridge } = await start();
    submit();
    bridge.emit({ signIn: state('failed', { code: 'plex.badCredentials' }) });
    await settle();
    expect([login().value, password().value]).toEqual([' maja ', 'correct horse']);
    expect(document.activeElement).toBe(password());
    expect(password().selectionEnd).toBe('correct horse'.length);
    expect(password().getAttribute('aria-invalid')).toBe('true');
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Wrong username or password');
    fireEvent.click(within(alert).getByRole('button', { name: 'Sign in with your browser' }));
    expect(bridge.calls('signIn.startBrowser')).toHaveLength(1);
  });

  it('asks for the email address where that is what Plex wants', async () => {
    const { bridge } = await start();
    submit();
    bridge.emit({ signIn: state('failed', { code: 'plex.emailRequired' }) });
    await settle();
    expect(document.activeElement).toBe(login());
    expect(login().getAttribute('aria-invalid')).toBe('true');
    expect(password().value).toBe('correct horse');
  });

  it.each([
    [{ code: 'network.offline' }, 'Can’t reach Plex'],
    [{ code: 'network.intercepted' }, 'You may need to sign in to this network'],
    [{ code: 'plex.malformed' }, 'The answer couldn’t be read'],
    [{ code: 'plex.unavailable', status: 502 }, 'Plex is having problems'],
  ] as const)(
    'says why there was no answer (%j), keeps everything, and tries nothing by itself',
    async (error, title) => {
      const { bridge } = await start();
      submit();
      bridge.emit({ signIn: state('failed', error) });
      await settle();
      expect(screen.getByRole('alert').textContent).toContain(title);
      expect(password().value).toBe('correct horse');
      expect(bridge.calls('signIn.submitPassword')).toHaveLength(1);
      submit();
      expect(bridge.calls('signIn.submitPassword')).toHaveLength(2);
    },
  );

  it.each(['plex.addressBlocked', 'plex.browserRequired'] as const)(
    'leads to the browser from what it said, with no password kept: %s',
    async (errorCode) => {
      const { bridge } = await start();
      submit();
      bridge.emit({ signIn: state('failed', { code: errorCode }) });
      await settle();
      expect(password().value).toBe('');
      const alert = screen.getByRole('alert');
      fireEvent.click(within(alert).getByRole('button', { name: 'Sign in with browser' }));
      expect(bridge.calls('signIn.startBrowser')).toEqual([{ forAccountId: undefined }]);
    },
  );

  it('stops where Plex has blocked the address', async () => {
    const { bridge } = await start();
    submit();
    bridge.emit({ signIn: state('failed', { code: 'plex.addressBlocked' }) });
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Too many failed attempts');
    expect(password().matches(':disabled')).toBe(true);
    expect(button('Sign in').matches(':disabled')).toBe(true);
    submit();
    expect(bridge.calls('signIn.submitPassword')).toHaveLength(1);
  });

  it('counts down in its button how long Plex wants to be left alone, and waits', async () => {
    const { bridge } = await start();
    vi.useFakeTimers();
    submit();
    const error = { code: 'plex.rateLimited', retryAfterSeconds: 45 } as const;
    bridge.emit({ signIn: state('failed', error) });
    await vi.advanceTimersByTimeAsync(0);
    expect(button('Try again in 45 s').getAttribute('aria-disabled')).toBe('true');
    // Said once.
    expect(screen.getByRole('alert').textContent).not.toMatch(/\d/);
    await vi.advanceTimersByTimeAsync(43_000);
    expect(button('Try again in 2 s')).toBeDefined();
    submit();
    expect(bridge.calls('signIn.submitPassword')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_250);
    expect(button('Sign in').getAttribute('aria-disabled')).toBeNull();
    submit();
    expect(bridge.calls('signIn.submitPassword')).toHaveLength(2);
  });

  it('can be cancelled while Plex is being asked, and keeps what was typed for another try', async () => {
    const { bridge } = await start();
    submit();
    bridge.emit({ signIn: state('submitting') });
    await settle();
    fireEvent.click(button('Cancel'));
    expect(bridge.calls('signIn.cancel')).toHaveLength(1);
    submit();
    expect(bridge.calls('signIn.submitPassword')).toHaveLength(2);
  });

  it('says what went wrong until there is another answer, and says the same again', async () => {
    const { bridge } = await start();
    submit();
    bridge.emit({ signIn: state('failed', { code: 'network.offline' }) });
    await settle();
    const said = screen.getByRole('alert');
    submit();
    bridge.emit({ signIn: state('submitting') });
    await settle();
    expect(screen.getByRole('alert')).toBe(said);
    bridge.emit({ signIn: state('failed', { code: 'network.offline' }) });
    expect(screen.getByRole('alert')).not.toBe(said);
  });

  it('does not send twice while Plex is being asked', async () => {
    const { bridge } = await start();
    bridge.emit({ signIn: state('submitting') });
    submit();
    expect(bridge.calls('signIn.submitPassword')).toEqual([]);
  });

  it('keeps what was typed while another way is tried', async () => {
    const { bridge } = await start();
    fireEvent.click(button(/^Continue in browser/));
    bridge.emit({
      signIn: { kind: 'browser', attemptId: testData.attemptId('2'), phase: 'starting' },
    });
    expect(screen.queryByLabelText('Password')).toBeNull();
    fireEvent.click(button('Cancel'));
    expect([login().value, password().value]).toEqual([' maja ', 'correct horse']);
    fireEvent.click(button('Other ways to sign in'));
    expect(document.activeElement).toBe(button(/^Use a password/));
    fireEvent.click(button(/^Use a password/));
    expect(password().value).toBe('correct horse');
  });
});

describe('a verification code', () => {
  it('stands alone once Plex asks, has the focus, and is sent with its last digit', async () => {
    const { bridge } = await startWithCode();
    expect(document.activeElement).toBe(code());
    expect(screen.queryByRole('button', { name: /^Use a code/ })).toBeNull();
    type(code(), '123456');
    expect(bridge.calls('signIn.submitPassword')[1]).toEqual({
      ...form,
      verificationCode: '123456',
    });
  });

  it('that is wrong is refused at the code, by name, and only that is typed again', async () => {
    const { bridge } = await startWithCode();
    type(code(), '000000');
    const details = 'Invalid code (code 1029, status 401)';
    bridge.emit({ signIn: state('codeRequired', { code: 'plex.codeWrong', details }) });
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Wrong code');
    expect(code().getAttribute('aria-invalid')).toBe('true');
    expect(code().value).toBe('');
    expect(document.activeElement).toBe(code());
    // What Plex itself said is there on demand, and is not read out.
    expect(screen.getByText(details).closest('details')?.open).toBe(false);
    expect(screen.getByRole('alert').textContent).not.toContain(details);
  });

  it('that nobody answered for stays, and is sent again by hand', async () => {
    const { bridge } = await startWithCode();
    type(code(), '123456');
    await settle();
    bridge.emit({ signIn: state('failed', { code: 'network.offline' }) });
    expect(screen.getByRole('alert').textContent).toContain('Can’t reach Plex');
    expect(code().value).toBe('123456');
    fireEvent.submit(code());
    expect(bridge.calls('signIn.submitPassword')).toHaveLength(3);
  });

  it('can be a backup code, which is not six digits', async () => {
    const { bridge } = await startWithCode();
    type(code(), '123');
    fireEvent.click(button('Use a backup code'));
    const backup = field('Backup code');
    expect(document.activeElement).toBe(backup);
    expect(backup.value).toBe('');
    fireEvent.submit(backup);
    expect(screen.getByRole('alert').textContent).toBe('Enter a backup code.');
    type(backup, ' ab12cd34 ');
    fireEvent.submit(backup);
    expect(bridge.calls('signIn.submitPassword')[1]).toEqual({
      ...form,
      verificationCode: 'ab12cd34',
    });
  });

  it('is left with the arrow for what was typed before', async () => {
    await startWithCode();
    fireEvent.click(button('Back to your password'));
    expect(password().value).toBe('correct horse');
    expect(document.activeElement).toBe(password());
  });
});

describe('password and code', () => {
  it('are gone from the page when the answer is there', async () => {
    const { bridge } = await startWithCode();
    type(code(), '123456');
    bridge.emit({
      signIn: { kind: 'done', accountId: testData.accountId('account-1'), wasReplaced: false },
    });
    expect(password().value).toBe('');
    expect(screen.queryByLabelText('Verification code')).toBeNull();
  });

  it('are gone when signing in is left, and the attempt with them', async () => {
    const { bridge, unmount } = await start();
    submit();
    const left = [password()];
    bridge.emit({ signIn: state('codeRequired') });
    type(code(), '123456');
    left.push(code());
    unmount();
    expect(left.map((input) => input.value)).toEqual(['', '']);
    expect(bridge.calls('signIn.cancel')).toHaveLength(1);
  });

  it('are gone when it is left to mend the keychain, but the token that waits for it is not', async () => {
    const { bridge, unmount } = await start();
    submit();
    bridge.emit({ signIn: state('failed', { code: 'vault.locked' }) });
    const left = password();
    unmount();
    expect(left.value).toBe('');
    expect(bridge.calls('signIn.cancel')).toEqual([]);
  });

  it('are never in the markup', async () => {
    await start();
    expect(document.documentElement.outerHTML).not.toContain('correct horse');
  });

  it('can be looked at', async () => {
    await start();
    fireEvent.click(button('Show password'));
    expect(password().type).toBe('text');
    fireEvent.click(button('Hide password'));
    expect(password().type).toBe('password');
  });

  it('cannot be typed while there is no place to keep a token, which is said once', async () => {
    const { bridge } = await start();
    bridge.emit({
      vault: { kind: 'unusable', error: { code: 'vault.locked' } },
      signIn: state('failed', { code: 'vault.locked' }),
    });
    expect(password().matches(':disabled')).toBe(true);
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });
});
