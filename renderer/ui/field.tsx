import { createUniqueId, Show, splitProps, type JSX } from 'solid-js';
import type { AppError } from '../../shared/errors.ts';
import { cx } from './cx.ts';
import { ErrorDetails } from './error-details.tsx';
import styles from './field.module.css';

export interface FieldProps extends Omit<
  JSX.InputHTMLAttributes<HTMLInputElement>,
  'class' | 'classList' | 'style' | 'onInput'
> {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: JSX.Element;
  /** What is wrong with the value; read out at once. */
  readonly error?: string | null | undefined;
  /** Where `error` comes from Plex or a server, whose own words stand below it on demand. */
  readonly cause?: AppError | null | undefined;
  /** It is, and what is wrong with it is said elsewhere. */
  readonly isWrong?: boolean;
  /** As the main thing of its page. */
  readonly isLarge?: boolean;
  /** For identifiers, codes and addresses. */
  readonly isMono?: boolean;
  /** A button inside the field, at its end. */
  readonly trailing?: JSX.Element;
  /** At the end of the label's line, such as a link. */
  readonly labelEnd?: JSX.Element;
  readonly class?: string | undefined;
}

/** A labelled text field with hint and error. */
export function Field(props: FieldProps): JSX.Element {
  const id = createUniqueId();
  const [own, rest] = splitProps(props, [
    'label',
    'value',
    'onInput',
    'hint',
    'error',
    'cause',
    'isWrong',
    'isLarge',
    'isMono',
    'trailing',
    'labelEnd',
    'class',
  ]);
  const hasError = () => own.error !== null && own.error !== undefined && own.error !== '';
  const describedBy = () =>
    [hasError() && `${id}-error`, own.hint !== undefined && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class={cx(styles.field, own.class)}>
      <div class={styles.labelRow}>
        <label for={id} class={styles.label}>
          {own.label}
        </label>
        {own.labelEnd}
      </div>
      <div class={cx(styles.control, own.isLarge === true && styles.large)}>
        <input
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          {...rest}
          id={id}
          value={own.value}
          onInput={(event) => own.onInput(event.currentTarget.value)}
          aria-invalid={hasError() || own.isWrong === true ? 'true' : undefined}
          aria-describedby={describedBy() === '' ? undefined : describedBy()}
          class={cx(styles.input, own.isMono === true && styles.mono)}
        />
        {own.trailing}
      </div>
      <Show when={hasError()}>
        <p id={`${id}-error`} class={styles.error} role="alert">
          {own.error}
        </p>
        <ErrorDetails error={own.cause ?? null} />
      </Show>
      <Show when={own.hint !== undefined}>
        <p id={`${id}-hint`} class={styles.hint}>
          {own.hint}
        </p>
      </Show>
    </div>
  );
}
