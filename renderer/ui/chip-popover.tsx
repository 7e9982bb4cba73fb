import ChevronDown from 'lucide-solid/icons/chevron-down';
import { Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { cx } from './cx.ts';
import { onDemand } from './on-demand.ts';
import { createStandIn } from './stand-in.ts';
import type { ChipPopoverProps } from './whole-chip-popover.tsx';
import styles from './chip.module.css';

/** Kobalte's brings its whole positioning, and a view is there before anybody opens one. */
const wholeChipPopover = onDemand(
  async () => (await import('./whole-chip-popover.tsx')).WholeChipPopover,
);

/** A chip whose word needs an explanation: it opens the text, and what can be done about it. */
export function ChipPopover(props: ChipPopoverProps): JSX.Element {
  const standIn = createStandIn(wholeChipPopover);
  const look = () => cx(styles.chip, styles[props.tone ?? 'neutral'], styles.opens);
  const content = () => (
    <>
      {props.icon}
      <span class={styles.words}>{props.children}</span>
      <ChevronDown size={12} stroke-width={2.25} aria-hidden="true" />
    </>
  );
  return (
    <Show
      when={wholeChipPopover.component()}
      fallback={
        <button
          type="button"
          class={look()}
          aria-haspopup="dialog"
          aria-expanded="false"
          {...standIn.handlers}
        >
          {content()}
        </button>
      }
    >
      {(component) => (
        <Dynamic
          component={component()}
          icon={props.icon}
          tone={props.tone}
          title={props.title}
          text={props.text}
          ways={props.ways}
          triggerClass={look()}
          before={standIn.before}
        >
          {content()}
        </Dynamic>
      )}
    </Show>
  );
}
