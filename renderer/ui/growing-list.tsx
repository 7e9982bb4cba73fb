import {
  createComputed,
  createSignal,
  For,
  onCleanup,
  Show,
  type Accessor,
  type JSX,
} from 'solid-js';
import { Button } from './button.tsx';
import styles from './growing-list.module.css';
import { animateRows } from './motion.ts';

interface GrowingListProps<Item> {
  readonly items: readonly Item[];
  /** The list's name for a reader, where no heading gives it one. */
  readonly label?: string;
  readonly class?: string | undefined;
  /** The words of the button that shows so many more. */
  readonly moreLabel: (count: number) => string;
  /** Further list items, after the last row. */
  readonly rest?: JSX.Element;
  /** A row, as a list item. */
  readonly children: (item: Item) => JSX.Element;
}

// More than a screen holds; a thousand rows made at once would keep the window waiting.
const rowsAtOnce = 60;

/** A list whose further rows are made when the person comes near them. */
export function GrowingList<Item>(props: GrowingListProps<Item>): JSX.Element {
  const growth = createGrowth(() => props.items);
  return (
    <>
      <ul ref={animateRows} aria-label={props.label} class={props.class}>
        <For each={growth.shown()}>{(item) => props.children(item)}</For>
        {props.rest}
      </ul>
      <MoreRows growth={growth} label={props.moreLabel} />
    </>
  );
}

interface Growth<Item> {
  readonly shown: Accessor<readonly Item[]>;
  readonly limit: Accessor<number>;
  readonly hiddenCount: Accessor<number>;
  readonly grow: () => void;
}

/** As many of the items as the person has come near to. `MoreRows` has to stand after them. */
export function createGrowth<Item>(items: Accessor<readonly Item[]>): Growth<Item> {
  const [limit, setLimit] = createSignal(rowsAtOnce);
  // Never more than there are: a list that was searched through is not made whole at once when it is long again.
  createComputed(() => {
    const most = Math.max(rowsAtOnce, items().length);
    setLimit((rows) => Math.min(rows, most));
  });
  return {
    shown: () => items().slice(0, limit()),
    limit,
    hiddenCount: () => Math.max(0, items().length - limit()),
    grow: () => void setLimit((rows) => rows + rowsAtOnce),
  };
}

interface MoreRowsProps {
  readonly growth: Growth<unknown>;
  readonly label: (count: number) => string;
}

/** Where the rows end that were made so far: coming near makes more, as does its button. */
export function MoreRows(props: MoreRowsProps): JSX.Element {
  const growWhenNear = (element: HTMLElement): void => {
    if (typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) props.growth.grow();
      },
      { rootMargin: '800px' },
    );
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  };
  const count = () => Math.min(props.growth.hiddenCount(), rowsAtOnce);
  return (
    // Keyed by the limit: an observer tells of a change only, and the end may be in sight still.
    <Show when={props.growth.hiddenCount() > 0 && props.growth.limit()} keyed>
      <div ref={growWhenNear} class={styles.more}>
        <Button onClick={() => props.growth.grow()}>{props.label(count())}</Button>
      </div>
    </Show>
  );
}
