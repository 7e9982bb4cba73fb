import Lock from 'lucide-solid/icons/lock';
import LockOpen from 'lucide-solid/icons/lock-open';
import { Show, type JSX } from 'solid-js';
import type { ConnectionSummary, ServerSummary } from '../../../shared/model/server.ts';
import { sinceText } from '../../../shared/words/formats.ts';
import { serverRowText } from '../../../shared/words/servers.ts';
import { useUsher } from '../../state/use-usher.ts';
import { TipMark } from '../../ui/tooltip.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { bestRoute } from './best-route.ts';
import styles from './server-meta.module.css';

/** Below a server's name: through which account, whose it is, and how it is reached or since when it is not. */
export function ServerMeta(props: { readonly server: ServerSummary }): JSX.Element {
  const usher = useUsher();
  const text = () => serverRowText();
  const account = () => usher.state.accounts.find(({ id }) => id === props.server.accountId);
  const route = () => bestRoute(props.server);
  return (
    <p class={styles.meta}>
      <bdi class={styles.account}>{account()?.title ?? ''}</bdi>
      <span class={styles.access}>
        <Show
          when={props.server.ownership === 'shared' && props.server.ownerName}
          fallback={text().access[props.server.ownership]}
        >
          {(owner) => text().sharedBy(<bdi>{owner()}</bdi>)}
        </Show>
      </span>
      <Show
        when={props.server.isOnline}
        fallback={
          <span class={styles.part}>
            <span class={styles.words}>{offline(props.server)}</span>
          </span>
        }
      >
        <Show
          when={route()}
          fallback={
            <span class={styles.part}>
              <span class={styles.words}>{text().noAddress}</span>
            </span>
          }
        >
          {(present) => (
            <span class={styles.part}>
              <span class={styles.words}>{routeText(present())}</span>
              <RouteLock route={present()} />
            </span>
          )}
        </Show>
      </Show>
    </p>
  );
}

/** How a server is reached, or since when it is not. */
export function reachText(server: ServerSummary): string {
  if (!server.isOnline) return offline(server);
  const route = bestRoute(server);
  return route === null ? serverRowText().noAddress : routeText(route);
}

function offline({ lastSeenAt }: ServerSummary): string {
  return lastSeenAt === null
    ? serverRowText().offline
    : serverRowText().offlineSince(sinceText(lastSeenAt, Date.now()));
}

function routeText({ kind, isSecure, isExposed, state }: ConnectionSummary): string {
  const elapsedMs = state.kind === 'proved' ? state.elapsedMs : null;
  if (!isSecure && !isExposed) return serverRowText().ownHttp;
  return serverRowText().route(serverRowText().kinds[kind], elapsedMs, isSecure);
}

function RouteLock(props: { readonly route: ConnectionSummary }): JSX.Element {
  return (
    <Show
      when={props.route.isSecure}
      fallback={
        <TipMark
          class={styles.lock}
          label={
            props.route.isExposed ? serverRowText().unencrypted : serverRowText().ownUnencrypted
          }
        >
          <LockOpen size={12} stroke-width={2.25} aria-hidden="true" />
        </TipMark>
      }
    >
      <span class={styles.lock}>
        <Lock size={12} stroke-width={2.25} aria-hidden="true" />
        <VisuallyHidden>{serverRowText().encrypted}</VisuallyHidden>
      </span>
    </Show>
  );
}
