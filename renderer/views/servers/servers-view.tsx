import Plus from 'lucide-solid/icons/plus';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { batch, createMemo, createSignal, onMount, Show, untrack, type JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import { serverRefKey } from '../../../shared/model/server.ts';
import { addedAddressText } from '../../../shared/words/added-addresses.ts';
import { serverText } from '../../../shared/words/servers.ts';
import { useUsher } from '../../state/use-usher.ts';
import { wholeOf } from '../../state/usher-state.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { AddAddressDialog } from './add-address-dialog.tsx';
import type { ServerKeys } from './create-server-keys.ts';
import { createServersRefresh } from './create-servers-refresh.ts';
import {
  findServers,
  isInSegment,
  listServers,
  segments,
  sortServers,
  type Segment,
  type Sort,
} from './find-servers.ts';
import { ServersBody } from './servers-body.tsx';
import { ServersFilters } from './servers-filters.tsx';
import { ServersTrouble } from './servers-trouble.tsx';
import styles from './servers-view.module.css';

interface ServersViewProps {
  /** Begins with the servers of this account alone. */
  readonly accountId?: AccountId;
}

/** The servers of all accounts in one list, and a token of each with one key. */
export function ServersView(props: ServersViewProps): JSX.Element {
  const usher = useUsher();
  const { state } = usher;
  const [query, setQuery] = createSignal('');
  const [segment, setSegment] = createSignal<Segment>('all');
  // eslint-disable-next-line solid/reactivity -- where it begins
  const [accountId, setAccountId] = createSignal<AccountId | null>(props.accountId ?? null);
  const [sort, setSort] = createSignal<Sort>('pinned');
  const [isAdding, setIsAdding] = createSignal(false);
  const refresh = createServersRefresh();
  onMount(refresh.askWhereStale);

  const all = createMemo(() => {
    const { servers, accounts } = wholeOf(state, 'servers', 'accounts');
    return listServers(servers, accounts);
  });
  const pinned = createMemo(() => new Set(state.settings.pinnedServers.map(serverRefKey)));
  /** As it was when the order was chosen: no row moves away under the pointer that pinned it or copied of it. */
  const [first, setFirst] = createSignal<readonly string[]>([]);
  const order = (by: Sort): void =>
    batch(() => {
      setSort(by);
      setFirst(
        by === 'name'
          ? []
          : by === 'pinned'
            ? [...pinned()]
            : state.usedServers
                .toSorted((a, b) => b.lastUsedAt - a.lastUsedAt)
                .map((used) => serverRefKey(used)),
      );
    });
  untrack(() => order('pinned'));
  const sorted = createMemo(() => sortServers(all(), first()));
  const ofAccount = createMemo(() => {
    const id = accountId();
    return id === null ? sorted() : sorted().filter((entry) => entry.accountId === id);
  });
  const counts = createMemo(
    () =>
      new Map(
        segments.map((each) => [
          each,
          ofAccount().filter((entry) => isInSegment(entry, each, pinned())).length,
        ]),
      ),
  );
  const found = createMemo(() =>
    findServers(
      ofAccount().filter((entry) => isInSegment(entry, segment(), pinned())),
      query(),
    ),
  );
  const showAll = (): void =>
    batch(() => {
      setQuery('');
      setSegment('all');
      setAccountId(null);
    });

  let onKeyDown: ServerKeys['onKeyDown'] | undefined;
  return (
    <div class={styles.view} onKeyDown={(event) => onKeyDown?.(event)}>
      <PageHeader
        title={serverText().title}
        actions={
          <div class={styles.actions}>
            <SearchField
              class={styles.search}
              label={serverText().search}
              placeholder={serverText().search}
              value={query()}
              onInput={setQuery}
            />
            <Show when={all().length > 0}>
              <IconButton
                icon={<Plus size={16} aria-hidden="true" />}
                label={addedAddressText().addServer}
                onClick={() => setIsAdding(true)}
              />
            </Show>
            <IconButton
              icon={<RefreshCw size={16} aria-hidden="true" />}
              label={serverText().refresh}
              isBusy={refresh.isBusy()}
              onClick={refresh.askAll}
            />
          </div>
        }
      />
      <ServersTrouble hasServers={all().length > 0} accountId={accountId()} refresh={refresh} />
      <Show when={all().length > 0}>
        <ServersFilters
          segment={segment()}
          counts={counts()}
          onSegment={setSegment}
          accountId={accountId()}
          onAccount={setAccountId}
          sort={sort()}
          onSort={order}
        />
      </Show>
      <ServersBody
        entries={found()}
        hasServers={all().length > 0}
        query={query()}
        segment={segment()}
        refresh={refresh}
        onShowAll={showAll}
        onKeys={(keys) => (onKeyDown = keys)}
      />
      <AddAddressDialog
        {...(accountId() === null ? {} : { accountId: accountId() as AccountId })}
        isOpen={isAdding()}
        onClose={() => setIsAdding(false)}
      />
    </div>
  );
}
