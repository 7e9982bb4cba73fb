import type { AppError } from '../../shared/errors.ts';
import type { EpochMs, ServerId } from '../../shared/model/ids.ts';
import type { ConnectionSummary } from '../../shared/model/server.ts';
import type { Verdict } from '../../shared/model/token.ts';
import type { Result } from '../../shared/result.ts';
import type { WireServer } from '../plex/wire/resources.ts';

/** What is known of one account's servers in this run. */
export interface AccountServers {
  servers: readonly WireServer[];
  refreshedAt: EpochMs | null;
  refreshing: Promise<Result<null>> | null;
  error: AppError | null;
  readonly accessTokens: Map<ServerId, string>;
  readonly accessVerdicts: Map<ServerId, Verdict>;
  readonly connectionStates: Map<ServerId, Map<string, ConnectionSummary['state']>>;
  readonly routeUris: Map<ServerId, string>;
  /** As the servers themselves told it in this run. */
  readonly versions: Map<ServerId, string>;
}

/** Begins with what an earlier run was told, where there is that. */
export const createAccountServers = (
  last: Pick<AccountServers, 'servers' | 'refreshedAt'> | null,
): AccountServers => ({
  servers: last?.servers ?? [],
  refreshedAt: last?.refreshedAt ?? null,
  refreshing: null,
  error: null,
  accessTokens: new Map(),
  accessVerdicts: new Map(),
  connectionStates: new Map(),
  routeUris: new Map(),
  versions: new Map(),
});
