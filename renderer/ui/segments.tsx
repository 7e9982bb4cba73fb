import { createUniqueId, Index, Show, type JSX } from 'solid-js';
import styles from './segments.module.css';

interface SegmentsProps {
  /** What is chosen, for readers: "Show servers". */
  readonly label: string;
  readonly value: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly count?: number;
  }[];
  readonly onChange: (value: string) => void;
}

/** A choice of one among a few that are all to be seen: radio buttons, worked by the arrow keys as those are. */
export function Segments(props: SegmentsProps): JSX.Element {
  const name = createUniqueId();
  return (
    <div role="radiogroup" aria-label={props.label} class={styles.track}>
      {/* By their places: a count that changes must not take one from under the pointer or the focus. */}
      <Index each={props.options}>
        {(option) => (
          <label class={styles.segment}>
            <input
              type="radio"
              class={styles.radio}
              name={name}
              value={option().value}
              checked={option().value === props.value}
              onChange={() => props.onChange(option().value)}
            />
            {option().label}{' '}
            <Show when={option().count !== undefined}>
              <span class={styles.count}>{option().count}</span>
            </Show>
          </label>
        )}
      </Index>
    </div>
  );
}
