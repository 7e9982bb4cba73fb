import type { JSX } from 'solid-js';
import { createRemaining } from './create-remaining.ts';
import { cx } from './cx.ts';
import styles from './time-bar.module.css';

interface TimeBarProps {
  /** As main gave it. */
  readonly remainingMs: number;
  /** performance.now() when it was given. */
  readonly receivedAt?: number;
  readonly totalMs: number;
  /** In a row of a half card. */
  readonly isThin?: boolean;
}

/** From here on it is about to be over, and says so. */
export const lastPartMs = 2 * 60 * 60 * 1000;

/** How much of its time is left; the words beside it say it. */
export function TimeBar(props: TimeBarProps): JSX.Element {
  const remaining = createRemaining(
    () => props.remainingMs,
    () => props.receivedAt,
  );
  const share = () => Math.min(1, remaining() / Math.max(1, props.totalMs));
  return (
    <div class={cx(styles.track, props.isThin === true && styles.thin)} aria-hidden="true">
      <div
        class={cx(styles.left, remaining() < lastPartMs && styles.last)}
        style={{ width: `${(share() * 100).toFixed(1)}%` }}
      />
    </div>
  );
}
