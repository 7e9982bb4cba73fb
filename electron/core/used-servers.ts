import type { UsedServer } from '../../shared/model/activity.ts';
import type { AccountId, EpochMs, ServerId } from '../../shared/model/ids.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Activity } from './activity.ts';
import type { EventBus } from './event-bus.ts';

/** The servers that tokens were minted or copied for, as far back as the activity goes: the most used first. */
export interface UsedServers {
  /** Of the accounts that are here. */
  list(): readonly UsedServer[];
}

export function createUsedServers(deps: {
  readonly activity: Pick<Activity, 'list'>;
  readonly accounts: Pick<Accounts, 'find'>;
  readonly events: EventBus;
}): UsedServers {
  const { activity, accounts, events } = deps;
  /** Of all accounts; null until it is asked for. */
  let counted: readonly UsedServer[] | null = null;
  let told: readonly UsedServer[] | null = null;

  const list = (): readonly UsedServer[] => {
    counted ??= countUses(activity);
    return (told = counted.filter(({ accountId }) => accounts.find(accountId).ok));
  };

  events.subscribe((change) => {
    if (change.activity !== undefined) counted = null;
    if (change.activity === undefined && change.accounts === undefined) return;
    const before = told;
    const usedServers = list();
    // Most of what happens is no use of a server.
    if (before === null || !isEqual(before, usedServers)) events.emit({ usedServers });
  });

  return { list };
}

interface Use {
  count: number;
  readonly lastUsedAt: EpochMs;
}

function countUses(activity: Pick<Activity, 'list'>): readonly UsedServer[] {
  // Two maps and no name made of both: ten thousand of those took longer to make than all the rest.
  const uses = new Map<AccountId, Map<ServerId, Use>>();
  for (const { kind, what, account, server, at } of activity.list()) {
    if (server === null || what !== 'transientToken') continue;
    if (kind !== 'minted' && kind !== 'copied') continue;
    const ofAccount = uses.get(account.id) ?? new Map<ServerId, Use>();
    uses.set(account.id, ofAccount);
    const known = ofAccount.get(server.id);
    // The newest comes first.
    if (known === undefined) ofAccount.set(server.id, { count: 1, lastUsedAt: at });
    else known.count += 1;
  }
  return [...uses]
    .flatMap(([accountId, ofAccount]) =>
      [...ofAccount].map(([serverId, use]) => ({ accountId, serverId, ...use })),
    )
    .sort((one, other) => other.count - one.count || other.lastUsedAt - one.lastUsedAt);
}

const isEqual = (some: readonly UsedServer[], others: readonly UsedServer[]): boolean =>
  some.length === others.length &&
  some.every((one, index) => {
    const other = others[index];
    return (
      one.accountId === other?.accountId &&
      one.serverId === other.serverId &&
      one.count === other.count &&
      one.lastUsedAt === other.lastUsedAt
    );
  });
