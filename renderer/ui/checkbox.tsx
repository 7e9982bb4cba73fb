import { createUniqueId, Show, type JSX } from 'solid-js';
import type { Result } from '../../shared/result.ts';
import styles from './checkbox.module.css';

interface CheckboxProps {
  readonly label: string;
  readonly hint?: string;
  readonly isChecked: boolean;
  /** A promise where the change can fail; the box then goes back to what holds. */
  readonly onChange: (isChecked: boolean) => Promise<Result<unknown>> | undefined;
}

export function Checkbox(props: CheckboxProps): JSX.Element {
  const id = createUniqueId();
  return (
    <div class={styles.checkbox}>
      <input
        id={id}
        type="checkbox"
        class={styles.box}
        checked={props.isChecked}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          const box = event.currentTarget;
          // The new state may come after the answer, so only a failure goes back. What holds is read then, on purpose.
          // eslint-disable-next-line solid/reactivity
          void props.onChange(box.checked)?.then(({ ok }) => {
            if (!ok) box.checked = props.isChecked;
          });
        }}
      />
      <div>
        <label for={id}>{props.label}</label>
        <Show when={props.hint}>
          <p id={`${id}-hint`} class={styles.hint}>
            {props.hint}
          </p>
        </Show>
      </div>
    </div>
  );
}
