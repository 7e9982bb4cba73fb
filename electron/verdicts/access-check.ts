import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { Accounts } from '../core/accounts/accounts.ts';
import type { Activity } from '../activity/activity.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { Route } from '../plex/wire/resources.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { CheckPace } from './check-pace.ts';
import { leftAlone } from './left-alone.ts';

/** Asks a server whether it takes the account's access token for it. */
export interface AccessCheck {
  keyOf(accountId: AccountId, serverId: ServerId): string;
  /** `way` is the way there, or why there is none. Answers as noted. */
  check(accountId: AccountId, serverId: ServerId, way: Result<Route>): Promise<Result<null>>;
}

export function createAccessCheck(deps: {
  readonly accounts: Accounts;
  readonly servers: ServerDirectory;
  readonly plex: PlexClient;
  readonly activity: Activity;
  readonly pace: CheckPace;
  readonly signal: AbortSignal;
}): AccessCheck {
  const { accounts, servers, plex, activity, pace, signal } = deps;
  const keyOf = (accountId: AccountId, serverId: ServerId): string =>
    JSON.stringify([accountId, serverId]);

  const ask = async (accountId: AccountId, serverId: ServerId, route: Route) => {
    // plex.tv would have to be asked for the access token.
    const isHeldHere = servers.heldAccessToken(accountId, serverId) !== null;
    if (!isHeldHere && plex.isLeftAlone(null)) return { accessToken: null, outcome: leftAlone };
    return servers.askWithToken(accountId, serverId, (accessToken) =>
      plex.proveServerToken(route, accessToken, signal),
    );
  };

  const kindOf = (accountId: AccountId, serverId: ServerId) =>
    servers.list(accountId).servers.find(({ id }) => id === serverId)?.verdict.kind;

  const record = (
    accountId: AccountId,
    serverId: ServerId,
    before: ReturnType<typeof kindOf>,
  ): void => {
    const after = kindOf(accountId, serverId);
    const kind =
      after === 'rejected' && before !== 'rejected'
        ? 'rejected'
        : after === 'valid' && before === 'rejected'
          ? 'proved'
          : null;
    const account = accounts.find(accountId);
    const server = servers.find(accountId, serverId);
    if (kind === null || !account.ok || !server.ok) return;
    activity.record({ kind, what: 'accessToken', account: account.value, server: server.value });
  };

  return {
    keyOf,
    check: async (accountId, serverId, way) => {
      const before = kindOf(accountId, serverId);
      const { accessToken, outcome } = way.ok
        ? await ask(accountId, serverId, way.value)
        : { accessToken: servers.heldAccessToken(accountId, serverId), outcome: way };
      pace.note(keyOf(accountId, serverId), outcome);
      servers.noteAccess({ accountId, serverId, accessToken, outcome });
      record(accountId, serverId, before);
      return outcome.ok ? { ok: true, value: null } : outcome;
    },
  };
}
