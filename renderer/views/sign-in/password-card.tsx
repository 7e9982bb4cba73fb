import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import Lock from 'lucide-solid/icons/lock';
import { createSignal, onCleanup, Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { commonText } from '../../../shared/words/app.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { passwordSignInText, signInText } from '../../../shared/words/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { createPasswordForm, type PasswordField } from './create-password-form.ts';
import { PasswordWait } from './password-wait.tsx';
import { WayCard } from './way-card.tsx';
import styles from './password-card.module.css';

interface PasswordCardProps {
  readonly canStart: boolean;
  /** The account to sign in again to; null to add one. */
  readonly account: AccountSummary | null;
}

export function PasswordCard(props: PasswordCardProps): JSX.Element {
  const usher = useUsher();
  const inputs: { [Key in PasswordField]?: HTMLInputElement } = {};
  // A field that is only now being shown can take the focus after it is there.
  const form = createPasswordForm(
    () => props.account,
    (field) => queueMicrotask(() => inputs[field]?.focus()),
  );
  const [isShown, setIsShown] = createSignal(false);
  const cancel = createAction('signIn.cancel');
  const browser = createAction('signIn.startBrowser');

  // SECURITY: an input that has left the window keeps its text for as long as anything refers to it.
  onCleanup(() => {
    for (const input of [inputs.password, inputs.code]) if (input !== undefined) input.value = '';
  });

  const codeError = () => {
    const error = form.error();
    if (form.missing() === 'code') return passwordSignInText().codeMissing;
    if (error?.code !== 'plex.codeWrong') return null;
    return commonText().withNext(errorText(error).title, errorText(error).nextStep);
  };
  const otherError = () => {
    const error = form.error();
    return error === null || error.code === 'plex.codeWrong' || error.code === 'plex.codeRequired'
      ? null
      : error;
  };

  return (
    <WayCard
      isForm
      icon={<Lock size={18} aria-hidden="true" />}
      title={passwordSignInText().title}
      detail={passwordSignInText().detail}
    >
      <form
        class={styles.form}
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          if (props.canStart) form.submit();
        }}
      >
        <fieldset class={styles.fields} disabled={!props.canStart || form.isBlocked()}>
          <Field
            ref={(element) => (inputs.login = element)}
            label={passwordSignInText().login}
            name="login"
            autocomplete="username"
            dir="auto"
            value={form.value('login')}
            onInput={(value) => form.set('login', value)}
            readonly={form.isSubmitting()}
            error={form.missing() === 'login' ? passwordSignInText().loginMissing : null}
          />
          <Field
            ref={(element) => (inputs.password = element)}
            label={passwordSignInText().password}
            labelEnd={
              <span class={styles.forgot}>
                <TextLink link="plexForgotPassword">{passwordSignInText().forgot}</TextLink>
              </span>
            }
            name="password"
            type={isShown() ? 'text' : 'password'}
            autocomplete="current-password"
            value={form.value('password')}
            onInput={(value) => form.set('password', value)}
            readonly={form.isSubmitting()}
            error={form.missing() === 'password' ? passwordSignInText().passwordMissing : null}
            trailing={
              <IconButton
                size="small"
                label={
                  isShown() ? passwordSignInText().hidePassword : passwordSignInText().showPassword
                }
                icon={
                  <Show when={isShown()} fallback={<Eye size={14} aria-hidden="true" />}>
                    <EyeOff size={14} aria-hidden="true" />
                  </Show>
                }
                onClick={() => setIsShown((was) => !was)}
              />
            }
          />
          <Show when={form.isCodeAsked()}>
            <Field
              ref={(element) => (inputs.code = element)}
              label={passwordSignInText().code}
              hint={passwordSignInText().codeHint}
              name="code"
              isMono
              autocomplete="one-time-code"
              value={form.value('code')}
              onInput={(value) => form.set('code', value)}
              readonly={form.isSubmitting()}
              error={codeError()}
              cause={form.error()}
            />
          </Show>
          <Show when={usher.state.vault.kind !== 'sessionOnly'}>
            <Checkbox
              label={passwordSignInText().rememberMe}
              hint={passwordSignInText().rememberMeHint}
              isChecked={form.rememberMe()}
              onChange={(isChecked) => void form.setRememberMe(isChecked)}
            />
          </Show>
        </fieldset>
        <Show when={otherError()}>
          {(error) => (
            <ErrorState
              isInline
              error={error()}
              actions={
                <Show when={error().code === 'plex.browserRequired'}>
                  <Button
                    size="small"
                    isBusy={browser.isBusy()}
                    onClick={() => void browser.run({ forAccountId: props.account?.id })}
                  >
                    {passwordSignInText().useBrowser}
                  </Button>
                </Show>
              }
            />
          )}
        </Show>
        <Show when={browser.error()}>{(error) => <ErrorState isInline error={error()} />}</Show>
        <PasswordWait waitMs={form.waitMs()} />
        <div class={styles.submit}>
          <Button
            type="submit"
            size="large"
            kind={form.isCodeAsked() ? 'filled' : 'secondary'}
            disabled={!props.canStart || form.isBlocked() || form.waitMs() > 0}
            isBusy={form.isSubmitting()}
          >
            {form.isSubmitting() ? passwordSignInText().submitting : passwordSignInText().submit}
          </Button>
          <Show when={form.isSubmitting()}>
            <Button
              size="large"
              kind="quiet"
              isBusy={cancel.isBusy()}
              onClick={() => void cancel.run({})}
            >
              {signInText().cancel}
            </Button>
          </Show>
        </div>
      </form>
    </WayCard>
  );
}
