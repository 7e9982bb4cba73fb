import Ban from 'lucide-solid/icons/ban';
import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleHelp from 'lucide-solid/icons/circle-question-mark';
import CircleX from 'lucide-solid/icons/circle-x';
import { Match, Switch, type JSX } from 'solid-js';
import type { TokenFinding } from '../../../shared/model/identification.ts';
import { identifyText } from '../../../shared/words/identify.ts';
import { Chip } from '../../ui/chip.tsx';
import { Spinner } from '../../ui/spinner.tsx';

interface FindingBadgeProps {
  readonly finding: TokenFinding;
}

/** Whether a pasted token is alive, in one word and one shape. */
export function FindingBadge(props: FindingBadgeProps): JSX.Element {
  const isOneOf = (...kinds: readonly TokenFinding['kind'][]): boolean =>
    kinds.includes(props.finding.kind);
  return (
    <Switch>
      <Match when={isOneOf('waiting', 'asking')}>
        <Chip icon={<Spinner />}>{identifyText().isAsking}</Chip>
      </Match>
      <Match when={isOneOf('account', 'server')}>
        <Chip tone="ok" icon={<CircleCheck size={12} aria-hidden="true" />}>
          {identifyText().valid}
        </Chip>
      </Match>
      <Match when={isOneOf('refused')}>
        <Chip tone="danger" icon={<CircleX size={12} aria-hidden="true" />}>
          {identifyText().rejected}
        </Chip>
      </Match>
      <Match when={isOneOf('unknown')}>
        <Chip icon={<CircleHelp size={12} aria-hidden="true" />}>{identifyText().unknown}</Chip>
      </Match>
      <Match when={isOneOf('claimCode', 'localToken', 'notFromPlex')}>
        <Chip icon={<Ban size={12} aria-hidden="true" />}>{identifyText().notSent}</Chip>
      </Match>
    </Switch>
  );
}
