import { createUniqueId, Show, type JSX } from 'solid-js';
import { cx } from '../../ui/cx.ts';
import styles from '../../ui/field.module.css';
import areaStyles from './paste-field.module.css';

interface PasteFieldProps {
  readonly label: string;
  readonly hint?: JSX.Element;
  /** What is wrong with the text; read out at once. */
  readonly error?: string | null | undefined;
  readonly rows?: number;
  readonly onInput?: () => void;
  /** By Control or Command and Enter, since Enter alone breaks the line. */
  readonly onSubmit?: () => void;
  readonly ref: (element: HTMLTextAreaElement) => void;
}

/** A field for text that is a secret: it is held by the element alone, until the form reads it. */
export function PasteField(props: PasteFieldProps): JSX.Element {
  const id = createUniqueId();
  const hasError = () => props.error !== null && props.error !== undefined;
  const describedBy = () =>
    [hasError() && `${id}-error`, props.hint !== undefined && `${id}-hint`]
      .filter(Boolean)
      .join(' ');
  return (
    <div class={styles.field}>
      <div class={styles.labelRow}>
        <label for={id} class={styles.label}>
          {props.label}
        </label>
      </div>
      <div class={styles.control}>
        <textarea
          ref={(element) => props.ref(element)}
          id={id}
          rows={props.rows ?? 4}
          dir="ltr"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          class={cx(styles.input, styles.mono, areaStyles.area)}
          aria-invalid={hasError() ? 'true' : undefined}
          aria-describedby={describedBy() === '' ? undefined : describedBy()}
          onInput={() => props.onInput?.()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            props.onSubmit?.();
          }}
        />
      </div>
      <Show when={hasError()}>
        <p id={`${id}-error`} class={styles.error} role="alert">
          {props.error}
        </p>
      </Show>
      <Show when={props.hint !== undefined}>
        <p id={`${id}-hint`} class={styles.hint}>
          {props.hint}
        </p>
      </Show>
    </div>
  );
}
