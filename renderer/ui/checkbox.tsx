import { createEffect, createUniqueId, Show, type JSX } from 'solid-js';
import type { Result } from '../../shared/result.ts';
import { cx } from './cx.ts';
import styles from './checkbox.module.css';

interface ToggleProps {
  readonly label: string;
  readonly hint?: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  /** A promise where the change can fail; the box then goes back to what holds. */
  readonly onChange: (isChecked: boolean) => Promise<Result<unknown>> | undefined;
}

interface CheckboxProps extends ToggleProps {
  /** Some of what it stands for is chosen; a press chooses all of it. */
  readonly isMixed?: boolean;
}

/** One thing among others, or a yes to something that is done later. */
export function Checkbox(props: CheckboxProps): JSX.Element {
  return <Toggle {...props} look={styles.checkbox} />;
}

/** Something that is on or off, and is so at once. */
export function Switch(props: ToggleProps): JSX.Element {
  return <Toggle {...props} look={styles.switch} role="switch" />;
}

function Toggle(
  props: CheckboxProps & { readonly look: string | undefined; readonly role?: 'switch' },
): JSX.Element {
  const id = createUniqueId();
  return (
    <div class={cx(styles.toggle, props.role === 'switch' && styles.setting)}>
      <input
        ref={(box) => {
          createEffect(() => {
            box.indeterminate = props.isMixed === true;
          });
        }}
        id={id}
        type="checkbox"
        role={props.role}
        class={cx(styles.box, props.look)}
        checked={props.isChecked}
        disabled={props.isDisabled}
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
      <div class={styles.words}>
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
