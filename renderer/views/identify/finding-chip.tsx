import Ban from 'lucide-solid/icons/ban';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import X from 'lucide-solid/icons/x';
import { Match, Switch, type JSX } from 'solid-js';
import type { TokenFinding } from '../../../shared/model/identification.ts';
import { identifyText } from '../../../shared/words/identify.ts';
import { Chip } from '../../ui/chip.tsx';
import { Spinner } from '../../ui/spinner.tsx';

/** What whoever has the token can do with it, or why that is nothing or not known. */
export function FindingChip(props: { readonly finding: TokenFinding }): JSX.Element {
  const is = (...kinds: readonly TokenFinding['kind'][]): boolean =>
    kinds.includes(props.finding.kind);
  const icon = { size: 12, 'stroke-width': 2.25, 'aria-hidden': 'true' } as const;
  return (
    <Switch>
      <Match when={is('waiting', 'asking')}>
        <Chip tone="info" icon={<Spinner />}>
          {identifyText().asking}
        </Chip>
      </Match>
      <Match when={is('account')}>
        <Chip tone="danger" icon={<TriangleAlert {...icon} />}>
          {identifyText().wholeAccount}
        </Chip>
      </Match>
      <Match when={is('server')}>
        <Chip tone="warn" icon={<TriangleAlert {...icon} />}>
          {identifyText().oneServer}
        </Chip>
      </Match>
      <Match when={is('refused')}>
        <Chip icon={<X {...icon} />}>{identifyText().rejected}</Chip>
      </Match>
      <Match when={is('unknown')}>
        <Chip icon={<CircleDashed {...icon} />}>{identifyText().unknown}</Chip>
      </Match>
      <Match when={is('claimCode', 'localToken', 'notFromPlex')}>
        <Chip icon={<Ban {...icon} />}>{identifyText().notSent}</Chip>
      </Match>
    </Switch>
  );
}
