import type { AccountId } from '../../../shared/model/ids.ts';
import type { ServerRef } from '../../../shared/model/server.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { SettingsStore } from '../settings.ts';
import type { ServerDirectory } from './server-directory.ts';

/** The servers that a person wants at hand, in the order in which they were pinned. They stand in the settings. */
export interface Pins {
  /** One that is pinned already keeps its place. */
  pin(server: ServerRef): Promise<Result<null>>;
  /** Also of a server that is there no more. */
  unpin(server: ServerRef): Promise<Result<null>>;
  /** Those of an account that is signed out. */
  forget(accountId: AccountId): Promise<void>;
  /** Those that a crash, or another process, left of accounts that are gone. */
  forgetGone(): Promise<void>;
}

export function createPins(deps: {
  readonly accounts: Pick<Accounts, 'find'>;
  readonly servers: Pick<ServerDirectory, 'find'>;
  readonly settings: SettingsStore;
}): Pins {
  const { accounts, servers, settings } = deps;

  const leave = async (isLeft: (pinned: ServerRef) => boolean): Promise<Result<null>> => {
    if (settings.value().pinnedServers.every(isLeft)) return ok(null);
    return settings.changePins('both', (pinned) => pinned.filter(isLeft));
  };

  return {
    pin: async (server) => {
      const { accountId, serverId } = server;
      const found = servers.find(accountId, serverId);
      if (!found.ok) return found;
      const account = accounts.find(accountId);
      if (!account.ok) return account;
      // SECURITY: "this session only" leaves nothing of the account in the profile.
      return settings.changePins(account.value.storage, (pinned) =>
        pinned.some((one) => isSame(one, server)) ? pinned : [...pinned, server],
      );
    },
    unpin: (server) => leave((pinned) => !isSame(pinned, server)),
    forget: async (accountId) => {
      await leave((pinned) => pinned.accountId !== accountId);
    },
    forgetGone: async () => {
      await leave(({ accountId }) => accounts.find(accountId).ok);
    },
  };
}

const isSame = (one: ServerRef, other: ServerRef): boolean =>
  one.accountId === other.accountId && one.serverId === other.serverId;
