import type { Accounts } from '../core/accounts/accounts.ts';
import { issuedToOf } from '../core/accounts/token-issue.ts';
import { DAY_MS } from '../timing.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { UsherIndex } from '../storage/profile/usher-index.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { ServerTime } from '../time/server-time.ts';

/** Tells plex.tv once a day that each account's token is in use, where the person has not chosen otherwise. */
export interface KeepAlive {
  /** Pings for those whose last ping is a day ago, one after the other. */
  tend(): Promise<void>;
}

const everyMs = DAY_MS;

export function createKeepAlive(deps: {
  readonly accounts: Accounts;
  readonly index: UsherIndex;
  readonly settings: SettingsStore;
  readonly plex: Pick<PlexClient, 'isLeftAlone'>;
  readonly time: ServerTime;
}): KeepAlive {
  const { accounts, index, settings, plex, time } = deps;
  let running: Promise<void> | null = null;

  /** A time to come is wrong, and must not keep the ping away for as long. */
  const isDue = (lastPingedAt: number | null): boolean =>
    lastPingedAt === null || time.now() - lastPingedAt >= everyMs || lastPingedAt > time.now();

  const tendAll = async (): Promise<void> => {
    for (const { id, secretKey } of index.content().accounts) {
      const account = accounts.find(id);
      if (!settings.value().isKeepAliveOn || plex.isLeftAlone(null)) return;
      if (!account.ok || account.value.secretKey !== secretKey) continue;
      const { isSigningOut, rejectedAt, lastPingedAt } = account.value;
      const issuedTo = issuedToOf(account.value);
      // A server's own token is let be, and so is one that may be.
      if (issuedTo === 'server' || issuedTo === null) continue;
      if (isSigningOut || rejectedAt !== null || !isDue(lastPingedAt)) continue;
      const pinged = await accounts.ping(id);
      // Asked again at the next look, Plex would only refuse again.
      if (!pinged.ok && pinged.error.code !== 'plex.refused') continue;
      const at = time.now();
      await index.update((content) => ({
        ...content,
        accounts: content.accounts.map((entry) =>
          entry.secretKey === secretKey ? { ...entry, lastPingedAt: at } : entry,
        ),
      }));
    }
  };

  return {
    tend: () => {
      running ??= tendAll().finally(() => {
        running = null;
      });
      return running;
    },
  };
}
