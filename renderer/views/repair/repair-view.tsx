import ArrowRight from 'lucide-solid/icons/arrow-right';
import Check from 'lucide-solid/icons/check';
import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import ListTodo from 'lucide-solid/icons/list-todo';
import SkipForward from 'lucide-solid/icons/skip-forward';
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
import { Dynamic } from 'solid-js/web';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { repairText } from '../../../shared/words/sign-in.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SignInPanel } from '../sign-in/sign-in-panel.tsx';
import { AppRepairList, createAppRows } from './app-repair.tsx';
import { createRepairSteps, type RepairStep } from './create-repair-steps.ts';
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

  const apps = createAppRows();
  /** No account has to be signed in to again, only programs have lost their tokens. */
  const isOfApps = () => run.steps().length === 0 && apps.rows().length > 0;

  onMount(() => {
    void start.run({});
    if (usher.state.appTokens.length > 0) void usher.request('appToken.refresh', {});
  });

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
    const then = isOfApps() ? 'apps' : 'signIn';
    await end.run({});
    usher.navigate(first === undefined ? { view: then } : { view: 'account', accountId: first.id });
  };
  const pass = (account: AccountSummary): void => {
    if (usher.state.signIn.forAccountId === account.id) void usher.request('signIn.cancel', {});
    void skip.run({ accountId: account.id });
  };

  return (
    <div class={styles.view}>
      <PageHeader
        title={isOfApps() ? repairText().apps.page : repairText().title}
        {...(isOfApps() ? {} : { description: repairText().lead })}
        actions={
          <Show when={run.current()}>
            <Button onClick={() => void stop()}>{repairText().stop}</Button>
          </Show>
        }
      />
      <Show
        when={run.steps().length > 0}
        fallback={
          <Show
            when={apps.rows().length > 0}
            fallback={
              <Card>
                <EmptyState
                  title={repairText().nothing.title}
                  detail={repairText().nothing.detail}
                />
              </Card>
            }
          >
            <AppRepairList apps={apps} onDone={() => void stop()} />
          </Show>
        }
      >
        <div class={styles.run}>
          <Steps
            steps={run.steps()}
            repairedCount={run.repairedCount()}
            appCount={run.current() === null ? 0 : apps.rows().length}
            onTakeUp={({ id }) => void takeUp.run({ accountId: id })}
          />
          <Switch fallback={<Summary steps={run.steps()} onDone={() => void stop()} />}>
            <Match when={run.current()}>
              {(current) => (
                <section class={styles.current} aria-labelledby="repair-current">
                  <header class={styles.head}>
                    <h2 id="repair-current" tabindex={-1} ref={(element) => (section = element)}>
                      <bdi>{repairText().current(current().title)}</bdi>
                    </h2>
                    <Button size="small" onClick={() => pass(current())}>
                      {repairText().skip}
                    </Button>
                  </header>
                  <SignInPanel
                    account={current()}
                    isShowing={usher.state.signIn.forAccountId === current().id}
                  />
                </section>
              )}
            </Match>
            <Match when={apps.rows().length > 0}>
              <AppRepairList apps={apps} onDone={() => void stop()} />
            </Match>
          </Switch>
        </div>
      </Show>
    </div>
  );
}

interface StepsProps {
  readonly steps: readonly RepairStep[];
  readonly repairedCount: number;
  /** How many programs are to get new tokens afterwards. */
  readonly appCount: number;
  readonly onTakeUp: (account: AccountSummary) => void;
}

/** Whose turn it is, and how far the run has come. */
function Steps(props: StepsProps): JSX.Element {
  return (
    <div class={styles.steps}>
      <div class={styles.progress}>
        <span id="repair-progress">
          {repairText().progress(props.repairedCount, props.steps.length)}
        </span>
        <progress
          class={styles.bar}
          aria-labelledby="repair-progress"
          max={props.steps.length}
          value={props.repairedCount}
        />
      </div>
      <ul class={styles.list} aria-label={repairText().list}>
        <For each={props.steps}>
          {(step) => <StepRow step={step} onTakeUp={() => props.onTakeUp(step.account)} />}
        </For>
      </ul>
      <Show when={props.appCount > 0}>
        <p class={styles.then}>{repairText().apps.then(props.appCount)}</p>
      </Show>
    </div>
  );
}

const marks = {
  repaired: { tone: 'ok', icon: Check },
  skipped: { tone: 'warn', icon: SkipForward },
  current: { tone: 'info', icon: ArrowRight },
  waiting: { tone: 'neutral', icon: CircleDashed },
} as const;

function StepRow(props: { readonly step: RepairStep; readonly onTakeUp: () => void }): JSX.Element {
  const mark = () => marks[props.step.state];
  return (
    <li class={styles.row} aria-current={props.step.state === 'current' ? 'step' : undefined}>
      <Avatar name={props.step.account.title} path={props.step.account.avatarPath} />
      <div class={styles.who}>
        <span class={styles.name} title={props.step.account.title}>
          <bdi>{props.step.account.title}</bdi>
        </span>
        <Chip
          tone={mark().tone}
          icon={<Dynamic component={mark().icon} size={12} aria-hidden="true" />}
        >
          {repairText().states[props.step.state]}
        </Chip>
      </div>
      <Show when={props.step.state === 'skipped'}>
        <Button
          size="small"
          aria-label={repairText().takeUpLabel(props.step.account.title)}
          onClick={() => props.onTakeUp()}
        >
          {repairText().takeUp}
        </Button>
      </Show>
    </li>
  );
}

interface SummaryProps {
  readonly steps: readonly RepairStep[];
  readonly onDone: () => void;
}

/** How the run ended. */
function Summary(props: SummaryProps): JSX.Element {
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
