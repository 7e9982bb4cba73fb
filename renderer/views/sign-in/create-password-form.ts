import {
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  untrack,
  type Accessor,
  type Setter,
} from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { SignInState } from '../../../shared/model/sign-in.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { createRemaining } from '../../ui/create-remaining.ts';

export type PasswordField = 'login' | 'password' | 'code';
type PasswordAttempt = Extract<SignInState, { kind: 'password' }>;

export interface PasswordFormState {
  readonly value: (field: PasswordField) => string;
  readonly set: (field: PasswordField, value: string) => void;
  readonly isCodeAsked: Accessor<boolean>;
  /** On until the person says otherwise. */
  readonly rememberMe: Accessor<boolean>;
  readonly setRememberMe: Setter<boolean>;
  /** The field left empty at the last try. */
  readonly missing: Accessor<PasswordField | null>;
  /** Why Plex said no. */
  readonly error: Accessor<AppError | null>;
  readonly isSubmitting: Accessor<boolean>;
  /** Plex refuses this address: another try would only make it worse. */
  readonly isBlocked: Accessor<boolean>;
  /** Until Plex takes another try; 0 when it does. */
  readonly waitMs: Accessor<number>;
  readonly submit: () => void;
}

/**
 * What is typed to sign in by password. Kept after a failure, but for what Plex refused, which is typed anew.
 * SECURITY: password and code are gone from here once they are of no more use: on success, on a block, and when the
 * form goes. `onFocus` is told the field that needs the person.
 */
export function createPasswordForm(
  account: Accessor<AccountSummary | null>,
  onFocus: (field: PasswordField) => void,
): PasswordFormState {
  const usher = useUsher();
  const action = createAction('signIn.submitPassword');
  const [values, setValues] = createSignal({
    // By e-mail address everybody can sign in; by user name not everybody may (1030).
    login: untrack(() => account()?.email || account()?.username) ?? '',
    password: '',
    code: '',
  });
  const [isCodeAsked, setIsCodeAsked] = createSignal(false);
  const [rememberMe, setRememberMe] = createSignal(true);
  const [missing, setMissing] = createSignal<PasswordField | null>(null);

  const attempt = createMemo<PasswordAttempt | null>(() => {
    const { signIn } = usher.state;
    return signIn.kind === 'password' ? signIn : null;
  });
  const error = () => action.error() ?? attempt()?.error ?? null;
  const change = (some: Partial<Record<PasswordField, string>>) =>
    setValues((all) => ({ ...all, ...some }));
  const wipe = (): void => {
    change({ password: '', code: '' });
    setIsCodeAsked(false);
  };

  createEffect(
    on(attempt, (now) => {
      if (now === null) {
        if (usher.state.signIn.kind === 'done') wipe();
        return;
      }
      if (now.phase === 'codeRequired') {
        setIsCodeAsked(true);
        change({ code: '' });
        onFocus('code');
      } else if (now.phase === 'failed') {
        onFailed(now.error);
      }
    }),
  );

  const onFailed = (failure: AppError | null): void => {
    if (failure?.code === 'plex.badCredentials') {
      wipe();
      onFocus('password');
    } else if (failure?.code === 'plex.emailRequired') {
      onFocus('login');
    } else if (
      failure?.code === 'plex.addressBlocked' ||
      failure?.code === 'plex.browserRequired'
    ) {
      wipe();
    }
  };

  onCleanup(() => {
    wipe();
    // A form that is left is a sign-in given up; nobody would type the code Plex asks for. Where only the keychain failed,
    // it is left to mend that, and main stores the token then.
    const { signIn } = usher.state;
    if (signIn.kind === 'password' && !waitsForKeychain(signIn))
      void usher.request('signIn.cancel', {});
  });

  const askedWaitMs = () => {
    const failure = error();
    return failure?.code === 'plex.rateLimited' ? (failure.retryAfterSeconds ?? 0) * 1000 : 0;
  };
  const waitMs = createRemaining(askedWaitMs, () => usher.state.receivedAt.signIn);
  const isSubmitting = () => action.isBusy() || attempt()?.phase === 'submitting';
  const isBlocked = () => error()?.code === 'plex.addressBlocked';

  return {
    value: (field) => values()[field],
    set: (field, value) => {
      change({ [field]: value });
      setMissing(null);
      // Another account may have no second factor.
      if (field === 'login' && isCodeAsked()) {
        setIsCodeAsked(false);
        change({ code: '' });
      }
    },
    isCodeAsked,
    rememberMe,
    setRememberMe,
    missing,
    error,
    isSubmitting,
    isBlocked,
    waitMs,
    submit: () => {
      if (isSubmitting() || isBlocked() || waitMs() > 0) return;
      const { login, password, code } = values();
      const empty = login.trim() === '' ? 'login' : password === '' ? 'password' : null;
      const firstEmpty = empty ?? (isCodeAsked() && code.trim() === '' ? 'code' : null);
      setMissing(firstEmpty);
      if (firstEmpty !== null) {
        onFocus(firstEmpty);
        return;
      }
      void action.run({
        login: login.trim(),
        password,
        verificationCode: isCodeAsked() ? code.trim() : null,
        rememberMe: rememberMe(),
        forAccountId: account()?.id,
      });
    },
  };
}

const waitsForKeychain = ({ phase, error }: PasswordAttempt): boolean =>
  phase === 'failed' && error?.code.startsWith('vault.') === true;
