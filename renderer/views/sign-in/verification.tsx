import { createMemo, onCleanup, Show, type JSX } from 'solid-js';
import { commonText } from '../../../shared/words/app.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { passwordSignInText, signInText } from '../../../shared/words/sign-in.ts';
import { CodeCells } from '../../ui/code-cells.tsx';
import { ErrorDetails } from '../../ui/error-details.tsx';
import { Field } from '../../ui/field.tsx';
import { LinkButton } from '../../ui/inline-error.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { OpenedWay } from './column.tsx';
import type { PasswordFormState } from './password-form.ts';
import { empty, FormTrouble, Submit, type PartProps } from './password-parts.tsx';
import styles from './panels.module.css';

const text = () => passwordSignInText().verification;
const codeLength = 6;

/** The code alone: the other ways and what was typed before come back with the arrow. */
export function Verification(props: PartProps): JSX.Element {
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
