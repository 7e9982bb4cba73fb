import { fireEvent, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../../shared/errors.ts';
import { ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { PasswordCard } from './password-card.tsx';

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
const submitButton = () => screen.getByRole('button', { name: 'Sign in' });
const settle = () => new Promise((resolve) => setTimeout(resolve));

const form = { login: 'maja', password: 'correct horse', rememberMe: true };
const state = (phase: 'submitting' | 'codeRequired' | 'failed', error: AppError | null = null) =>
  ({ kind: 'password', attemptId: testData.attemptId('1'), phase, error }) as const;

function start() {
  const rendered = renderWithUsher(() => <PasswordCard canStart account={null} />);
  rendered.bridge.answer('signIn.submitPassword', () => ok(null));
  rendered.bridge.answer('signIn.cancel', () => ok(null));
  type(login(), ' maja ');
  type(password(), 'correct horse');
  return rendered;
}

afterEach(() => vi.useRealTimers());

describe('signing in by password', () => {
  it('sends user name and password, and no code before one is asked for', () => {
    const { bridge } = start();
    submit();
    expect(bridge.calls('signIn.submitPassword')).toEqual([{ ...form, verificationCode: null }]);
    expect(screen.queryByLabelText('Verification code')).toBeNull();
  });

  it.each([
    ['Username or email', 'Enter your username or email.'],
    ['Password', 'Enter your password.'],
  ])('asks for what was left out, by its name, and sends nothing: %s', async (left, asked) => {
    const { bridge } = start();
    type(field(left), '');
    submit();
    await settle();
    expect(bridge.calls('signIn.submitPassword')).toEqual([]);
    expect(screen.getByRole('alert').textContent).toBe(asked);
    expect(document.activeElement).toBe(field(left));
  });

  it('shows the code field when Plex asks, puts the focus in it, and keeps the rest', async () => {
    const { bridge } = start();
    submit();
    bridge.emit({ signIn: state('codeRequired') });
    await settle();
    expect(document.activeElement).toBe(code());
    type(code(), ' 123456 ');
    submit();
    expect(bridge.calls('signIn.submitPassword')[1]).toEqual({
      ...form,
      verificationCode: '123456',
    });
  });

  it('stays signed in unless that is not wanted, and says what it means', async () => {
    const { bridge } = start();
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
    submit();
    const notKept = { ...form, rememberMe: false };
    expect(bridge.calls('signIn.submitPassword')).toEqual([
      { ...notKept, verificationCode: null },
      { ...notKept, verificationCode: '123456' },
    ]);
  });

  it('offers to stay signed in only where there is a keychain for it', () => {
    const { bridge } = start();
    bridge.emit({ vault: { kind: 'sessionOnly' } });
    expect(screen.queryByRole('checkbox')).toBeNull();
    submit();
    expect(bridge.calls('signIn.submitPassword')).toHaveLength(1);
  });

  it('shows on demand what Plex itself said of a wrong code', async () => {
    const { bridge } = start();
    submit();
    const details = 'Invalid code (code 1029, status 401)';
    bridge.emit({ signIn: state('codeRequired', { code: 'plex.codeWrong', details }) });
    await settle();
    expect(screen.getByText(details).closest('details')?.open).toBe(false);
    // Read out is the sentence alone.
    expect(screen.getByRole('alert').textContent).not.toContain(details);
  });

  it('refuses a wrong code at the code, by name, and has only that typed again', async () => {
    const { bridge } = start();
    submit();
    bridge.emit({ signIn: state('codeRequired') });
    type(code(), '000000');
    submit();
    bridge.emit({ signIn: state('codeRequired', { code: 'plex.codeWrong' }) });
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Wrong code');
    expect(code().getAttribute('aria-invalid')).toBe('true');
    expect([login().value, password().value, code().value]).toEqual([
      ' maja ',
      'correct horse',
      '',
    ]);
    expect(document.activeElement).toBe(code());
  });

  it('has a wrong password typed again, and keeps the user name', async () => {
    const { bridge } = start();
    submit();
    bridge.emit({ signIn: state('failed', { code: 'plex.badCredentials' }) });
    await settle();
    expect(login().value).toBe(' maja ');
    expect(password().value).toBe('');
    expect(document.activeElement).toBe(password());
    expect(screen.getByRole('alert').textContent).toContain('Wrong username or password');
  });

  it.each([
    [{ code: 'network.offline' }, 'Can’t reach Plex'],
    [{ code: 'network.intercepted' }, 'You may need to sign in to this network'],
    [{ code: 'plex.malformed' }, 'The answer couldn’t be read'],
    [{ code: 'plex.unavailable', status: 502 }, 'Plex is having problems'],
  ] as const)(
    'says why there was no answer (%j), keeps everything, and tries nothing by itself',
    async (error, title) => {
      const { bridge } = start();
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

  it('stops where Plex has blocked the address', async () => {
    const { bridge } = start();
    submit();
    bridge.emit({ signIn: state('failed', { code: 'plex.addressBlocked' }) });
    await settle();
    expect(password().value).toBe('');
    expect(password().matches(':disabled')).toBe(true);
    expect(submitButton().matches(':disabled')).toBe(true);
    expect(screen.getByRole('alert').textContent).toContain('Too many failed attempts');
    submit();
    expect(bridge.calls('signIn.submitPassword')).toHaveLength(1);
  });

  it('leads to the browser where Plex wants this sign-in there, with no password kept', async () => {
    const { bridge } = start();
    bridge.answer('signIn.startBrowser', () => ok(null));
    submit();
    bridge.emit({ signIn: state('failed', { code: 'plex.browserRequired' }) });
    expect(password().value).toBe('');
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Sign in with your browser');
    fireEvent.click(within(alert).getByRole('button', { name: 'Use the browser' }));
    await settle();
    expect(bridge.calls('signIn.startBrowser')).toEqual([{ forAccountId: undefined }]);
  });

  it('shows how long Plex wants to be left alone, and waits', async () => {
    vi.useFakeTimers();
    const { bridge } = start();
    submit();
    const error = { code: 'plex.rateLimited', retryAfterSeconds: 45 } as const;
    bridge.emit({ signIn: state('failed', error) });
    expect(screen.getByRole('timer').textContent).toBe('45 s');
    await vi.advanceTimersByTimeAsync(43_000);
    expect(screen.getByRole('timer').textContent).toBe('2 s');
    expect(submitButton().matches(':disabled')).toBe(true);
    submit();
    expect(bridge.calls('signIn.submitPassword')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_250);
    expect(screen.queryByRole('timer')).toBeNull();
    expect(submitButton().matches(':disabled')).toBe(false);
    submit();
    expect(bridge.calls('signIn.submitPassword')).toHaveLength(2);
  });

  it('can be cancelled while Plex is being asked, and keeps what was typed for another try', async () => {
    const { bridge } = start();
    submit();
    bridge.emit({ signIn: state('submitting') });
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(bridge.calls('signIn.cancel')).toHaveLength(1);
    bridge.emit({ signIn: { kind: 'idle' } });
    submit();
    expect(bridge.calls('signIn.submitPassword')).toHaveLength(2);
  });

  it('does not send twice while Plex is being asked', () => {
    const { bridge } = start();
    bridge.emit({ signIn: state('submitting') });
    submit();
    expect(bridge.calls('signIn.submitPassword')).toEqual([]);
  });
});

describe('password and code', () => {
  it('are gone from the page when the answer is there', () => {
    const { bridge } = start();
    submit();
    bridge.emit({ signIn: state('codeRequired') });
    type(code(), '123456');
    bridge.emit({
      signIn: {
        kind: 'done',
        accountId: testData.accountId('account-1'),
        wasReplaced: false,
      },
    });
    expect(password().value).toBe('');
    expect(screen.queryByLabelText('Verification code')).toBeNull();
  });

  it('are gone when the form is left, and the attempt with them', () => {
    const { bridge, unmount } = start();
    submit();
    bridge.emit({ signIn: state('codeRequired') });
    type(code(), '123456');
    const left = [password(), code()];
    unmount();
    expect(left.map((input) => input.value)).toEqual(['', '']);
    expect(bridge.calls('signIn.cancel')).toHaveLength(1);
  });

  it('are gone when the form is left to mend the keychain, but the token that waits for it is not', () => {
    const { bridge, unmount } = start();
    submit();
    bridge.emit({ signIn: state('failed', { code: 'vault.locked' }) });
    const left = password();
    unmount();
    expect(left.value).toBe('');
    expect(bridge.calls('signIn.cancel')).toEqual([]);
  });

  it('are never in the markup', () => {
    start();
    expect(document.documentElement.outerHTML).not.toContain('correct horse');
  });

  it('can be looked at', () => {
    start();
    fireEvent.click(screen.getByRole('button', { name: 'Show password' }));
    expect(password().type).toBe('text');
    fireEvent.click(screen.getByRole('button', { name: 'Hide password' }));
    expect(password().type).toBe('password');
  });

  it('cannot be typed while there is no place to keep a token', () => {
    renderWithUsher(() => <PasswordCard canStart={false} account={null} />);
    expect(password().matches(':disabled')).toBe(true);
  });
});
