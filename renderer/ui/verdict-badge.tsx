import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleHelp from 'lucide-solid/icons/circle-question-mark';
import CircleX from 'lucide-solid/icons/circle-x';
import { Match, Switch, type JSX } from 'solid-js';
import type { Verdict } from '../../shared/model/token.ts';
import { verdictText, type VerdictOn } from '../../shared/words/verdicts.ts';
import { Chip } from './chip.tsx';

interface VerdictBadgeProps {
  readonly verdict: Verdict;
  /** By default an account token. */
  readonly on?: VerdictOn;
}

const tones = { valid: 'ok', rejected: 'danger', unknown: 'neutral' } as const;

/** What is known of a token. Shape and word tell it, not the colour alone. */
export function VerdictBadge(props: VerdictBadgeProps): JSX.Element {
  const text = () => verdictText(props.verdict, props.on);
  return (
    <Chip
      tone={tones[props.verdict.kind]}
      title={text().detail}
      icon={
        <Switch fallback={<CircleHelp size={12} aria-hidden="true" />}>
          <Match when={props.verdict.kind === 'valid'}>
            <CircleCheck size={12} aria-hidden="true" />
          </Match>
          <Match when={props.verdict.kind === 'rejected'}>
            <CircleX size={12} aria-hidden="true" />
          </Match>
        </Switch>
      }
    >
      {text().label}
    </Chip>
  );
}
