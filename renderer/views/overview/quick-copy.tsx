import Pin from 'lucide-solid/icons/pin';
import {
  createComputed,
  createMemo,
  createSignal,
  For,
  on,
  onMount,
  Show,
  type JSX,
} from 'solid-js';
import { unwrap } from 'solid-js/store';
import { chooseServers } from '../../../shared/model/choose-servers.ts';
import { serverKey, type ServerSummary } from '../../../shared/model/server.ts';
import { overviewText } from '../../../shared/words/overview.ts';
import { useUsher } from '../../state/use-usher.ts';
import { wholeOf } from '../../state/usher-state.ts';
import { cx } from '../../ui/cx.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ServerRows } from '../servers/server-rows.tsx';
import { Block } from '../../ui/block.tsx';
import styles from './quick-copy.module.css';

/** The servers a person wants at hand, each a key away from its token. */
export function QuickCopy(): JSX.Element {
  const usher = useUsher();
  /** Where main has each. */
  const places = createMemo(
    () =>
      new Map(
        wholeOf(usher.state, 'servers').servers.flatMap(({ servers }, listAt) =>
          servers.map(
            (server, serverAt) => [serverKey(server), [listAt, serverAt] as const] as const,
          ),
        ),
      ),
  );
  const isNew = () =>
    usher.state.settings.pinnedServers.length === 0 && usher.state.usedServers.length === 0;
  // What is at the second place stays there while it is looked at, whatever is pinned or copied meanwhile.
  const [order, setOrder] = createSignal<readonly string[]>([]);
  createComputed(
    on(places, () => setOrder((before) => chooseServers(unwrap(usher.state), before))),
  );
  const shown = createMemo(() =>
    order()
      .map((key) => places().get(key))
      .map((at) => at && usher.state.servers[at[0]]?.servers[at[1]])
      .filter((server): server is ServerSummary => server !== undefined),
  );
  const isLoading = () => {
    const { servers, accounts } = wholeOf(usher.state, 'servers', 'accounts');
    return servers.length < accounts.length || servers.some(({ isRefreshing }) => isRefreshing);
  };

  return (
    <Block
      title={overviewText().quickCopy.title}
      end={
        <Show when={shown().length > 0}>
          <Keys count={shown().length} />
        </Show>
      }
    >
      <Show
        when={shown().length > 0}
        fallback={
          <div class={styles.none}>
            <Show
              when={isLoading()}
              fallback={<p class={styles.words}>{overviewText().quickCopy.empty}</p>}
            >
              <Skeleton lines={3} label={overviewText().quickCopy.loading} />
            </Show>
          </div>
        }
      >
        <Rows servers={shown()} />
        <Show when={isNew()}>
          <div class={styles.hint}>
            <Pin class={cx(styles.pin)} size={16} aria-hidden="true" />
            <p>{overviewText().quickCopy.pin}</p>
            <button
              type="button"
              class={styles.all}
              onClick={() => usher.navigate({ view: 'servers' })}
            >
              {overviewText().quickCopy.all}
            </button>
          </div>
        </Show>
      </Show>
    </Block>
  );
}

/** Where the view starts, also when it was there before its servers: who is still at its heading goes on here. */
function Rows(props: { readonly servers: readonly ServerSummary[] }): JSX.Element {
  let start: HTMLDivElement | undefined;
  onMount(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.tagName === 'H1') {
      start?.querySelector('button')?.focus({ preventScroll: true });
    }
  });
  return (
    <div ref={(element) => (start = element)} data-starts-here>
      <ServerRows hasNumbers label={overviewText().quickCopy.title} servers={props.servers} />
    </div>
  );
}

/** Which keys copy, for those who see; a reader hears it of each row. */
function Keys(props: { readonly count: number }): JSX.Element {
  const key = (digit: number) => <kbd class={styles.key}>{digit}</kbd>;
  return (
    <span class={styles.keys} aria-hidden="true">
      <For
        each={overviewText().quickCopy.keys<JSX.Element>(
          key(1),
          props.count > 1 ? key(Math.min(9, props.count)) : null,
        )}
      >
        {(part) => part}
      </For>
    </span>
  );
}
