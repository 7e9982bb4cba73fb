import SearchX from 'lucide-solid/icons/search-x';
import Server from 'lucide-solid/icons/server';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { isTokenGone } from '../../../shared/errors.ts';
import { repairRoute } from '../../state/route.ts';
import { useUsher } from '../../state/use-usher.ts';
import { serverText } from '../../../shared/words/servers.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { groupServers } from './group-servers.ts';
import { ServerRows } from './server-rows.tsx';
import styles from './servers-view.module.css';

interface ServerListBodyProps {
  readonly account: AccountSummary | undefined;
  readonly servers: readonly ServerSummary[];
  /** Those the search left. */
  readonly found: readonly ServerSummary[];
  readonly query: string;
  readonly error: AppError | null;
  readonly wasEverAsked: boolean;
  readonly isRefreshing: boolean;
  readonly onRetry: () => void;
  readonly onClearSearch: () => void;
}

/** The list, or why there is none. A failed refresh stands above the last known list and does not replace it. */
export function ServerListBody(props: ServerListBodyProps): JSX.Element {
  const usher = useUsher();
  const failure = (isInline: boolean) => (
    <Show when={props.error}>
      {(error) => (
        <ErrorState
          error={error()}
          isInline={isInline}
          isRetrying={props.isRefreshing}
          onRetry={() => props.onRetry()}
          actions={
            <Show
              when={(error().code === 'token.rejected' || isTokenGone(error())) && props.account}
            >
              {(account) => (
                <Button size="small" onClick={() => usher.navigate(repairRoute(account()))}>
                  {serverText().signInAgain}
                </Button>
              )}
            </Show>
          }
        />
      )}
    </Show>
  );
  return (
    <Switch>
      <Match when={props.servers.length > 0}>
        {failure(true)}
        <Show
          when={props.found.length > 0}
          fallback={
            <Card>
              <EmptyState
                icon={<SearchX size={24} />}
                title={serverText().noneFound.title}
                detail={serverText().noneFound.text(props.query)}
                actions={
                  <Button onClick={() => props.onClearSearch()}>
                    {serverText().noneFound.clear}
                  </Button>
                }
              />
            </Card>
          }
        >
          <Card class={styles.list}>
            <ServerRows
              label={serverText().title}
              servers={groupServers(props.found).flatMap(({ servers }) => servers)}
            />
          </Card>
        </Show>
      </Match>
      <Match when={props.error}>
        <Card>{failure(false)}</Card>
      </Match>
      <Match when={!props.wasEverAsked || props.isRefreshing}>
        <Card>
          <Skeleton lines={6} label={serverText().refreshing} />
        </Card>
      </Match>
      <Match when={props.servers.length === 0}>
        <Card>
          <EmptyState
            icon={<Server size={24} />}
            title={serverText().empty.title}
            detail={serverText().empty.text}
            actions={<Button onClick={() => props.onRetry()}>{serverText().refresh}</Button>}
          />
        </Card>
      </Match>
    </Switch>
  );
}
