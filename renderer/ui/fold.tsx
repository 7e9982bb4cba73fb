import ChevronRight from 'lucide-solid/icons/chevron-right';
import { children, createSignal, createUniqueId, Show, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import styles from './fold.module.css';

interface FoldProps {
  readonly title: string;
  /** What there is to know without unfolding it. */
  readonly summary?: JSX.Element;
  /** What unfolds it too, and says how much there is: "All 6 addresses". */
  readonly moreLabel?: string;
  /** Why it cannot be unfolded, which its summary says to everyone. */
  readonly disabledReason?: string | undefined;
  /** Small buttons at the end of its line. */
  readonly actions?: JSX.Element;
  readonly ref?: (section: HTMLElement) => void;
  readonly children: JSX.Element;
}

/** One line of a card that says the most of its subject, and unfolds the rest; a landmark with a heading for readers. */
export function Fold(props: FoldProps): JSX.Element {
  const id = createUniqueId();
  const [isOpen, setIsOpen] = createSignal(false);
  const actions = children(() => props.actions);
  let title: HTMLButtonElement | undefined;
  const toggle = (): void => {
    if (props.disabledReason === undefined) setIsOpen((open) => !open);
  };
  return (
    <section
      ref={(element) => props.ref?.(element)}
      class={styles.fold}
      aria-labelledby={`${id}-title`}
    >
      <div class={styles.line}>
        <h2 class={styles.title}>
          <button
            ref={(button) => (title = button)}
            id={`${id}-title`}
            type="button"
            class={styles.toggle}
            aria-expanded={isOpen()}
            aria-controls={`${id}-content`}
            aria-disabled={props.disabledReason === undefined ? undefined : 'true'}
            aria-describedby={props.disabledReason === undefined ? undefined : `${id}-reason`}
            onClick={toggle}
          >
            <ChevronRight
              size={16}
              class={cx(styles.chevron, isOpen() && styles.open)}
              aria-hidden="true"
            />
            {props.title}
          </button>
        </h2>
        <div class={styles.summary}>
          {props.summary}
          <Show when={props.disabledReason}>
            {(reason) => <span id={`${id}-reason`}>{reason()}</span>}
          </Show>
        </div>
        <div class={styles.actions}>
          <Show when={!isOpen() && props.moreLabel}>
            {(label) => (
              <button
                type="button"
                class={styles.more}
                onClick={() => {
                  toggle();
                  // It is gone once all is shown.
                  title?.focus();
                }}
              >
                {label()}
              </button>
            )}
          </Show>
          {actions()}
        </div>
      </div>
      <div id={`${id}-content`} class={styles.content} hidden={!isOpen()}>
        <Show when={isOpen()}>{props.children}</Show>
      </div>
    </section>
  );
}
