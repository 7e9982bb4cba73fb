import { children, createUniqueId, Show, type JSX } from 'solid-js';
import type { AppError } from '../../shared/errors.ts';
import { uiText } from '../../shared/words/app.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorState } from './error-state.tsx';
import styles from './dialog.module.css';

interface FormDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: JSX.Element;
  /** What is done with what was typed, as a verb: "Add address". */
  readonly submitLabel: string;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
  /** Why it came to nothing, unless a field says it. */
  readonly error: AppError | null;
  /** What came of it, in place of the form. */
  readonly outcome?: JSX.Element;
  /** Where to go from there, as buttons, the main one last. */
  readonly outcomeActions?: JSX.Element;
  /** The fields. */
  readonly children: JSX.Element;
}

/** Asks for something to be typed, and shows what came of it. */
export function FormDialog(props: FormDialogProps): JSX.Element {
  const formId = createUniqueId();
  const outcome = children(() => props.outcome);
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      title={props.title}
      description={props.description}
      actions={
        <Show
          when={outcome()}
          fallback={
            <>
              <Button onClick={() => props.onClose()}>{uiText().cancel}</Button>
              <Button type="submit" form={formId} kind="filled" isBusy={props.isBusy}>
                {props.submitLabel}
              </Button>
            </>
          }
        >
          {props.outcomeActions}
        </Show>
      }
    >
      <Show
        when={outcome()}
        fallback={
          <form
            id={formId}
            class={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              props.onSubmit();
            }}
          >
            {props.children}
            <Show when={props.error}>{(error) => <ErrorState isInline error={error()} />}</Show>
          </form>
        }
      >
        {outcome()}
      </Show>
    </Dialog>
  );
}
