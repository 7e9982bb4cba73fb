import { createUniqueId, Show, type JSX } from 'solid-js';
import styles from './checkbox.module.css';

interface CheckboxProps {
  readonly label: string;
  readonly hint?: string;
  readonly isChecked: boolean;
  /** A promise where the change can fail; when it is over, the box shows what holds. */
  readonly onChange: (isChecked: boolean) => unknown;
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
          // Read after the change on purpose: it is what holds then.
          // eslint-disable-next-line solid/reactivity
          void Promise.resolve(props.onChange(box.checked)).then(() => {
            // A change that failed leaves the box as it was.
            box.checked = props.isChecked;
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
