import { createUniqueId, Show, type JSX } from 'solid-js';
import styles from './checkbox.module.css';

interface CheckboxProps {
  readonly label: string;
  readonly hint?: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
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
          props.onChange(event.currentTarget.checked);
          // What is chosen is for the owner of the state to say: a change that fails leaves the box as it was.
          event.currentTarget.checked = props.isChecked;
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
