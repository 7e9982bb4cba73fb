import Plus from 'lucide-solid/icons/plus';
import { createEffect, createSignal, For, on, Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { addedAddressText } from '../../../shared/words/added-addresses.ts';
import { serverPageText } from '../../../shared/words/servers.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Fold } from '../../ui/fold.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { bestRoute } from './best-route.ts';
import { RouteSummary } from './route-summary.tsx';
import { AddAddressDialog } from './add-address-dialog.tsx';
import { ConnectionRow } from './connection-row.tsx';
import { triedAt } from './connection-state.tsx';
import { PlainHttpSetting } from './plain-http-setting.tsx';
import styles from './connections-fold.module.css';

interface ConnectionsFoldProps {
  readonly server: ServerSummary;
}

/** How a server is reached, in a line; unfolded, every address of it and what trying it showed. */
export function ConnectionsFold(props: ConnectionsFoldProps): JSX.Element {
  const usher = useUsher();
  const check = createAction('server.tryConnections');
  const remove = createAction('server.removeAddress');
  const [isAdding, setIsAdding] = createSignal(false);
  let section: HTMLElement | undefined;
  /** The address that is being removed. */
  let leavingUri: string | null = null;
  const addedUris = () =>
    props.server.connections.filter(({ isAdded }) => isAdded).map(({ uri }) => uri);
  const isChecking = () =>
    check.isBusy() ||
    props.server.connections.some((connection) => connection.state.kind === 'trying');
  const run = (): void =>
    void check.run({ accountId: props.server.accountId, serverId: props.server.id });
  const removeAddress = async (uri: string): Promise<void> => {
    if (remove.isBusy()) return;
    const { accountId, id: serverId } = props.server;
    leavingUri = uri;
    const removed = await remove.run({ accountId, serverId, uri });
    if (removed.ok) usher.announce(addedAddressText().removed(uri));
  };
  createEffect(
    on(addedUris, (now, before = []) => {
      const place = before.findIndex((uri) => uri === leavingUri && !now.includes(uri));
      // The button that was pressed is gone with its row. Where the focus is anywhere else, it is there on purpose.
      if (place === -1 || document.activeElement !== document.body) return;
      const next = now[place] ?? now.at(-1);
      const name = next === undefined ? null : addedAddressText().removeName(next);
      const button = [...(section?.querySelectorAll('button') ?? [])].find(
        (one) => one.getAttribute('aria-label') === name,
      );
      (name === null ? section?.querySelector<HTMLElement>('h2 button') : button)?.focus();
    }),
  );
  return (
    <Fold
      ref={(element) => (section = element)}
      title={serverPageText().connection}
      summary={<RouteSummary route={bestRoute(props.server)} />}
      {...(props.server.connections.length > 0
        ? { moreLabel: serverPageText().allAddresses(props.server.connections.length) }
        : {})}
      actions={
        <Show when={props.server.connections.length > 0}>
          <Button
            size="small"
            isBusy={isChecking()}
            labels={[serverPageText().check, serverPageText().checking]}
            aria-label={isChecking() ? undefined : serverPageText().checkName}
            onClick={run}
          >
            {isChecking() ? serverPageText().checking : serverPageText().check}
          </Button>
        </Show>
      }
    >
      <p class={styles.lead}>
        {serverPageText().checkNote}{' '}
        <Show when={triedAt(props.server.connections)}>
          {(at) => serverPageText().checked(<TimeAgo at={at()} />)}
        </Show>
      </p>
      <Show when={check.error() ?? remove.error()}>
        {(error) => (
          <div class={styles.inset}>
            <ErrorState error={error()} isInline />
          </div>
        )}
      </Show>
      <Show
        when={props.server.connections.length > 0}
        fallback={<p class={styles.none}>{serverPageText().noConnections}</p>}
      >
        <ul class={styles.rows}>
          <For each={props.server.connections}>
            {(connection) => (
              <ConnectionRow
                connection={connection}
                isRoute={connection.uri === props.server.routeUri}
                onRemove={() => void removeAddress(connection.uri)}
              />
            )}
          </For>
        </ul>
      </Show>
      <PlainHttpSetting server={props.server} />
      <div class={styles.add}>
        <Button
          size="small"
          icon={<Plus size={14} aria-hidden="true" />}
          aria-haspopup="dialog"
          onClick={() => setIsAdding(true)}
        >
          {addedAddressText().title}
        </Button>
      </div>
      <AddAddressDialog
        accountId={props.server.accountId}
        shownServerId={props.server.id}
        isOpen={isAdding()}
        onClose={() => setIsAdding(false)}
      />
      <Show when={props.server.hasDnsRebindingProtection}>
        <p class={styles.none}>{serverPageText().dnsRebinding}</p>
      </Show>
    </Fold>
  );
}
