import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import {
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  onMount,
  Show,
  type JSX,
} from 'solid-js';
import { commonText } from '../../../shared/words/app.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { passwordSignInText, signInText } from '../../../shared/words/sign-in.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { CodeCells } from '../../ui/code-cells.tsx';
import { ErrorDetails } from '../../ui/error-details.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LinkButton } from '../../ui/inline-error.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { WaitButton } from '../../ui/wait-button.tsx';
import { OpenedWay, Trouble } from './column.tsx';
import type { PasswordField, PasswordFormState } from './password-form.ts';
import styles from './panels.module.css';

interface PasswordPanelProps {
  readonly form: PasswordFormState;
  /** There is a place to keep what it would bring. */
  readonly canStart: boolean;
  /** Back to the choice between the ways. */
  readonly onBack: () => void;
  readonly onUseBrowser: () => void;
  /** The ways that can be taken instead, below. */
  readonly others: JSX.Element;
}

type Inputs = { [Key in PasswordField]?: HTMLInputElement };

/** User name and password, and in their place the code of a second factor once Plex wants one. */
export function PasswordPanel(props: PasswordPanelProps): JSX.Element {
  const inputs: Inputs = {};
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

/** SECURITY: an input that has left the window keeps its text for as long as anything refers to it. */
function empty(input: HTMLInputElement | undefined): void {
  if (input !== undefined) input.value = '';
}

interface PartProps extends PasswordPanelProps {
  readonly inputs: Inputs;
  readonly onSubmit: (event: SubmitEvent) => void;
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

const text = () => passwordSignInText().verification;
const codeLength = 6;

/** The code alone: the other ways and what was typed before come back with the arrow. */
function Verification(props: PartProps): JSX.Element {
  const login = () => <bdi class={styles.login}>{props.form.value('login')}</bdi>;
  const error = () => {
    if (props.form.missing() === 'code') {
      return props.form.isBackup() ? text().backupMissing : text().missing;
    }
    const failure = props.form.error();
    if (failure?.code !== 'plex.codeWrong') return null;
    return commonText().withNext(errorText(failure).title, errorText(failure).nextStep);
  };
  onCleanup(() => empty(props.inputs.code));
  const isOut = () => !props.canStart || props.form.isBlocked();
  // What is wrong with a code is mended by typing another. After anything else the same one is sent again, by hand.
  const hasFailed = createMemo<boolean>((had) => {
    const failure = props.form.error();
    return had || (failure !== null && failure.code !== 'plex.codeWrong');
  }, false);
  const isSentByHand = () => props.form.isBackup() || hasFailed();
  return (
    <OpenedWay
      hasField
      title={props.form.isBackup() ? text().backupTitle : text().title}
      backLabel={text().back}
      onBack={() => props.form.dropCode()}
    >
      <FormTrouble {...props} />
      <form class={styles.form} novalidate onSubmit={(event) => props.onSubmit(event)}>
        <fieldset class={styles.fields} disabled={isOut()}>
          <Show
            when={props.form.isBackup()}
            fallback={
              <>
                <p class={styles.lead}>{text().lead(login())}</p>
                <CodeCells
                  isLarge
                  ref={(element) => (props.inputs.code = element)}
                  label={text().code}
                  length={codeLength}
                  value={props.form.value('code')}
                  onInput={(value) => props.form.set('code', value)}
                  onComplete={() => {
                    if (props.canStart) props.form.submit();
                  }}
                  isReadonly={props.form.isSubmitting()}
                  error={error()}
                />
              </>
            }
          >
            <p class={styles.lead}>{text().backupLead(login())}</p>
            <Field
              isLarge
              isMono
              ref={(element) => (props.inputs.code = element)}
              label={text().backupCode}
              name="code"
              value={props.form.value('code')}
              onInput={(value) => props.form.set('code', value)}
              readonly={props.form.isSubmitting()}
              error={error()}
            />
          </Show>
          <Show when={error() !== null}>
            <ErrorDetails error={props.form.error()} />
          </Show>
        </fieldset>
        <Show
          when={isSentByHand()}
          fallback={
            <div class={styles.beside}>
              <Show
                when={props.form.isSubmitting()}
                fallback={
                  <>
                    <span class={styles.note}>{text().sendsItself}</span>
                    <OtherKind form={props.form} />
                  </>
                }
              >
                <span class={styles.busy} role="status">
                  <Spinner />
                  {passwordSignInText().submitting}
                </span>
                <LinkButton onClick={() => props.form.cancel()}>{signInText().cancel}</LinkButton>
              </Show>
            </div>
          }
        >
          <Submit {...props} note={<OtherKind form={props.form} />} />
        </Show>
      </form>
    </OpenedWay>
  );
}

/** From the six digits to a backup code, and back. */
function OtherKind(props: { readonly form: PasswordFormState }): JSX.Element {
  return (
    <LinkButton onClick={() => props.form.useBackup(!props.form.isBackup())}>
      {props.form.isBackup() ? text().useApp : text().useBackup}
    </LinkButton>
  );
}

/** What went wrong with the whole of it, and the browser where that is the way on. */
function FormTrouble(props: PartProps): JSX.Element {
  const error = () => {
    const failure = props.form.error();
    if (failure === null) return null;
    // The first two are said at the code; the keychain, where it stands in the way, above the form.
    const isSaidElsewhere =
      failure.code === 'plex.codeWrong' ||
      failure.code === 'plex.codeRequired' ||
      (failure.code.startsWith('vault.') && !props.canStart);
    return isSaidElsewhere ? null : failure;
  };
  const detail = () => {
    switch (error()?.code) {
      case 'plex.badCredentials':
        return (
          <span class={styles.inBanner}>
            {passwordSignInText().noPassword(
              <LinkButton onClick={() => props.onUseBrowser()}>
                {passwordSignInText().useBrowser}
              </LinkButton>,
            )}
          </span>
        );
      case 'plex.browserRequired':
        return passwordSignInText().personCheck;
      case 'plex.rateLimited':
        return passwordSignInText().limited;
      default:
        return undefined;
    }
  };
  const needsBrowser = () =>
    error()?.code === 'plex.addressBlocked' || error()?.code === 'plex.browserRequired';
  return (
    // Made anew, and so read out anew, where the same thing went wrong once more.
    <Show when={error()} keyed>
      {(failure) => (
        <Trouble
          error={failure}
          detail={detail()}
          actions={
            <Show when={needsBrowser()}>
              <Button size="small" onClick={() => props.onUseBrowser()}>
                {signInText().useBrowser}
              </Button>
            </Show>
          }
        />
      )}
    </Show>
  );
}

/** Sends the form, or counts down until Plex takes it again. */
function Submit(props: PartProps & { readonly note: JSX.Element }): JSX.Element {
  const usher = useUsher();
  return (
    <>
      <WaitButton
        type="submit"
        size="large"
        kind="filled"
        class={styles.submit}
        disabled={!props.canStart || props.form.isBlocked()}
        remainingMs={props.form.waitMs()}
        receivedAt={usher.state.receivedAt.signIn}
        waitLabel={signInText().tryAgainIn}
        isBusy={props.form.isSubmitting()}
      >
        {props.form.isSubmitting() ? passwordSignInText().submitting : passwordSignInText().submit}
      </WaitButton>
      <div class={styles.under}>
        <Show
          when={props.form.isSubmitting()}
          fallback={<div class={styles.note}>{props.note}</div>}
        >
          <Button size="small" kind="plain" onClick={() => props.form.cancel()}>
            {signInText().cancel}
          </Button>
        </Show>
      </div>
    </>
  );
}
