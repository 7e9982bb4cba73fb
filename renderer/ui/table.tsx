import { For, Show, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import { Checkbox } from './checkbox.tsx';
import styles from './table.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

interface TableProps {
  /** Its name for readers. */
  readonly label: string;
  readonly columns: readonly {
    readonly label: string;
    /** As CSS has it: "40%". */
    readonly width?: string;
    /** It says nothing but what every row says too, such as an action. */
    readonly isHidden?: boolean;
  }[];
  /** Of all rows; left out where they cannot be chosen. */
  readonly all?: Chosen & { readonly isMixed: boolean };
  /** `TableRow`s. */
  readonly children: JSX.Element;
}

interface Chosen {
  /** What is chosen: "All devices". */
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

/** Things of one kind with the same few facts of each. */
export function Table(props: TableProps): JSX.Element {
  return (
    <table class={styles.table} aria-label={props.label}>
      <thead>
        <tr class={styles.head}>
          <Show when={props.all}>
            {(all) => (
              <th class={styles.choice}>
                <Choice {...all()} />
              </th>
            )}
          </Show>
          <For each={props.columns}>
            {(column) => (
              <th scope="col" style={{ width: column.width }}>
                <Show when={column.isHidden === true} fallback={column.label}>
                  <VisuallyHidden>{column.label}</VisuallyHidden>
                </Show>
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

interface TableRowProps {
  readonly chosen?: Chosen;
  readonly cells: readonly JSX.Element[];
  /** What can be done with it, to be seen under the pointer and with the focus. */
  readonly action?: JSX.Element;
}

export function TableRow(props: TableRowProps): JSX.Element {
  return (
    <tr class={cx(styles.row, props.chosen?.isChecked === true && styles.chosen)}>
      <Show when={props.chosen}>
        {(chosen) => (
          <td class={styles.choice}>
            <Choice {...chosen()} />
          </td>
        )}
      </Show>
      <For each={props.cells}>{(cell) => <td>{cell}</td>}</For>
      <Show when={props.action}>
        <td class={styles.action}>{props.action}</td>
      </Show>
    </tr>
  );
}

/** The name is for readers alone: the row says whose it is. */
function Choice(props: Chosen & { readonly isMixed?: boolean }): JSX.Element {
  return (
    <span class={styles.bare}>
      <Checkbox
        label={props.label}
        isChecked={props.isChecked}
        isMixed={props.isMixed === true}
        onChange={(isChecked) => {
          props.onChange(isChecked);
          return undefined;
        }}
      />
    </span>
  );
}

interface SelectionBarProps {
  /** "2 devices selected" */
  readonly count: string;
  /** What the action will mean for them. */
  readonly meaning?: string;
  readonly actions: JSX.Element;
}

/** Takes the toolbar's place, at its height, while something is chosen: the rows stay where they are. */
export function SelectionBar(props: SelectionBarProps): JSX.Element {
  return (
    <div class={styles.bar} role="status">
      <strong>{props.count}</strong>
      <span class={styles.meaning}>{props.meaning}</span>
      {props.actions}
    </div>
  );
}
