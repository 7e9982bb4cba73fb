import { Show, type JSX } from 'solid-js';
import { passwordSignInText, signInText } from '../../../shared/words/sign-in.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/inline-error.tsx';
import { WaitButton } from '../../ui/wait-button.tsx';
import { Trouble } from './column.tsx';
import type { PasswordField, PasswordFormState } from './password-form.ts';
import styles from './panels.module.css';

export interface PasswordPanelProps {
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

export interface PartProps extends PasswordPanelProps {
  readonly inputs: Inputs;
  readonly onSubmit: (event: SubmitEvent) => void;
}

/** SECURITY: an input that has left the window keeps its text for as long as anything refers to it. */
export function empty(input: HTMLInputElement | undefined): void {
  if (input !== undefined) input.value = '';
}

/** What went wrong with the whole of it, and the browser where that is the way on. */
export function FormTrouble(props: PartProps): JSX.Element {
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
export function Submit(props: PartProps & { readonly note: JSX.Element }): JSX.Element {
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
