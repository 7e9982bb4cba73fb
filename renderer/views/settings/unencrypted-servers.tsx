import { createMemo, For, type JSX } from 'solid-js';
import type { ServerId } from '../../../shared/model/ids.ts';
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
  const allow = createAction('server.allowPlainHttp');
  const text = () => settingsText();
  const known = createMemo(() => {
    const { accounts, servers } = wholeOf(usher.state, 'accounts', 'servers');
    const titles = new Map(accounts.map(({ id, title }) => [id, title]));
    return new Map(
      servers.flatMap((list) =>
        list.servers.map((server) => [
          server.id,
          { server, account: titles.get(list.accountId) ?? '' },
        ]),
      ),
    );
  });
  const remove = async (serverId: ServerId, name: string): Promise<void> => {
    // It holds for all accounts, and so for one of them as well as for any.
    const accountId = known().get(serverId)?.server.accountId ?? usher.state.accounts[0]?.id;
    if (accountId === undefined) return;
    const removed = await allow.run({ accountId, serverId, isAllowed: false });
    if (removed.ok) usher.announce(text().removed(name));
  };
  return (
    <>
      <For
        each={usher.state.settings.insecureServerIds}
        fallback={
          <p class={styles.none} data-setting="insecureServers">
            {text().settings.insecureServers.hint}
          </p>
        }
      >
        {(serverId, index) => {
          const name = () => known().get(serverId)?.server.name ?? text().unknownServer;
          const account = () => known().get(serverId)?.account;
          return (
            <SettingRow
              id="insecureServers"
              label={name()}
              hint={
                account() === undefined ? (
                  <code dir="ltr">{serverId}</code>
                ) : (
                  text().unencryptedOf(account() ?? '')
                )
              }
              isStart={props.isStart && index() === 0}
            >
              <Button
                size="small"
                title={text().removeLabel(name())}
                isBusy={allow.isBusy()}
                onClick={() => void remove(serverId, name())}
              >
                {text().remove}
              </Button>
            </SettingRow>
          );
        }}
      </For>
      <ButtonError error={allow.error()} />
    </>
  );
}
