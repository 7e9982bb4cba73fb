import { Popover } from '@kobalte/core/popover';
import { children, Show, type JSX } from 'solid-js';
import type { ChipProps } from './chip.tsx';
import { cx } from './cx.ts';
import { takeFocus, type StandIn } from './stand-in.ts';
import styles from './chip.module.css';

export interface ChipPopoverProps extends Omit<ChipProps, 'title'> {
  /** What the chip's word means, in a few words. */
  readonly title: string;
  readonly text: JSX.Element;
  /** The way on, as links or buttons. */
  readonly ways?: JSX.Element;
}

interface WholeChipPopoverProps extends Pick<ChipPopoverProps, 'icon' | 'title' | 'text' | 'ways'> {
  readonly tone: ChipProps['tone'];
  /** Of the chip, and what is on it. */
  readonly triggerClass: string | undefined;
  readonly children: JSX.Element;
  readonly before: StandIn;
}

/** A chip with its popover, on Kobalte. */
export function WholeChipPopover(props: WholeChipPopoverProps): JSX.Element {
  const ways = children(() => props.ways);
  return (
    <Popover placement="bottom-start" gutter={6} defaultOpen={props.before.isPressed}>
      <Popover.Trigger
        ref={(trigger: HTMLElement) => takeFocus(trigger, props.before)}
        class={props.triggerClass}
        type="button"
      >
        {props.children}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content class={styles.popover}>
          <span class={cx(styles.sign, props.tone === 'danger' && styles.signOfDanger)}>
            {props.icon}
          </span>
          <Popover.Title class={styles.title}>{props.title}</Popover.Title>
          <Popover.Description as="div" class={styles.text}>
            {props.text}
          </Popover.Description>
          <Show when={ways()}>
            <div class={styles.ways}>{ways()}</div>
          </Show>
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  );
}
