import { createMemo, For, Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { RevocationReport as Report } from '../../../shared/model/device.ts';
import { useUsher } from '../../state/use-usher.ts';
import { deviceText } from '../../../shared/words/devices.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Banner } from '../../ui/banner.tsx';
import { TokenRepair } from '../account/token-repair.tsx';
import type { DeviceActions } from './create-device-actions.ts';
import styles from './devices-view.module.css';
import { reportLines } from './report-lines.ts';
import { reportTitle } from './report-title.ts';

interface RevocationReportProps {
  readonly report: Report;
  readonly account: AccountSummary;
  readonly desk: DeviceActions;
}

const text = () => deviceText().report;

/** What is gone, what is not and why, and the way to go on with the rest. */
export function RevocationReport(props: RevocationReportProps): JSX.Element {
  const usher = useUsher();
  const lines = createMemo(() => reportLines(props.report));
  const remaining = () => [
    ...props.report.untried,
    ...props.report.stillThere,
    ...props.report.refused.map(({ device }) => device),
  ];
  const isWell = () => lines().length === 0 && !props.report.isSignedOutHere;
  const isRejected = () => props.report.error?.code === 'token.rejected';

  return (
    <>
      <Banner
        tone={isWell() ? 'info' : 'warn'}
        title={reportTitle(props.report, props.account.title)}
        detail={
          <>
            <Show when={props.report.isSignedOutHere}>
              <p>{text().signedOutDetail}</p>
            </Show>
            <Show when={isWell()}>
              <p>{text().allGoneDetail(props.report.gone.length)}</p>
            </Show>
            <ul class={styles.lines}>
              <For each={lines()}>
                {(line) => (
                  <li>
                    <span class={styles.lineLabel}>{line.label}:</span>{' '}
                    <For each={line.names}>
                      {(name, index) => (
                        <>
                          <bdi>{name}</bdi>
                          {index() < line.names.length - 1 ? ', ' : ''}
                        </>
                      )}
                    </For>
                    <Show when={line.moreCount > 0}> {deviceText().andMore(line.moreCount)}</Show>
                  </li>
                )}
              </For>
            </ul>
            <div class={styles.next}>
              <Show
                when={!props.report.isSignedOutHere}
                fallback={
                  <TokenRepair account={props.account} error={{ code: 'token.rejected' }} />
                }
              >
                <Show when={remaining().length > 0 && !isRejected()}>
                  <Button
                    size="small"
                    isBusy={props.desk.isBusy()}
                    onClick={() => props.desk.revoke(remaining().map(({ id }) => id))}
                  >
                    {text().goOn(remaining().length)}
                  </Button>
                </Show>
              </Show>
            </div>
          </>
        }
        onDismiss={() =>
          void usher.request('devices.endRevocation', { accountId: props.account.id })
        }
      />
      <Show when={props.report.error}>
        {(error) => (
          <ErrorState
            isInline
            error={error()}
            actions={<TokenRepair account={props.account} error={error()} />}
          />
        )}
      </Show>
    </>
  );
}
