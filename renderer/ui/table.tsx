import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import X from 'lucide-solid/icons/x';
import { createContext, For, Index, Show, useContext, type JSX } from 'solid-js';
import { uiText } from '../../shared/words/app.ts';
import { createSummons } from './create-summons.ts';
import { cx } from './cx.ts';
import { Checkbox } from './checkbox.tsx';
import { IconButton } from './icon-button.tsx';
import { animateRows } from './motion.ts';
import { SummonedMenu } from './summoned-menu.tsx';
import styles from './table.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';
import type { MenuEntry } from './whole-menu.tsx';

export interface Column {
  readonly label: string;
  /** As CSS has it: "40%". */
  readonly width?: string;
  /** It says nothing but what every row says too, such as an action. */
  readonly isHidden?: boolean;
  /** Left out where the table is narrower than 640, or than 440: the row says it elsewhere, or can do without. */
  readonly leaves?: 'first' | 'second';
  /** Where the rows can be in its order. */
  readonly sort?: {
    /** Null while they are in that of another one. */
    readonly direction: 'ascending' | 'descending' | null;
    readonly onSort: () => void;
  };
}

interface TableProps {
  /** Its name for readers. */
  readonly label: string;
  readonly columns: readonly Column[];
  /** Of all rows; left out where they cannot be chosen, and null where they only stand below such ones. */
  readonly all?: (Chosen & { readonly isMixed: boolean }) | null;
  /** Its columns are those of a table above it; they are named for readers alone. */
  readonly isHeadHidden?: boolean;
  /** `TableRow`s. */
  readonly children: JSX.Element;
}

interface Chosen {
  /** What is chosen: "All devices". */
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

const TableContext = createContext<Pick<TableProps, 'columns'>>({ columns: [] });

/** Things of one kind with the same few facts of each. */
export function Table(props: TableProps): JSX.Element {
  return (
    <TableContext.Provider value={props}>
      <div class={styles.room}>
        <table class={styles.table} aria-label={props.label}>
          {/* Here and not at the heads, which give no widths where they are hidden. */}
          <colgroup>
            <Show when={props.all !== undefined}>
              <col class={styles.choice} />
            </Show>
            <Index each={props.columns}>
              {(column) => <col class={leaving(column())} style={{ width: column().width }} />}
            </Index>
          </colgroup>
          <thead class={cx(props.isHeadHidden === true && styles.hiddenHead)}>
            <tr class={styles.head}>
              <Show when={props.all !== undefined}>
                <td>
                  <Show when={props.all}>{(all) => <Choice {...all()} />}</Show>
                </td>
              </Show>
              {/* By their places: the one that was pressed keeps the focus. */}
              <Index each={props.columns}>{(column) => <Head column={column()} />}</Index>
            </tr>
          </thead>
          <tbody ref={animateRows}>{props.children}</tbody>
        </table>
      </div>
    </TableContext.Provider>
  );
}

const leaving = ({ leaves }: Column): string | undefined =>
  leaves === undefined ? undefined : styles[leaves];

function Head(props: { readonly column: Column }): JSX.Element {
  const label = () => props.column.label;
  return (
    <th
      scope="col"
      class={leaving(props.column)}
      aria-sort={props.column.sort?.direction ?? undefined}
    >
      <Show
        when={props.column.sort}
        fallback={
          <Show when={props.column.isHidden === true} fallback={label()}>
            <VisuallyHidden>{label()}</VisuallyHidden>
          </Show>
        }
      >
        {(sort) => (
          <button type="button" class={styles.sort} onClick={() => sort().onSort()}>
            {label()}
            <Show when={sort().direction === 'ascending'}>
              <ArrowUp size={14} aria-hidden="true" />
            </Show>
            <Show when={sort().direction === 'descending'}>
              <ArrowDown size={14} aria-hidden="true" />
            </Show>
          </button>
        )}
      </Show>
    </th>
  );
}

interface TableRowProps {
  /** Null where it cannot be chosen, in a table whose others can. */
  readonly chosen?: Chosen | null;
  /** One for each column; an `action` takes the last. */
  readonly cells: readonly JSX.Element[];
  /** What can be done with it, to be seen under the pointer and with the focus. */
  readonly action?: JSX.Element;
  readonly isActionShown?: boolean;
  /** What the row offers at the pointer. */
  readonly menu?: { readonly label: string; readonly items: readonly MenuEntry[] };
}

/** It is chosen by a press anywhere on it, too. */
export function TableRow(props: TableRowProps): JSX.Element {
  const table = useContext(TableContext);
  const { summons, summon } = createSummons();
  const leavingAt = (index: number): string | undefined => {
    const column = table.columns[index];
    return column === undefined ? undefined : leaving(column);
  };
  return (
    <tr
      class={cx(
        styles.row,
        props.chosen?.isChecked === true && styles.chosen,
        props.isActionShown === true && styles.open,
      )}
      onContextMenu={(event) => props.menu && summon(event)}
      onClick={({ target }) => {
        const isOwn = target.closest('button, a, label, input') !== null;
        // Words that are being selected are not pressed.
        if (!isOwn && getSelection()?.isCollapsed !== false)
          props.chosen?.onChange(!props.chosen.isChecked);
      }}
    >
      <Show when={props.chosen !== undefined}>
        <td>
          <Show when={props.chosen}>{(chosen) => <Choice {...chosen()} />}</Show>
        </td>
      </Show>
      <For each={props.cells}>{(cell, index) => <td class={leavingAt(index())}>{cell}</td>}</For>
      <Show when={props.action}>
        <td class={cx(styles.action, leavingAt(table.columns.length - 1))}>
          {props.action}
          <Show when={props.menu}>
            {(menu) => <SummonedMenu {...menu()} summons={summons()} />}
          </Show>
        </td>
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
  readonly onClear: () => void;
}

/** Takes the toolbar's place, at its height, while something is chosen: the rows stay where they are. */
export function SelectionBar(props: SelectionBarProps): JSX.Element {
  return (
    <div class={styles.bar}>
      <IconButton
        size="small"
        label={uiText().clearSelection}
        icon={<X size={16} aria-hidden="true" />}
        onClick={() => props.onClear()}
      />
      <p class={styles.meaning} role="status">
        <strong>{props.count}</strong> <span>{props.meaning}</span>
      </p>
      {props.actions}
    </div>
  );
}
