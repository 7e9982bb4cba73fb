import { createComputed, createSignal, For, onCleanup, Show, type JSX } from 'solid-js';
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
  const [limit, setLimit] = createSignal(rowsAtOnce);
  const grow = (): void => void setLimit((rows) => rows + rowsAtOnce);
  // Never more than there are: a list that was searched through is not made whole at once when it is long again.
  createComputed(() => {
    const most = Math.max(rowsAtOnce, props.items.length);
    setLimit((rows) => Math.min(rows, most));
  });
  const hiddenCount = () => Math.max(0, props.items.length - limit());

  const growWhenNear = (element: HTMLElement): void => {
    if (typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) grow();
      },
      { rootMargin: '800px' },
    );
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  };

  return (
    <>
      <ul ref={animateRows} aria-label={props.label} class={props.class}>
        <For each={props.items.slice(0, limit())}>{(item) => props.children(item)}</For>
        {props.rest}
      </ul>
      {/* Keyed by the limit: an observer tells of a change only, and the end may be in sight still. */}
      <Show when={hiddenCount() > 0 && limit()} keyed>
        <div ref={growWhenNear} class={styles.more}>
          <Button onClick={grow}>{props.moreLabel(Math.min(hiddenCount(), rowsAtOnce))}</Button>
        </div>
      </Show>
    </>
  );
}
