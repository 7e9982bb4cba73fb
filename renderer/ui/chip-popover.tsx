import { Popover } from '@kobalte/core/popover';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import { children, Show, splitProps, type JSX } from 'solid-js';
import type { ChipProps } from './chip.tsx';
import { cx } from './cx.ts';
import styles from './chip.module.css';

interface ChipPopoverProps extends Omit<ChipProps, 'title'> {
  /** What the chip's word means, in a few words. */
  readonly title: string;
  readonly text: JSX.Element;
  /** The way on, as links or buttons. */
  readonly ways?: JSX.Element;
}

/** A chip whose word needs an explanation: it opens the text, and what can be done about it. */
export function ChipPopover(props: ChipPopoverProps): JSX.Element {
  const [own, chip] = splitProps(props, ['title', 'text', 'ways']);
  const ways = children(() => own.ways);
  return (
    <Popover placement="bottom-start" gutter={6}>
      <Popover.Trigger
        class={cx(styles.chip, styles[chip.tone ?? 'neutral'], styles.opens)}
        type="button"
      >
        {chip.icon}
        <span class={styles.words}>{chip.children}</span>
        <ChevronDown size={12} stroke-width={2.25} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content class={styles.popover}>
          <Popover.Title class={styles.title}>{own.title}</Popover.Title>
          <Popover.Description as="div" class={styles.text}>
            {own.text}
          </Popover.Description>
          <Show when={ways()}>
            <div class={styles.ways}>{ways()}</div>
          </Show>
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  );
}
