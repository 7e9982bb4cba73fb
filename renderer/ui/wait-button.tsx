import { splitProps, type JSX } from 'solid-js';
import { durationText } from '../../shared/words/formats.ts';
import { Button, type ButtonProps } from './button.tsx';
import { createRemaining } from './create-remaining.ts';
import { cx } from './cx.ts';
import styles from './wait-button.module.css';

interface WaitButtonProps extends Omit<ButtonProps, 'disabledReason' | 'aria-disabled'> {
  /** How long it has to wait, as main gave it; 0 where it need not. */
  readonly remainingMs: number;
  /** performance.now() when it was given. */
  readonly receivedAt?: number;
  /** "Try again in 44 s". */
  readonly waitLabel: (left: string) => string;
}

/** A button that is of use only after a while, and counts the while in its own label. */
export function WaitButton(props: WaitButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, [
    'remainingMs',
    'receivedAt',
    'waitLabel',
    'class',
    'children',
  ]);
  const remaining = createRemaining(
    () => own.remainingMs,
    () => own.receivedAt,
  );
  const isWaiting = () => remaining() > 0;
  return (
    <Button
      {...rest}
      class={cx(styles.waits, own.class)}
      aria-disabled={isWaiting() ? 'true' : undefined}
    >
      {isWaiting() ? own.waitLabel(durationText(remaining())) : own.children}
    </Button>
  );
}
