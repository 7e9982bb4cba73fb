import { createUniqueId, For, Show, type JSX } from 'solid-js';
import type { Result } from '../../shared/result.ts';
import { cx } from './cx.ts';
import styles from './field.module.css';
import selectStyles from './select-field.module.css';

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  /** A promise where the change can fail; the field then goes back to what holds. */
  readonly onChange: (value: string) => Promise<Result<unknown>> | undefined;
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
          onChange={(event) => {
            const select = event.currentTarget;
            // What holds is read after the change, on purpose.
            // eslint-disable-next-line solid/reactivity
            void props.onChange(select.value)?.then(({ ok }) => {
              if (!ok) select.value = props.value;
            });
          }}
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
