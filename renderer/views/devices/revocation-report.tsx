import { For, Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { RevocationReport as Report } from '../../../shared/model/device.ts';
import { deviceText } from '../../../shared/words/devices.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Banner } from '../../ui/banner.tsx';
import { DoctorButton } from '../../ui/doctor-button.tsx';
import { WaitButton } from '../../ui/wait-button.tsx';
import { TokenRepair } from '../account/token-repair.tsx';
import type { DeviceActions } from './create-device-actions.ts';
import { reportLines, reportTitle } from './report-lines.ts';

interface RevocationReportProps {
  readonly account: AccountSummary;
  readonly desk: DeviceActions;
}

const text = () => deviceText().report;

/** What is not gone and why, and the way to go on with it: not before the time that Plex has named. */
export function RevocationReport(props: RevocationReportProps): JSX.Element {
  const usher = useUsher();
  return (
    <Show when={props.desk.report()}>
      {(report) => (
        <Banner
          tone="warn"
          title={reportTitle(report(), props.account.title)}
          detail={
            <>
              <Show when={reasonOf(report())}>{(reason) => <p>{reason()}</p>}</Show>
              <For each={reportLines(report())}>{(line) => <p>{line}</p>}</For>
            </>
          }
          actions={<Actions {...props} report={report()} />}
          onDismiss={() =>
            void usher.request('devices.endRevocation', { accountId: props.account.id })
          }
        />
      )}
    </Show>
  );
}

const reasonOf = ({ error, isSignedOutHere }: Report): string | null => {
  if (isSignedOutHere) return text().signedOutDetail;
  if (error === null) return null;
  return error.code === 'plex.rateLimited' ? text().limited : errorText(error).title;
};

function Actions(props: RevocationReportProps & { readonly report: Report }): JSX.Element {
  const usher = useUsher();
  const remaining = () => [
    ...props.report.untried,
    ...props.report.stillThere,
    ...props.report.refused.map(({ device }) => device),
  ];
  const error = () =>
    props.report.isSignedOutHere ? ({ code: 'token.rejected' } as const) : props.report.error;
  const waitMs = () => {
    const why = error();
    return why?.code === 'plex.rateLimited' ? (why.retryAfterSeconds ?? 0) * 1000 : 0;
  };
  return (
    <>
      <Show when={remaining().length > 0 && error()?.code !== 'token.rejected'}>
        <WaitButton
          size="small"
          remainingMs={waitMs()}
          receivedAt={usher.state.receivedAt.revocations}
          waitLabel={text().waiting}
          isBusy={props.desk.isBusy()}
          onClick={() => props.desk.revoke(remaining().map(({ id }) => id))}
        >
          {text().goOn(remaining().length)}
        </WaitButton>
      </Show>
      <Show when={error()}>
        {(why) => (
          <>
            <TokenRepair account={props.account} error={why()} />
            <DoctorButton error={why()} />
          </>
        )}
      </Show>
    </>
  );
}
