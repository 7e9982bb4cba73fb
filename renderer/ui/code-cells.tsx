import { createSignal, createUniqueId, For, Show, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './code-cells.module.css';

interface CodeCellsProps {
  readonly label: string;
  readonly value: string;
  readonly length: number;
  readonly onInput: (value: string) => void;
  /** With the last digit, so that nothing has to be pressed after it. */
  readonly onComplete: (code: string) => void;
  readonly error?: string | null | undefined;
  /** While what was typed is on its way. */
  readonly isReadonly?: boolean;
  readonly ref?: (element: HTMLInputElement) => void;
  /** Shown as dots. */
  readonly isSecret?: boolean;
  /** As the one thing on its page, which has its name in sight already. */
  readonly isLarge?: boolean;
}

/** A code of digits, a cell each. It is one field: what is pasted fills all of it, and a reader finds one thing. */
export function CodeCells(props: CodeCellsProps): JSX.Element {
  const id = createUniqueId();
  const [isFocused, setIsFocused] = createSignal(false);
  const hasError = () => props.error !== null && props.error !== undefined && props.error !== '';
  const cells = () => Array.from(props.value.padEnd(props.length));
  const isCurrent = (index: number) =>
    isFocused() && index === Math.min(props.value.length, props.length - 1);

  const take = (input: HTMLInputElement): void => {
    const digits = input.value.replace(/\D/g, '').slice(0, props.length);
    input.value = digits;
    const isNew = digits !== props.value;
    props.onInput(digits);
    if (isNew && digits.length === props.length) props.onComplete(digits);
  };

  return (
    <div class={styles.field}>
      <label for={id} class={styles.label}>
        <Show when={props.isLarge} fallback={props.label}>
          <VisuallyHidden>{props.label}</VisuallyHidden>
        </Show>
      </label>
      <div class={cx(styles.cells, props.isLarge === true && styles.large)}>
        <For each={cells()}>
          {(digit, index) => (
            <span
              class={cx(
                styles.cell,
                isCurrent(index()) && styles.current,
                hasError() && styles.wrong,
              )}
              aria-hidden="true"
            >
              {props.isSecret === true && digit !== ' ' ? '•' : digit.trim()}
              <Show when={isCurrent(index()) && digit === ' '}>
                <span class={styles.caret} />
              </Show>
            </span>
          )}
        </For>
        <input
          ref={(element) => props.ref?.(element)}
          id={id}
          type={props.isSecret === true ? 'password' : 'text'}
          class={styles.input}
          inputmode="numeric"
          autocomplete={props.isSecret === true ? 'off' : 'one-time-code'}
          spellcheck={false}
          value={props.value}
          readonly={props.isReadonly}
          aria-invalid={hasError() ? 'true' : undefined}
          aria-describedby={hasError() ? `${id}-error` : undefined}
          onInput={(event) => take(event.currentTarget)}
          onFocus={(event) => {
            setIsFocused(true);
            // Typing goes on behind what is there: the cell that is marked is the one that is filled.
            const end = event.currentTarget.value.length;
            event.currentTarget.setSelectionRange(end, end);
          }}
          onBlur={() => setIsFocused(false)}
        />
      </div>
      <Show when={hasError()}>
        <p id={`${id}-error`} class={styles.error} role="alert">
          {props.error}
        </p>
      </Show>
    </div>
  );
}
