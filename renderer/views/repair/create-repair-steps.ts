import { createMemo, type Accessor } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { useUsher } from '../../state/use-usher.ts';
import { isUnderWay } from '../sign-in/sign-in-panel.tsx';

export interface RepairStep {
  readonly account: AccountSummary;
  readonly state: 'repaired' | 'skipped' | 'current' | 'waiting';
}

interface RepairSteps {
  readonly steps: Accessor<readonly RepairStep[]>;
  /** The one that is offered; null when none is left but those skipped. */
  readonly current: Accessor<AccountSummary | null>;
  readonly repairedCount: Accessor<number>;
}

/** The run as the person sees it: a verdict that is no longer "rejected" is what makes an account repaired. */
export function createRepairSteps(): RepairSteps {
  const usher = useUsher();
  const accounts = createMemo(() =>
    usher.state.repair.accountIds.flatMap(
      (id) => usher.state.accounts.find((account) => account.id === id) ?? [],
    ),
  );
  const isRepaired = (account: AccountSummary): boolean => account.verdict.kind !== 'rejected';
  const isSkipped = ({ id }: AccountSummary): boolean => usher.state.repair.skippedIds.includes(id);

  const current = createMemo(() => {
    const open = accounts().filter((account) => !isRepaired(account));
    const { signIn } = usher.state;
    // A sign-in that is under way is gone on with, such as one that waited over a restart.
    const begun = isUnderWay(signIn)
      ? open.find(({ id }) => id === signIn.forAccountId)
      : undefined;
    return begun ?? open.find((account) => !isSkipped(account)) ?? null;
  });

  const stateOf = (account: AccountSummary): RepairStep['state'] => {
    if (isRepaired(account)) return 'repaired';
    if (account.id === current()?.id) return 'current';
    return isSkipped(account) ? 'skipped' : 'waiting';
  };
  const steps = createMemo(() =>
    accounts().map((account) => ({ account, state: stateOf(account) })),
  );
  return {
    steps,
    current,
    repairedCount: () => steps().filter(({ state }) => state === 'repaired').length,
  };
}
