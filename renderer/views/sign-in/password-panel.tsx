import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import { createEffect, createSignal, on, onCleanup, onMount, Show, type JSX } from 'solid-js';
import { passwordSignInText, signInText } from '../../../shared/words/sign-in.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { OpenedWay } from './column.tsx';
import type { PasswordField } from './password-form.ts';
import {
  empty,
  FormTrouble,
  Submit,
  type PartProps,
  type PasswordPanelProps,
} from './password-parts.tsx';
import { Verification } from './verification.tsx';
import styles from './panels.module.css';

/** User name and password, and in their place the code of a second factor once Plex wants one. */
export function PasswordPanel(props: PasswordPanelProps): JSX.Element {
  const inputs: PartProps['inputs'] = {};
  const focus = (field: PasswordField): void => {
    inputs[field]?.focus();
    // What is typed next takes the place of what was refused.
    inputs[field]?.select();
  };
  onMount(() => {
    if (props.form.isCodeAsked()) focus('code');
    else focus(props.form.value('login') === '' ? 'login' : 'password');
  });
  createEffect(
    on(
      () => props.form.wanted(),
      (wanted) => {
        if (wanted !== null) focus(wanted.field);
      },
      { defer: true },
    ),
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (props.canStart) props.form.submit();
  };
  return (
    <Show
      when={props.form.isCodeAsked()}
      fallback={<PasswordFields {...props} inputs={inputs} onSubmit={submit} />}
    >
      <Verification {...props} inputs={inputs} onSubmit={submit} />
    </Show>
  );
}

function PasswordFields(props: PartProps): JSX.Element {
  const usher = useUsher();
  const [isShown, setIsShown] = createSignal(false);
  const failed = () => props.form.error()?.code;
  onCleanup(() => empty(props.inputs.password));
  return (
    <OpenedWay
      hasField
      title={passwordSignInText().title}
      backLabel={signInText().back}
      onBack={() => props.onBack()}
    >
      <FormTrouble {...props} />
      <form class={styles.form} novalidate onSubmit={(event) => props.onSubmit(event)}>
        <fieldset class={styles.fields} disabled={!props.canStart || props.form.isBlocked()}>
          <Field
            isLarge
            ref={(element) => (props.inputs.login = element)}
            label={passwordSignInText().login}
            name="login"
            autocomplete="username"
            dir="auto"
            value={props.form.value('login')}
            onInput={(value) => props.form.set('login', value)}
            readonly={props.form.isSubmitting()}
            isWrong={failed() === 'plex.emailRequired'}
            error={props.form.missing() === 'login' ? passwordSignInText().loginMissing : null}
          />
          <Field
            isLarge
            ref={(element) => (props.inputs.password = element)}
            label={passwordSignInText().password}
            labelEnd={<TextLink link="plexForgotPassword">{passwordSignInText().forgot}</TextLink>}
            name="password"
            type={isShown() ? 'text' : 'password'}
            autocomplete="current-password"
            value={props.form.value('password')}
            onInput={(value) => props.form.set('password', value)}
            readonly={props.form.isSubmitting()}
            isWrong={failed() === 'plex.badCredentials'}
            error={
              props.form.missing() === 'password' ? passwordSignInText().passwordMissing : null
            }
            trailing={
              <IconButton
                size="small"
                label={
                  isShown() ? passwordSignInText().hidePassword : passwordSignInText().showPassword
                }
                icon={
                  <Show when={isShown()} fallback={<Eye size={16} aria-hidden="true" />}>
                    <EyeOff size={16} aria-hidden="true" />
                  </Show>
                }
                onClick={() => setIsShown((was) => !was)}
              />
            }
          />
          <Show when={usher.state.vault.kind !== 'sessionOnly'}>
            <Checkbox
              label={passwordSignInText().rememberMe}
              hint={passwordSignInText().rememberMeHint}
              isChecked={props.form.rememberMe()}
              onChange={(isChecked) => void props.form.setRememberMe(isChecked)}
            />
          </Show>
        </fieldset>
        <Submit {...props} note={passwordSignInText().sentOnce} />
      </form>
      {props.others}
    </OpenedWay>
  );
}
