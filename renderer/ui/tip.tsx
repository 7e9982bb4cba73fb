import { Tooltip } from '@kobalte/core/tooltip';
import type { JSX } from 'solid-js';
import styles from './tip.module.css';

interface TipProps {
  readonly text: string;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
  readonly children: JSX.Element;
}

/** A few more words on hover and focus. What it says must not be needed to use the thing. */
export function Tip(props: TipProps): JSX.Element {
  return (
    <Tooltip placement={props.placement ?? 'top'} openDelay={500} gutter={6}>
      <Tooltip.Trigger as="span" class={styles.trigger}>
        {props.children}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content class={styles.tip}>{props.text}</Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip>
  );
}
