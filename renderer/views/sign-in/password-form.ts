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
  /** Plex wants a second factor for what was typed; it stands alone then. */
  readonly isCodeAsked: Accessor<boolean>;
  /** A code that was kept for the day the other device is not there; it has no six digits. */
  readonly isBackup: Accessor<boolean>;
  readonly useBackup: (isBackup: boolean) => void;
  /** On until the person says otherwise. */
  readonly rememberMe: Accessor<boolean>;
  readonly setRememberMe: Setter<boolean>;
  /** The field left empty at the last try. */
  readonly missing: Accessor<PasswordField | null>;
  /** Why Plex said no. It stands until the next answer, so that nothing moves below the pointer that sends it again. */
  readonly error: Accessor<AppError | null>;
  readonly isSubmitting: Accessor<boolean>;
  /** Plex refuses this address: another try would only make it worse. */
  readonly isBlocked: Accessor<boolean>;
  /** How long Plex wanted to be left alone when it said so; 0 where it takes another try. */
  readonly waitMs: Accessor<number>;
  readonly submit: () => void;
  /** Stops asking Plex; what is typed stays. */
  readonly cancel: () => void;
  /** Back to user name and password. */
  readonly dropCode: () => void;
  /** Back to the choice between the ways; what is typed stays. */
  readonly leave: () => void;
  /** The field that needs the person, said again each time it does. */
  readonly wanted: Accessor<{ readonly field: PasswordField } | null>;
}

/**
 * What is typed to sign in by password. It outlives its fields: neither a failure nor another way that was tried meanwhile
 * has it typed again.
 * SECURITY: password and code are gone from here once they are of no more use: on success, where Plex wants another way,
 * and when signing in is left.
 */
export function createPasswordForm(account: Accessor<AccountSummary | null>): PasswordFormState {
  const usher = useUsher();
  const action = createAction('signIn.submitPassword');
  const empty = () => ({
    // By e-mail address everybody can sign in; by user name not everybody may (1030).
    login: untrack(() => account()?.email || account()?.username) ?? '',
    password: '',
    code: '',
  });
  const [values, setValues] = createSignal(empty());
  const [isCodeAsked, setIsCodeAsked] = createSignal(false);
  const [isBackup, setIsBackup] = createSignal(false);
  const [rememberMe, setRememberMe] = createSignal(true);
  const [missing, setMissing] = createSignal<PasswordField | null>(null);
  const [wanted, setWanted] = createSignal<{ readonly field: PasswordField } | null>(null);

  const attempt = createMemo<PasswordAttempt | null>(() => {
    const { signIn } = usher.state;
    return signIn.kind === 'password' ? signIn : null;
  });
  const failure = () => action.error() ?? attempt()?.error ?? null;
  const change = (some: Partial<Record<PasswordField, string>>) =>
    setValues((all) => ({ ...all, ...some }));
  const dropCode = (): void => {
    change({ code: '' });
    setIsCodeAsked(false);
    setIsBackup(false);
    setMissing(null);
  };
  const wipe = (): void => {
    change({ password: '' });
    dropCode();
  };
  const want = (field: PasswordField): void => void setWanted({ field });

  createEffect(
    on([attempt, () => usher.state.signIn.kind], ([now, kind]) => {
      if (kind === 'done') wipe();
      else if (kind === 'otherUser') {
        // It was somebody else's, and has nothing to do with this account.
        wipe();
        setValues(empty());
      }
      if (now?.phase === 'failed') onFailed(now.error);
      // After a reload there is nothing left that the code could go with.
      if (now?.phase === 'codeRequired' && values().password !== '') {
        setIsCodeAsked(true);
        change({ code: '' });
        want('code');
      }
    }),
  );

  const onFailed = (said: AppError | null): void => {
    if (said?.code === 'plex.badCredentials') {
      dropCode();
      want('password');
    } else if (said?.code === 'plex.emailRequired') {
      dropCode();
      want('login');
    } else if (said?.code === 'plex.addressBlocked' || said?.code === 'plex.browserRequired') {
      wipe();
    }
  };

  onCleanup(() => {
    wipe();
    // Signing in is left, and nobody would type the code Plex asks for. Where only the keychain failed, it is left to mend
    // that, and main stores the token then.
    const { signIn } = usher.state;
    if (signIn.kind === 'password' && !waitsForKeychain(signIn)) cancel();
  });

  const cancel = (): void => void usher.request('signIn.cancel', {});
  const waitMs = () => {
    const said = failure();
    return said?.code === 'plex.rateLimited' ? (said.retryAfterSeconds ?? 0) * 1000 : 0;
  };
  const leftMs = createRemaining(waitMs, () => usher.state.receivedAt.signIn);
  const isSubmitting = () => action.isBusy() || attempt()?.phase === 'submitting';
  const isBlocked = () => failure()?.code === 'plex.addressBlocked';
  const error = createMemo<AppError | null>((last) => (isSubmitting() ? last : failure()), null);

  return {
    value: (field) => values()[field],
    set: (field, value) => {
      change({ [field]: value });
      setMissing(null);
    },
    isCodeAsked,
    isBackup,
    useBackup: (isOn) => {
      change({ code: '' });
      setMissing(null);
      setIsBackup(isOn);
      // A code that was refused says nothing of the other kind.
      if (failure()?.code === 'plex.codeWrong') cancel();
      want('code');
    },
    rememberMe,
    setRememberMe,
    missing,
    error,
    isSubmitting,
    isBlocked,
    waitMs,
    wanted,
    cancel,
    submit: () => {
      if (isSubmitting() || isBlocked() || leftMs() > 0) return;
      const { login, password, code } = values();
      const firstEmpty =
        (login.trim() === '' && 'login') ||
        (password === '' && 'password') ||
        (isCodeAsked() && code.trim() === '' && 'code') ||
        null;
      setMissing(firstEmpty);
      if (firstEmpty !== null) {
        want(firstEmpty);
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
    dropCode: () => {
      dropCode();
      want('password');
      // What it failed of was the code, which is not asked for any more.
      if (attempt() !== null) cancel();
    },
    leave: () => {
      dropCode();
      // One that failed is over, and what it failed of is still so when the person comes back.
      if (attempt() !== null && attempt()?.phase !== 'failed') cancel();
    },
  };
}

const waitsForKeychain = ({ phase, error }: PasswordAttempt): boolean =>
  phase === 'failed' && error?.code.startsWith('vault.') === true;
