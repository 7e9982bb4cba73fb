import Check from 'lucide-solid/icons/check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import X from 'lucide-solid/icons/x';
import { Match, Switch, type JSX } from 'solid-js';
import type { Verdict } from '../../shared/model/token.ts';
import { verdictText, type VerdictOn } from '../../shared/words/verdicts.ts';
import { Chip } from './chip.tsx';

interface VerdictBadgeProps {
  readonly verdict: Verdict;
  /** By default an account token. */
  readonly on?: VerdictOn;
}

const icon = { size: 12, 'stroke-width': 2.25, 'aria-hidden': 'true' } as const;
const tones = { valid: 'ok', rejected: 'danger', unknown: 'neutral' } as const;

/** What is known of a token. Shape and word tell it, not the colour alone. */
export function VerdictBadge(props: VerdictBadgeProps): JSX.Element {
  const text = () => verdictText(props.verdict, props.on);
  return (
    <Chip
      tone={tones[props.verdict.kind]}
      title={text().detail}
      icon={
        <Switch fallback={<CircleDashed {...icon} />}>
          <Match when={props.verdict.kind === 'valid'}>
            <Check {...icon} />
          </Match>
          <Match when={props.verdict.kind === 'rejected'}>
            <X {...icon} />
          </Match>
        </Switch>
      }
    >
      {text().label}
    </Chip>
  );
}
