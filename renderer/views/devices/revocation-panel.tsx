import { createEffect, createMemo, Match, on, Switch, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { Revocation } from '../../../shared/model/device.ts';
import { useUsher } from '../../state/use-usher.ts';
import { deviceText } from '../../../shared/words/devices.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { cx } from '../../ui/cx.ts';
import type { DeviceActions } from './create-device-actions.ts';
import styles from './devices-view.module.css';
import { RevocationReport } from './revocation-report.tsx';

interface RevocationPanelProps {
  readonly account: AccountSummary;
  readonly desk: DeviceActions;
}

const text = () => deviceText().running;

/** How far a revocation is, and how it ended. */
export function RevocationPanel(props: RevocationPanelProps): JSX.Element {
  const phase = <Phase extends Revocation['phase']>(wanted: Phase) => {
    const revocation = props.desk.revocation();
    return revocation !== null && isPhase(revocation, wanted) ? revocation : null;
  };
  const isThere = createMemo(() => props.desk.revocation() !== null);
  let panel: HTMLDivElement | undefined;
  // What the person has pressed is gone or can't be pressed by now: the focus goes on to what comes of it, and with the
  // focus what is in sight.
  createEffect(on(isThere, (is) => is && panel?.focus(), { defer: true }));

  return (
    <div
      class={cx(styles.panel, isThere() && styles.present)}
      tabindex={-1}
      ref={(element) => (panel = element)}
    >
      <Switch>
        <Match when={phase('revoking')}>
          {(running) => <Running running={running()} accountId={props.account.id} />}
        </Match>
        <Match when={phase('proving')}>
          {(proving) => (
            <Card class={styles.running}>
              <Progress
                title={text().proving}
                detail={text().provingDetail}
                value={proving().totalCount}
                max={proving().totalCount}
              />
            </Card>
          )}
        </Match>
        <Match when={phase('over')}>
          {(report) => (
            <RevocationReport report={report()} account={props.account} desk={props.desk} />
          )}
        </Match>
      </Switch>
    </div>
  );
}

interface RunningProps {
  readonly running: Extract<Revocation, { phase: 'revoking' }>;
  readonly accountId: AccountSummary['id'];
}

function Running(props: RunningProps): JSX.Element {
  const usher = useUsher();
  const detail = () => {
    const { current } = props.running;
    return current === null ? text().starting : (current.name ?? deviceText().unnamed);
  };
  return (
    <Card class={styles.running}>
      <Progress
        title={text().title(props.running.doneCount, props.running.totalCount)}
        detail={detail()}
        value={props.running.doneCount}
        max={props.running.totalCount}
      />
      <Button
        isBusy={props.running.isStopping}
        onClick={() => void usher.request('devices.endRevocation', { accountId: props.accountId })}
      >
        {props.running.isStopping ? text().stopping : text().stop}
      </Button>
    </Card>
  );
}

interface ProgressProps {
  readonly title: string;
  readonly detail: string;
  readonly value: number;
  readonly max: number;
}

function Progress(props: ProgressProps): JSX.Element {
  return (
    <div class={styles.progress}>
      <p class={styles.progressTitle}>{props.title}</p>
      <progress
        class={styles.bar}
        aria-label={text().progress}
        value={props.value}
        max={props.max}
      />
      <p class={styles.progressDetail}>
        <bdi>{props.detail}</bdi>
      </p>
    </div>
  );
}

const isPhase = <Phase extends Revocation['phase']>(
  revocation: Revocation,
  phase: Phase,
): revocation is Extract<Revocation, { phase: Phase }> => revocation.phase === phase;
