import { Show, type JSX } from 'solid-js';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { useUsher } from '../../state/use-usher.ts';
import { tokenStateText } from '../../../shared/words/tokens.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { createRemaining } from '../../ui/create-remaining.ts';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import styles from './identify-view.module.css';

interface MintedBadgeProps {
  readonly token: TransientTokenSummary;
}

/** What is known by now of a token that was minted here, and the time it has left. */
export function MintedBadge(props: MintedBadgeProps): JSX.Element {
  const usher = useUsher();
  const receivedAt = (): number => usher.state.receivedAt.tokens;
  const remaining = createRemaining(() => props.token.remainingMs, receivedAt);
  return (
    <>
      <Show when={remaining() > 0}>
        <VerdictBadge verdict={props.token.verdict} on="transient" />
      </Show>
      <Show when={props.token.verdict.kind !== 'rejected' || remaining() === 0}>
        <Countdown
          class={styles.soft}
          remainingMs={props.token.remainingMs}
          receivedAt={receivedAt()}
          overText={tokenStateText().expired}
        />
      </Show>
    </>
  );
}
