import { createVirtualizer, defaultRangeExtractor } from '@tanstack/solid-virtual';
import { createMemo, createSignal, onCleanup, onMount, type Accessor } from 'solid-js';

interface VirtualRow {
  readonly key: string;
  readonly index: number;
  /** From the top of the list. */
  readonly startPx: number;
}

export interface VirtualRows {
  readonly rows: Accessor<readonly VirtualRow[]>;
  readonly heightPx: Accessor<number>;
  /** Told of each row that is made, so that one that is higher than others pushes those below it. */
  readonly measure: (row: HTMLElement) => void;
}

interface VirtualRowsOptions {
  readonly keys: Accessor<readonly string[]>;
  /** The one that exists wherever it is, such as that with the focus. */
  readonly keptIndex: Accessor<number>;
  /** Undefined before it is there. */
  readonly list: () => HTMLElement | undefined;
}

const usualRowPx = 56;
/** Rows beyond either edge, for what scrolls faster than it is drawn. */
const overscan = 4;

/** Which rows of a long list exist: those in sight in the pane that scrolls, and the one with the focus. */
export function createVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const [marginPx, setMarginPx] = createSignal(0);
  const scroller = (): HTMLElement | null => {
    const list = options.list();
    return list?.closest('main') ?? list?.ownerDocument.documentElement ?? null;
  };

  const virtualizer = createVirtualizer({
    get count() {
      return options.keys().length;
    },
    get getItemKey() {
      const keys = options.keys();
      return (index: number) => keys[index] ?? index;
    },
    get rangeExtractor() {
      const kept = options.keptIndex();
      return (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const inSight = defaultRangeExtractor(range);
        return kept < 0 || kept >= range.count || inSight.includes(kept)
          ? inSight
          : [...inSight, kept].toSorted((a, b) => a - b);
      };
    },
    get scrollMargin() {
      return marginPx();
    },
    getScrollElement: scroller,
    estimateSize: () => usualRowPx,
    overscan,
    initialRect: { width: innerWidth, height: innerHeight },
  });

  // What is above the list may grow and wrap.
  onMount(() => {
    const [pane, list] = [scroller(), options.list()];
    if (pane === null || list === undefined) return;
    const place = (): void => {
      const top = pane.getBoundingClientRect().top - pane.scrollTop;
      setMarginPx(Math.max(0, Math.round(list.getBoundingClientRect().top - top)));
    };
    place();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(place);
    for (const child of [pane, ...pane.children]) observer.observe(child);
    onCleanup(() => observer.disconnect());
  });

  const rows = createMemo(() =>
    virtualizer.getVirtualItems().map(({ key, index, start }) => ({
      key: String(key),
      index,
      startPx: start - marginPx(),
    })),
  );

  return {
    rows,
    heightPx: () => virtualizer.getTotalSize(),
    measure: (row) => queueMicrotask(() => virtualizer.measureElement(row)),
  };
}
