import SearchX from 'lucide-solid/icons/search-x';
import Server from 'lucide-solid/icons/server';
import { createEffect, Match, on, Show, Switch, type JSX } from 'solid-js';
import { serverText } from '../../../shared/words/servers.ts';
import { repairRoute } from '../../state/route.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { catchFocus } from '../../ui/catch-focus.ts';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import type { ServerKeys } from './create-server-keys.ts';
import type { ServersRefresh } from './create-servers-refresh.ts';
import type { Segment, ServerEntry } from './find-servers.ts';
import { ServerList } from './server-list.tsx';
import { needsSignIn } from './servers-trouble.tsx';
import styles from './servers-view.module.css';

interface ServersBodyProps {
  readonly entries: readonly ServerEntry[];
  readonly hasServers: boolean;
  readonly query: string;
  readonly segment: Segment;
  readonly refresh: ServersRefresh;
  readonly onShowAll: () => void;
  readonly onKeys: (onKeyDown: ServerKeys['onKeyDown']) => void;
}

/** The list, or why there is none. */
export function ServersBody(props: ServersBodyProps): JSX.Element {
  const usher = useUsher();
  const failure = () => props.refresh.failures()[0];
  // The list goes with its last row, and what stands in its place with the button that was pressed.
  createEffect(on(() => props.entries.length === 0, catchFocus, { defer: true }));
  return (
    <Switch>
      <Match when={props.entries.length > 0}>
        <Card class={styles.list}>
          <ServerList entries={props.entries} onKeys={props.onKeys} />
        </Card>
      </Match>
      <Match when={props.hasServers}>
        <Card class={styles.list}>
          <EmptyLine
            icon={<SearchX size={16} />}
            text={
              <Show
                when={props.query.trim() === ''}
                fallback={serverText().noneFound.text(props.query)}
              >
                {serverText().noneFound.inSegment[props.segment]}{' '}
                <Show when={props.segment === 'all'}>
                  <SharingLink />
                </Show>
              </Show>
            }
            action={
              <Button onClick={() => props.onShowAll()}>{serverText().noneFound.showAll}</Button>
            }
          />
        </Card>
      </Match>
      <Match when={failure()}>
        {(failed) => (
          <Card>
            <ErrorState
              error={failed().error}
              isRetrying={props.refresh.isBusy()}
              onRetry={() => props.refresh.askAll()}
              actions={
                <Show when={needsSignIn(failed().error)}>
                  <Button
                    size="small"
                    onClick={() => usher.navigate(repairRoute(failed().account))}
                  >
                    {serverText().signInAgain}
                  </Button>
                </Show>
              }
            />
          </Card>
        )}
      </Match>
      <Match when={!props.refresh.isKnown() || props.refresh.isBusy()}>
        <Card>
          <Skeleton lines={6} label={serverText().refreshing} />
        </Card>
      </Match>
      <Match when={true}>
        <Card class={styles.list}>
          <EmptyLine
            icon={<Server size={16} />}
            text={
              <>
                {serverText().empty} <SharingLink />
              </>
            }
          />
        </Card>
      </Match>
    </Switch>
  );
}

/** What would make servers appear. */
function SharingLink(): JSX.Element {
  return <TextLink link="plexSharing">{serverText().howSharingWorks}</TextLink>;
}
