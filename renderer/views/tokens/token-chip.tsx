import Ban from 'lucide-solid/icons/ban';
import Check from 'lucide-solid/icons/check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import Clock from 'lucide-solid/icons/clock';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { shortDurationText } from '../../../shared/words/formats.ts';
import { tokenStateText } from '../../../shared/words/tokens.ts';
import { verdictText } from '../../../shared/words/verdicts.ts';
import { useUsher } from '../../state/use-usher.ts';
import { ChipPopover } from '../../ui/chip-popover.tsx';
import { Chip } from '../../ui/chip.tsx';
import { createRemaining } from '../../ui/create-remaining.ts';
import { lastPartMs } from '../../ui/time-bar.tsx';

interface TokenChipProps {
  readonly token: TransientTokenSummary;
  /** Whether the time it has left stands beside it: it tells why a check failed then, and no time. */
  readonly isBesideTime?: boolean;
}

/** What is known of a transient token. */
export function TokenChip(props: TokenChipProps): JSX.Element {
  const usher = useUsher();
  const remaining = createRemaining(
    () => props.token.remainingMs,
    () => usher.state.receivedAt.tokens,
  );
  const says = (word: string): string =>
    props.isBesideTime === true
      ? word
      : tokenStateText().withTime(word, shortDurationText(remaining()));
  const icon = { size: 12, 'stroke-width': 2.25, 'aria-hidden': 'true' } as const;
  const failedCheck = () => {
    const { verdict } = props.token;
    return props.isBesideTime === true && verdict.kind === 'unknown' && verdict.reason !== null;
  };
  return (
    <Switch
      fallback={
        <Chip tone="ok" icon={<Check {...icon} />}>
          {says(tokenStateText().valid)}
        </Chip>
      }
    >
      <Match when={remaining() === 0}>
        <Chip icon={<Clock {...icon} />}>{tokenStateText().expired}</Chip>
      </Match>
      <Match when={props.token.verdict.kind === 'rejected'}>
        <Chip icon={<Ban {...icon} />}>{tokenStateText().noLongerValid}</Chip>
      </Match>
      <Match when={remaining() < lastPartMs}>
        <Chip tone="warn" icon={<Clock {...icon} />}>
          {props.isBesideTime === true
            ? tokenStateText().expiresSoon
            : says(tokenStateText().expires)}
        </Chip>
      </Match>
      <Match when={props.token.verdict.kind === 'unknown'}>
        <Show
          when={failedCheck()}
          fallback={
            <Chip icon={<CircleDashed {...icon} />}>{says(tokenStateText().notChecked)}</Chip>
          }
        >
          <ChipPopover
            icon={<CircleDashed {...icon} />}
            title={tokenStateText().notCheckedTitle}
            text={<p>{verdictText(props.token.verdict, 'transient').detail}</p>}
          >
            {tokenStateText().notChecked}
          </ChipPopover>
        </Show>
      </Match>
    </Switch>
  );
}
