import { createUniqueId, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import styles from './field.module.css';

interface TextAreaFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: JSX.Element;
  /** In UTF-16 code units. */
  readonly maxLength: number;
  readonly rows?: number;
}

/** A labelled field for several lines of text. */
export function TextAreaField(props: TextAreaFieldProps): JSX.Element {
  const id = createUniqueId();
  return (
    <div class={styles.field}>
      <div class={styles.labelRow}>
        <label for={id} class={styles.label}>
          {props.label}
        </label>
      </div>
      <div class={styles.control}>
        <textarea
          id={id}
          dir="auto"
          style={{ '--rows': props.rows ?? 5 }}
          maxlength={props.maxLength}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
          class={cx(styles.input, styles.area)}
        />
      </div>
      <p id={`${id}-hint`} class={styles.hint}>
        {props.hint}
      </p>
    </div>
  );
}
