import Check from 'lucide-solid/icons/check';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import CornerDownLeft from 'lucide-solid/icons/corner-down-left';
import { createMemo, Match, Show, Switch, type JSX } from 'solid-js';
import { createSettled } from './create-settled.ts';
import { cx } from './cx.ts';
import { Menu } from './menu.tsx';
import { Spinner } from './spinner.tsx';
import styles from './split-button.module.css';
import type { MenuEntry, MenuSummons } from './whole-menu.tsx';

interface SplitButtonProps {
  /** What a press does: "Copy token". */
  readonly label: string;
  /** The same with its object, for readers: "Copy token of Attic". */
  readonly name: string;
  /** "Minting…" */
  readonly busyLabel: string;
  /** "Copied" */
  readonly doneLabel: string;
  /** Names the menu's cell. */
  readonly menuLabel: string;
  readonly menu: readonly MenuEntry[];
  /** Opens the menu where what the button belongs to was asked for it. */
  readonly summons?: MenuSummons | null | undefined;
  /** `filled` on the row that Enter acts on, `plain` where it will hardly come to anything. */
  readonly kind?: 'filled' | 'secondary' | 'plain';
  /** In a row, in a page's header, for the one word "Copy" in a row, or for that beside a field. */
  readonly size?: 'row' | 'header' | 'copy' | 'field';
  /** Shows the key. */
  readonly isOnEnter?: boolean;
  readonly isBusy?: boolean;
  /** For a moment after it was done. */
  readonly isDone?: boolean;
  readonly onPress: () => void;
}

/** One verb, and what else can be done with the same thing. As wide as it is whatever it says. */
export function SplitButton(props: SplitButtonProps): JSX.Element {
  const says = createMemo(() =>
    props.isBusy === true ? props.busyLabel : props.isDone === true ? props.doneLabel : props.label,
  );
  const isSettled = createSettled(says);
  const isDone = () => props.isBusy !== true && props.isDone === true;
  return (
    <span
      class={cx(
        styles.split,
        styles[props.size ?? 'row'],
        styles[isDone() && props.kind === 'filled' ? 'secondary' : (props.kind ?? 'secondary')],
      )}
    >
      <button
        type="button"
        class={cx(styles.cell, styles.action, isDone() && styles.done)}
        aria-label={says() === props.label ? props.name : undefined}
        aria-busy={props.isBusy === true ? 'true' : undefined}
        aria-disabled={props.isBusy === true ? 'true' : undefined}
        onClick={() => {
          if (props.isBusy !== true && isSettled()) props.onPress();
        }}
      >
        <Switch>
          <Match when={props.isBusy === true}>
            <Spinner />
          </Match>
          <Match when={isDone()}>
            <Check size={14} stroke-width={2.25} aria-hidden="true" />
          </Match>
        </Switch>
        <span class={styles.words}>{says()}</span>
        <Show when={props.isOnEnter === true && says() === props.label}>
          <CornerDownLeft
            size={12}
            stroke-width={2.25}
            class={styles.key ?? ''}
            aria-hidden="true"
          />
        </Show>
      </button>
      <Menu
        label={props.menuLabel}
        icon={<ChevronDown size={14} stroke-width={2.25} aria-hidden="true" />}
        items={props.menu}
        summons={props.summons}
        triggerClass={cx(styles.cell, styles.more)}
      />
    </span>
  );
}
