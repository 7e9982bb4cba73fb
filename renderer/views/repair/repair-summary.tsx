import CircleCheck from 'lucide-solid/icons/circle-check';
import ListTodo from 'lucide-solid/icons/list-todo';
import { createEffect, Show, type JSX } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import { repairText } from '../../../shared/words/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { RepairStep } from './create-repair-steps.ts';

interface RepairSummaryProps {
  readonly steps: readonly RepairStep[];
  readonly onDone: () => void;
}

/** How the run ended. */
export function RepairSummary(props: RepairSummaryProps): JSX.Element {
  const usher = useUsher();
  const skipped = () =>
    props.steps.filter(({ state }) => state === 'skipped').map(({ account }) => account);
  const title = () =>
    skipped().length === 0
      ? repairText().allRepaired(props.steps.length)
      : repairText().someRepaired(props.steps.length - skipped().length, props.steps.length);
  createEffect(() => usher.announce(title()));
  return (
    <Card>
      <EmptyState
        icon={
          <Show when={skipped().length === 0} fallback={<ListTodo size={24} />}>
            <CircleCheck size={24} />
          </Show>
        }
        title={title()}
        detail={
          skipped().length === 0 ? repairText().allRepairedDetail : repairText().leftOver(skipped())
        }
        actions={
          <Button kind="filled" onClick={() => props.onDone()}>
            {repairText().done}
          </Button>
        }
      />
    </Card>
  );
}
