import {
  createEffect,
  createMemo,
  For,
  Match,
  on,
  onMount,
  Show,
  Switch,
  type JSX,
} from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { repairText } from '../../../shared/words/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SignInPanel } from '../sign-in/sign-in-panel.tsx';
import { createRepairSteps } from './create-repair-steps.ts';
import { RepairRow } from './repair-row.tsx';
import { RepairSummary } from './repair-summary.tsx';
import styles from './repair-view.module.css';

/** Accounts that Plex has signed out, signed in again one after the other. */
export function RepairView(): JSX.Element {
  const usher = useUsher();
  const start = createAction('repair.start');
  const skip = createAction('repair.skip');
  const takeUp = createAction('repair.takeUp');
  const end = createAction('repair.end');
  const run = createRepairSteps();
  let section: HTMLHeadingElement | undefined;

  onMount(() => void start.run({}));

  const currentId = createMemo(() => run.current()?.id ?? null);
  createEffect(
    on(
      currentId,
      (now, before) => {
        // The next one is offered where the last one was.
        if (now !== null && before !== null) queueMicrotask(() => section?.focus());
      },
      { defer: true },
    ),
  );

  const stop = async (): Promise<void> => {
    const first = run.steps()[0]?.account;
    await end.run({});
    usher.navigate(
      first === undefined ? { view: 'signIn' } : { view: 'account', accountId: first.id },
    );
  };
  const pass = (account: AccountSummary): void => {
    if (usher.state.signIn.forAccountId === account.id) void usher.request('signIn.cancel', {});
    void skip.run({ accountId: account.id });
  };

  return (
    <div class={styles.view}>
      <PageHeader title={repairText().title} description={repairText().lead} />
      <Show
        when={run.steps().length > 0}
        fallback={
          <Card>
            <EmptyState title={repairText().nothing.title} detail={repairText().nothing.detail} />
          </Card>
        }
      >
        <Card class={styles.run}>
          <div class={styles.progress}>
            <span id="repair-progress">
              {repairText().progress(run.repairedCount(), run.steps().length)}
            </span>
            <progress
              class={styles.bar}
              aria-labelledby="repair-progress"
              max={run.steps().length}
              value={run.repairedCount()}
            />
          </div>
          <ul class={styles.list} aria-label={repairText().list}>
            <For each={run.steps()}>
              {(step) => (
                <RepairRow
                  step={step}
                  onTakeUp={() => void takeUp.run({ accountId: step.account.id })}
                />
              )}
            </For>
          </ul>
        </Card>
        <Switch fallback={<RepairSummary steps={run.steps()} onDone={() => void stop()} />}>
          <Match when={run.current()}>
            {(current) => (
              <section class={styles.current} aria-labelledby="repair-current">
                <header class={styles.head}>
                  <h2 id="repair-current" tabindex={-1} ref={(element) => (section = element)}>
                    <bdi>{repairText().current(current().title)}</bdi>
                  </h2>
                  <div class={styles.actions}>
                    <Button size="small" onClick={() => pass(current())}>
                      {repairText().skip}
                    </Button>
                    <Button size="small" kind="quiet" onClick={() => void stop()}>
                      {repairText().stop}
                    </Button>
                  </div>
                </header>
                <SignInPanel
                  account={current()}
                  isShowing={usher.state.signIn.forAccountId === current().id}
                />
              </section>
            )}
          </Match>
        </Switch>
      </Show>
    </div>
  );
}
