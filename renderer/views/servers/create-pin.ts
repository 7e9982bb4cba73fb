import type { Accessor } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { copyTokenText } from '../../../shared/words/servers.ts';
import { createAction, type Action } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';

export interface Pin {
  readonly isPinned: Accessor<boolean>;
  readonly toggle: () => void;
  readonly error: Action<'server.pin'>['error'];
}

/** Whether a server is one of those that the person wants at hand. */
export function createPin(server: Accessor<ServerSummary>): Pin {
  const usher = useUsher();
  const action = createAction('server.pin');
  const isPinned = (): boolean =>
    usher.state.settings.pinnedServers.some(
      ({ accountId, serverId }) => accountId === server().accountId && serverId === server().id,
    );
  const toggle = async (): Promise<void> => {
    if (action.isBusy()) return;
    const { accountId, id, name } = server();
    const willBe = !isPinned();
    const pinned = await action.run({ accountId, serverId: id, isPinned: willBe });
    if (pinned.ok)
      usher.announce(willBe ? copyTokenText().pinned(name) : copyTokenText().unpinned(name));
  };
  return { isPinned, toggle: () => void toggle(), error: action.error };
}
