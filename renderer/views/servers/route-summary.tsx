import Cloud from 'lucide-solid/icons/cloud';
import Globe from 'lucide-solid/icons/globe';
import House from 'lucide-solid/icons/house';
import Lock from 'lucide-solid/icons/lock';
import LockOpen from 'lucide-solid/icons/lock-open';
import { Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { ConnectionSummary } from '../../../shared/model/server.ts';
import { serverPageText } from '../../../shared/words/servers.ts';
import styles from './connections-fold.module.css';

const icons = { local: House, remote: Globe, relay: Cloud } as const;

/** How a server is reached: where, how quickly, and whether nobody else can read it. */
export function RouteSummary(props: { readonly route: ConnectionSummary | null }): JSX.Element {
  return (
    <Show when={props.route} fallback={serverPageText().noConnections}>
      {(route) => (
        <>
          <span class={styles.way}>
            <Dynamic component={icons[route().kind]} size={14} aria-hidden="true" />
            {serverPageText().way(serverPageText().kinds[route().kind], elapsedOf(route()))}
          </span>
          <span class={styles.safety}>
            <Show
              when={route().isSecure}
              fallback={
                <>
                  <LockOpen size={12} stroke-width={2.25} aria-hidden="true" />
                  {route().isExposed ? serverPageText().plainHttp : serverPageText().ownPlainHttp}
                </>
              }
            >
              <Lock size={12} stroke-width={2.25} aria-hidden="true" />
              {serverPageText().secure}
            </Show>
          </span>
        </>
      )}
    </Show>
  );
}

const elapsedOf = ({ state }: ConnectionSummary): number | null =>
  state.kind === 'proved' ? state.elapsedMs : null;
