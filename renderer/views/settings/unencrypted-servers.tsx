import { createMemo, For, Show, type JSX } from 'solid-js';
import type { ServerId } from '../../../shared/model/ids.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { whenText } from '../../../shared/words/formats.ts';
import { settingsText } from '../../../shared/words/settings.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { wholeOf } from '../../state/usher-state.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonError } from '../../ui/button-error.tsx';
import { SettingRow } from './setting-row.tsx';
import styles from './settings-view.module.css';

/** The servers that a token may be sent to where it can be read on the way. */
export function UnencryptedServers(props: { readonly isStart: boolean }): JSX.Element {
  const usher = useUsher();
  const known = createMemo(
    () =>
      new Map(
        wholeOf(usher.state, 'servers').servers.flatMap(({ servers }) =>
          servers.map((server) => [server.id, server]),
        ),
      ),
  );
  return (
    <For
      each={usher.state.settings.insecureServerIds}
      fallback={
        <p class={styles.none} data-setting="insecureServers">
          {settingsText().settings.insecureServers.hint}
        </p>
      }
    >
      {(serverId, index) => (
        <UnencryptedServer
          serverId={serverId}
          server={known().get(serverId)}
          isStart={props.isStart && index() === 0}
        />
      )}
    </For>
  );
}

function UnencryptedServer(props: {
  readonly serverId: ServerId;
  /** Undefined where Plex does not list it any more. */
  readonly server: ServerSummary | undefined;
  readonly isStart: boolean;
}): JSX.Element {
  const usher = useUsher();
  const allow = createAction('server.allowPlainHttp');
  const text = () => settingsText();
  const name = () => props.server?.name ?? text().unknownServer;
  const account = () => usher.state.accounts.find(({ id }) => id === props.server?.accountId);
  const since = () => {
    const at = usher.state.settings.insecureSince[props.serverId];
    return at === undefined ? null : whenText(at, Date.now());
  };
  const remove = async (): Promise<void> => {
    // It holds for all accounts, and so for any of them where the server is gone.
    const accountId = props.server?.accountId ?? usher.state.accounts[0]?.id;
    if (accountId === undefined) return;
    const removed = await allow.run({ accountId, serverId: props.serverId, isAllowed: false });
    if (removed.ok) usher.announce(text().removed(name()));
  };
  return (
    <SettingRow
      id="insecureServers"
      label={name()}
      hint={
        <Show when={account()} fallback={<code dir="ltr">{props.serverId}</code>}>
          {(present) => text().unencryptedOf(present().title, since())}
        </Show>
      }
      isStart={props.isStart}
    >
      <ButtonError error={allow.error()} />
      <Button
        size="small"
        title={text().removeLabel(name())}
        isBusy={allow.isBusy()}
        onClick={() => void remove()}
      >
        {text().remove}
      </Button>
    </SettingRow>
  );
}
