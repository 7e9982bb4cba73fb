import Plus from 'lucide-solid/icons/plus';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { createEffect, createMemo, createSignal, on, onMount, Show, type JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { addedAddressText } from '../../../shared/words/added-addresses.ts';
import { serverText } from '../../../shared/words/servers.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { AddAddressDialog } from './add-address-dialog.tsx';
import { findServers } from './find-servers.ts';
import { ServerListBody } from './server-list-body.tsx';
import { rowSelector } from './create-server-keys.ts';
import { walkRows } from './walk-rows.ts';
import styles from './servers-view.module.css';

interface ServersViewProps {
  readonly accountId: AccountId;
}

// A few are seen at a glance; a field above them would only be in the way.
const searchFrom = 6;
const staleAfterMs = 5 * 60_000;

/** All servers of an account, and minting on each with one press. */
export function ServersView(props: ServersViewProps): JSX.Element {
  const usher = useUsher();
  const refresh = createAction('servers.refresh');
  const [query, setQuery] = createSignal('');
  const [isAdding, setIsAdding] = createSignal(false);
  const list = () => usher.state.servers.find((each) => each.accountId === props.accountId);
  const account = () => usher.state.accounts.find((each) => each.id === props.accountId);
  const servers = () => list()?.servers ?? [];
  const found = createMemo(() => findServers(servers(), query()));
  const isRefreshing = () => refresh.isBusy() || list()?.isRefreshing === true;
  const ask = (): void => void refresh.run({ accountId: props.accountId });

  // The button's failure is over once the list is asked for by anybody: its shortcut, main, the command line.
  createEffect(on(() => list()?.isRefreshing, refresh.clearError));
  onMount(() => {
    const { isRefreshing: isUnderWay = false, refreshedAt = null } = list() ?? {};
    const isStale = refreshedAt === null || Date.now() - refreshedAt > staleAfterMs;
    if (!isUnderWay && isStale) ask();
  });

  return (
    <div
      class={styles.view}
      onKeyDown={(event) => walkRows(event, event.currentTarget, rowSelector)}
    >
      <PageHeader
        title={serverText().title}
        description={
          <>
            <bdi>{account()?.title}</bdi>
            <Show when={servers().length > 0}>
              {' · '}
              {query().trim() === ''
                ? serverText().count(servers().length)
                : serverText().found(found().length, servers().length)}
            </Show>
            <Show when={list()?.refreshedAt}>
              {(refreshedAt) => (
                <>
                  {' · '}
                  {serverText().asked(<TimeAgo at={refreshedAt()} />)}
                </>
              )}
            </Show>
          </>
        }
        actions={
          <>
            <Show when={servers().length > 0}>
              <Button
                icon={<Plus size={14} aria-hidden="true" />}
                aria-haspopup="dialog"
                onClick={() => setIsAdding(true)}
              >
                {addedAddressText().title}
              </Button>
            </Show>
            <Button
              icon={<RefreshCw size={14} aria-hidden="true" />}
              isBusy={isRefreshing()}
              onClick={ask}
            >
              {isRefreshing() ? serverText().refreshing : serverText().refresh}
            </Button>
          </>
        }
      />
      <Show when={servers().length >= searchFrom}>
        <SearchField
          label={serverText().search}
          placeholder={serverText().searchHint}
          value={query()}
          onInput={setQuery}
        />
      </Show>
      <ServerListBody
        account={account()}
        servers={servers()}
        found={found()}
        query={query()}
        error={list()?.error ?? refresh.error()}
        wasEverAsked={(list()?.refreshedAt ?? null) !== null}
        isRefreshing={isRefreshing()}
        onRetry={ask}
        onClearSearch={() => setQuery('')}
      />
      <AddAddressDialog
        accountId={props.accountId}
        isOpen={isAdding()}
        onClose={() => setIsAdding(false)}
      />
    </div>
  );
}
