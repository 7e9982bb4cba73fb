import { createSignal, Show, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { commonText, uiText } from '../../../shared/words/app.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { InlineError, LinkButton } from '../../ui/inline-error.tsx';
import type { Pin } from './create-pin.ts';
import type { ServerCopy } from './create-server-copy.ts';
import styles from './server-trouble.module.css';

interface ServerTroubleProps {
  readonly server: ServerSummary;
  readonly copy: ServerCopy;
  readonly pin: Pin;
  /** On a page with room for all of it. */
  readonly isWhole?: boolean;
}

/** Below a server's name, why what was asked of it came to nothing, or what to know of what is on the clipboard. */
export function ServerTrouble(props: ServerTroubleProps): JSX.Element {
  return (
    <>
      <Show when={props.copy.error()} keyed>
        {(error) => <CopyError error={error} copy={props.copy} isWhole={props.isWhole === true} />}
      </Show>
      <Show when={props.copy.isUnchecked()}>
        <div class={styles.trouble}>
          <InlineError
            tone="warn"
            actions={
              <LinkButton onClick={() => props.copy.dismiss()}>{uiText().dismiss}</LinkButton>
            }
          >
            {commonText().sentence(uiText().copiedUnchecked)}
          </InlineError>
        </div>
      </Show>
      <Show when={props.pin.error()}>
        {(error) => (
          <div class={styles.trouble}>
            <InlineError>{commonText().sentence(errorText(error()).title)}</InlineError>
          </div>
        )}
      </Show>
    </>
  );
}

function CopyError(props: {
  readonly error: AppError;
  readonly copy: ServerCopy;
  readonly isWhole: boolean;
}): JSX.Element {
  // eslint-disable-next-line solid/reactivity -- how it begins
  const [isLong, setIsLong] = createSignal(props.isWhole);
  const words = () => errorText(props.error);
  return (
    <div class={styles.trouble}>
      <InlineError
        actions={
          <>
            <LinkButton onClick={() => props.copy.tryAgain()}>{uiText().tryAgain}</LinkButton>
            <Show when={!isLong()}>
              <LinkButton onClick={() => setIsLong(true)}>{uiText().details}</LinkButton>
            </Show>
            <LinkButton onClick={() => props.copy.dismiss()}>{uiText().dismiss}</LinkButton>
          </>
        }
      >
        {commonText().sentence(words().title)}
        <Show when={isLong()}>
          {' '}
          {words().detail} {words().nextStep} {props.error.details}
        </Show>
      </InlineError>
    </div>
  );
}
