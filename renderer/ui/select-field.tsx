import { createUniqueId, For, Show, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import styles from './field.module.css';
import selectStyles from './select-field.module.css';

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The first choice, which stands for none; left out where one must be chosen. */
  readonly noneLabel?: string;
}

/** A labelled choice of one among several; the system's own list, which everybody can work. */
export function SelectField(props: SelectFieldProps): JSX.Element {
  const id = createUniqueId();
  return (
    <div class={styles.field}>
      <div class={styles.labelRow}>
        <label for={id} class={styles.label}>
          {props.label}
        </label>
      </div>
      <div class={styles.control}>
        <select
          id={id}
          class={cx(styles.input, selectStyles.select)}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        >
          <Show when={props.noneLabel}>
            <option value="" selected={props.value === ''}>
              {props.noneLabel}
            </option>
          </Show>
          <For each={props.options}>
            {(option) => (
              <option value={option.value} selected={props.value === option.value}>
                {option.label}
              </option>
            )}
          </For>
        </select>
      </div>
    </div>
  );
}
