import { createMemo, type JSX } from 'solid-js';
import { durationText, shortDurationText } from '../../shared/words/formats.ts';
import { createRemaining } from './create-remaining.ts';
import { cx } from './cx.ts';
import styles from './countdown.module.css';

interface CountdownProps {
  /** As main gave it. */
  readonly remainingMs: number;
  /** performance.now() when it was given (`usher.state.receivedAt…`). */
  readonly receivedAt?: number;
  /** Shown in place of the time once none is left. */
  readonly overText?: string;
  /** In its largest unit alone, where a bar beside it shows the rest. */
  readonly isShort?: boolean;
  readonly class?: string | undefined;
}

/** Time left, in figures that do not jump. A timer without live announcements: a reader asks when it wants to know. */
export function Countdown(props: CountdownProps): JSX.Element {
  const remaining = createRemaining(
    () => props.remainingMs,
    () => props.receivedAt,
  );
  const text = createMemo(() => {
    if (remaining() === 0 && props.overText !== undefined) return props.overText;
    return props.isShort === true ? shortDurationText(remaining()) : durationText(remaining());
  });
  return (
    <span role="timer" aria-live="off" class={cx(styles.countdown, props.class)}>
      {text()}
    </span>
  );
}
