import { For, Match, Show, Switch, type JSX } from 'solid-js';
import WifiOff from 'lucide-solid/icons/wifi-off';
import { isTokenGone, type AppError } from '../../../shared/errors.ts';
import { commonText, uiText } from '../../../shared/words/app.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { serverText } from '../../../shared/words/servers.ts';
import { repairRoute } from '../../state/route.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { InlineError, LinkButton } from '../../ui/inline-error.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import type { Failure, ServersRefresh } from './create-servers-refresh.ts';
import styles from './servers-view.module.css';

interface ServersTroubleProps {
  /** Without any the body itself says why. */
  readonly hasServers: boolean;
  readonly refresh: ServersRefresh;
}

/** Why lists could not be had while the last known ones are shown: one line for all of them, or one for each account. */
export function ServersTrouble(props: ServersTroubleProps): JSX.Element {
  const usher = useUsher();
  const failures = () => props.refresh.failures();
  const isOffline = () =>
    failures().length === usher.state.accounts.length &&
    failures().every(({ error }) => error.code === 'network.offline');
  const oldest = () =>
    usher.state.servers.reduce<number | null>(
      (least, { refreshedAt }) =>
        refreshedAt === null ? least : Math.min(least ?? refreshedAt, refreshedAt),
      null,
    );
  return (
    <Show when={props.hasServers && failures().length > 0}>
      <Switch
        fallback={
          <div class={styles.failures}>
            {/* By their accounts, which stay the same: a button keeps the focus while it asks again. */}
            <For each={failures().map(({ account }) => account)}>
              {(account) => (
                <Show when={failures().find((each) => each.account === account)}>
                  {(failure) => <AccountFailure failure={failure()} refresh={props.refresh} />}
                </Show>
              )}
            </For>
          </div>
        }
      >
        <Match when={isOffline()}>
          <div role="status">
            <Banner
              tone="neutral"
              icon={<WifiOff size={18} aria-hidden="true" />}
              title={serverText().offlineTitle}
              detail={
                <Show when={oldest()}>
                  {(at) => <span>{serverText().asOf(<TimeAgo at={at()} />)}</span>}
                </Show>
              }
              actions={
                <Button
                  size="small"
                  isBusy={props.refresh.isBusy()}
                  onClick={() => props.refresh.askAll()}
                >
                  {uiText().tryAgain}
                </Button>
              }
            />
          </div>
        </Match>
      </Switch>
    </Show>
  );
}

function AccountFailure(props: {
  readonly failure: Failure;
  readonly refresh: ServersRefresh;
}): JSX.Element {
  const usher = useUsher();
  return (
    <InlineError
      actions={
        <Show
          when={needsSignIn(props.failure.error)}
          fallback={
            <LinkButton onClick={() => props.refresh.askAll()}>{uiText().tryAgain}</LinkButton>
          }
        >
          <LinkButton onClick={() => usher.navigate(repairRoute(props.failure.account))}>
            {serverText().signInAgain}
          </LinkButton>
        </Show>
      }
    >
      <strong>
        <bdi>{props.failure.account.title}</bdi>
      </strong>{' '}
      {commonText().sentence(errorText(props.failure.error).title)}
    </InlineError>
  );
}

/** Whether only a new sign-in helps. */
export const needsSignIn = (error: AppError): boolean =>
  error.code === 'token.rejected' || isTokenGone(error);
