import { createEffect, Index, on, Show, type JSX } from 'solid-js';
import { numberText } from '../../shared/words/formats.ts';
import { slideLine } from './motion.ts';
import styles from './tabs.module.css';

interface TabLinksProps {
  /** Names the row for readers. */
  readonly label: string;
  readonly links: readonly {
    readonly label: string;
    /** How many there are behind it, where that is known. */
    readonly count?: number | null | undefined;
    readonly isCurrent: boolean;
    readonly onGo: () => void;
  }[];
}

/** Where the line was when a tab was pressed: what that opens has a row of tabs of its own, at the same place. */
let pressed: { readonly line: DOMRect; readonly atMs: number } | null = null;
/** What is there later than this was opened by something else. */
const opensWithinMs = 500;

/** Tabs that are pages of their own, each with its place in the window. */
export function TabLinks(props: TabLinksProps): JSX.Element {
  let row: HTMLElement | undefined;
  const selected = (): HTMLElement | null => row?.querySelector('[data-selected]') ?? null;
  createEffect(
    on(
      () => props.links.findIndex(({ isCurrent }) => isCurrent),
      () => {
        const tab = selected();
        if (tab !== null && pressed !== null && performance.now() - pressed.atMs < opensWithinMs) {
          slideLine(tab, pressed.line);
        }
        pressed = null;
      },
    ),
  );
  return (
    <nav ref={(element) => (row = element)} class={styles.list} aria-label={props.label}>
      {/* By their places: a count that changes must not take a tab from under the pointer or the focus. */}
      <Index each={props.links}>
        {(link) => (
          <button
            type="button"
            class={styles.tab}
            data-selected={link().isCurrent ? '' : undefined}
            aria-current={link().isCurrent ? 'page' : undefined}
            onClick={() => {
              const line = selected()?.getBoundingClientRect();
              if (line !== undefined) pressed = { line, atMs: performance.now() };
              link().onGo();
            }}
          >
            <span class={styles.words} data-label={link().label}>
              {link().label}
            </span>
            <Show when={link().count}>
              {(count) => (
                <>
                  {' '}
                  <span class={styles.count}>{numberText(count())}</span>
                </>
              )}
            </Show>
          </button>
        )}
      </Index>
    </nav>
  );
}
