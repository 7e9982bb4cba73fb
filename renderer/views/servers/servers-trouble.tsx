import { createMemo, For, Show, type JSX } from 'solid-js';
import { isTokenGone, type AppError } from '../../../shared/errors.ts';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import { uiText } from '../../../shared/words/app.ts';
import { namesText } from '../../../shared/words/attention.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { nameWithin } from '../../../shared/words/formats.ts';
import { serverText } from '../../../shared/words/servers.ts';
import { repairRoute } from '../../state/route.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { OfflineBanner } from '../../ui/offline-banner.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import type { Failure, ServersRefresh } from './create-servers-refresh.ts';

interface ServersTroubleProps {
  /** Without any the body itself says why. */
  readonly hasServers: boolean;
  /** Whose servers alone are shown; null for all. */
  readonly accountId: AccountId | null;
  readonly refresh: ServersRefresh;
}

const text = () => serverText().stale;

/** Why lists could not be had while the last known ones are shown: one banner, whatever the accounts it is about. */
export function ServersTrouble(props: ServersTroubleProps): JSX.Element {
  const usher = useUsher();
  const isShown = ({ id, verdict }: AccountSummary): boolean =>
    props.accountId === null
      ? // Told in the sidebar and the Overview, and nothing that the lists of the others depend on.
        verdict.kind !== 'rejected'
      : id === props.accountId;
  const failures = createMemo(() =>
    props.refresh.failures().filter(({ account }) => isShown(account)),
  );
  const isOffline = () =>
    failures().length === usher.state.accounts.filter(isShown).length &&
    failures().every(({ error }) => error.code === 'network.offline');
  const oldest = () =>
    usher.state.servers
      .filter(({ accountId }) => failures().some(({ account }) => account.id === accountId))
      .reduce<number | null>(
        (least, { refreshedAt }) =>
          refreshedAt === null ? least : Math.min(least ?? refreshedAt, refreshedAt),
        null,
      );
  return (
    <Show when={props.hasServers && failures().length > 0}>
      <Show
        when={isOffline()}
        fallback={<Failures failures={failures()} asOf={oldest()} refresh={props.refresh} />}
      >
        <OfflineBanner
          asOf={oldest()}
          isRetrying={props.refresh.isBusy()}
          onRetry={() => props.refresh.askAll()}
        />
      </Show>
    </Show>
  );
}

interface FailuresProps {
  readonly failures: readonly Failure[];
  readonly asOf: number | null;
  readonly refresh: ServersRefresh;
}

function Failures(props: FailuresProps): JSX.Element {
  const usher = useUsher();
  const whys = () => [...new Set(props.failures.map(({ error }) => errorText(error).title))];
  const names = (failures: readonly Failure[]): string =>
    namesText(failures.map(({ account }) => nameWithin(account.title)));
  const signedOut = () => props.failures.find(({ error }) => needsSignIn(error));
  return (
    <div role="alert">
      <Banner
        tone="warn"
        title={whys().length === 1 ? whys()[0] : text().severalWhys}
        detail={
          <Show
            when={whys().length === 1}
            fallback={
              <For each={whys()}>
                {(why) => {
                  const alike = () =>
                    props.failures.filter(({ error }) => errorText(error).title === why);
                  return <p>{text().why(names(alike()), why)}</p>;
                }}
              </For>
            }
          >
            <p>
              <Show when={props.asOf} fallback={text().of(names(props.failures))}>
                {(at) => text().asOf(names(props.failures), <TimeAgo at={at()} />)}
              </Show>
            </p>
          </Show>
        }
        actions={
          <>
            <Show when={signedOut()}>
              {(failure) => (
                <Button size="small" onClick={() => usher.navigate(repairRoute(failure().account))}>
                  {serverText().signInAgain}
                </Button>
              )}
            </Show>
            <Show when={props.failures.some(({ error }) => !needsSignIn(error))}>
              <Button
                size="small"
                isBusy={props.refresh.isBusy()}
                onClick={() => props.refresh.askAll()}
              >
                {uiText().tryAgain}
              </Button>
            </Show>
          </>
        }
      />
    </div>
  );
}

/** Whether only a new sign-in helps. */
export const needsSignIn = (error: AppError): boolean =>
  error.code === 'token.rejected' || isTokenGone(error);
