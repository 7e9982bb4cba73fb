import type { JSX } from 'solid-js';
import { createRemaining } from './create-remaining.ts';
import styles from './ring.module.css';

interface CountdownRingProps {
  readonly remainingMs: number;
  readonly totalMs: number;
  readonly receivedAt?: number;
}

const radius = 8;
const length = 2 * Math.PI * radius;

/** The share of time that is left, as a ring; the number beside it says it in words. */
export function CountdownRing(props: CountdownRingProps): JSX.Element {
  const remaining = createRemaining(
    () => props.remainingMs,
    () => props.receivedAt,
  );
  const gone = () => length * (1 - Math.min(1, remaining() / Math.max(1, props.totalMs)));
  return (
    <svg class={styles.ring} viewBox="0 0 20 20" aria-hidden="true">
      <circle class={styles.track} cx="10" cy="10" r={radius} />
      <circle
        class={styles.left}
        cx="10"
        cy="10"
        r={radius}
        transform="rotate(-90 10 10)"
        stroke-dasharray={String(length)}
        stroke-dashoffset={gone()}
      />
    </svg>
  );
}
