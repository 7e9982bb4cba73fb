import type { Activity } from '../activity.ts';
import type { AppTokens } from '../app-tokens/app-tokens.ts';
import type { EventBus } from '../event-bus.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { Clock, Notifier } from '../../ports.ts';
import type { SettingsStore } from '../settings.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import type { SecretKeeper } from '../../storage/secret-keeper.ts';
import type { ServerTime } from '../server-time.ts';
import { DAY_MS } from '../../timing.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { issuedToOf } from '../accounts/token-issue.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { TransientTokens } from '../tokens/transient-tokens.ts';
import { createAlarm } from './alarm.ts';
import { createCheckPace } from './check-pace.ts';
import type { VerdictBook } from './verdict-book.ts';
import type { VaultStatus } from '../vault-status.ts';
import { createVerdicts, type Verdicts } from './verdicts.ts';
import type { Wanted } from '../wanted.ts';
import { createVerdictWatch } from './watch.ts';

/** Everything that is asked of tokens unbidden: verdicts at their pace, the daily ping, and the word when one fails. */
export interface TokenChecks {
  readonly verdicts: Verdicts;
  /** From now on, until it is closed. The person is told of what fails where there is one. */
  start(options: { readonly isPersonThere: boolean }): void;
  /** Asks about what is due. */
  look(): void;
  /** The same; a question that never arrived anywhere does not count as asked. */
  onNetworkReturn(): void;
  /** The keychain answers again: what could not be asked about without it is. */
  onKeychainReturn(): void;
  /** Pings for the accounts whose ping is due. */
  keepAlive(): Promise<void>;
  /** Resolves once nothing is under way any more. */
  close(): Promise<void>;
}

export function createTokenChecks(deps: {
  readonly accounts: Accounts;
  readonly servers: ServerDirectory;
  readonly tokens: TransientTokens;
  readonly appTokens: AppTokens;
  readonly keeper: SecretKeeper;
  readonly plex: PlexClient;
  readonly index: UsherIndex;
  readonly settings: SettingsStore;
  readonly activity: Activity;
  readonly book: VerdictBook;
  readonly notifier: Notifier;
  readonly wanted: Pick<Wanted, 'want'>;
  readonly vaultStatus: Pick<VaultStatus, 'state'>;
  readonly clock: Clock;
  readonly time: ServerTime;
  readonly events: EventBus;
}): TokenChecks {
  const { accounts, servers, tokens, appTokens, keeper, plex, index, vaultStatus, clock, time } =
    deps;
  const pace = createCheckPace(time);
  const verdicts = createVerdicts({ ...deps, pace });
  const keepAlive = createKeepAlive(deps);
  const alarm = createAlarm({
    ...deps,
    onWanted: (accountId) => deps.wanted.want({ view: 'account', accountId }),
  });
  const watch = createVerdictWatch({
    ...{ accounts, servers, tokens, appTokens, verdicts, clock },
    random: Math.random,
    isDue: (accountId) => {
      const account = accounts.find(accountId);
      return account.ok && !plex.isRateLimited(null) && pace.isDue(account.value.secretKey);
    },
    keychain: {
      isUsable: () => vaultStatus.state().kind !== 'unusable',
      tryAgain: async () => {
        const one = index.content().accounts.find(({ storage }) => storage === 'keychain');
        return one === undefined || (await keeper.read(one.secretKey)).ok;
      },
    },
    alsoDo: async () => {
      await keepAlive.tend();
      alarm.look();
    },
  });
  let isStarted = false;
  return {
    verdicts,
    start: ({ isPersonThere }) => {
      isStarted = true;
      if (isPersonThere) alarm.start();
      // Not waited for: servers that are away take their time.
      void watch.start();
    },
    look: () => void watch.look(),
    onNetworkReturn: () => {
      pace.forgive();
      void watch.look();
    },
    keepAlive: () => keepAlive.tend(),
    onKeychainReturn: () => {
      if (isStarted) void watch.look();
    },
    close: async () => {
      alarm.close();
      await watch.close();
    },
  };
}

/** Tells plex.tv once a day that each account's token is in use, where the person has not chosen otherwise. */
export interface KeepAlive {
  /** Pings for those whose last ping is a day ago, one after the other. */
  tend(): Promise<void>;
}

const everyMs = DAY_MS;

function createKeepAlive(deps: {
  readonly accounts: Accounts;
  readonly index: UsherIndex;
  readonly settings: SettingsStore;
  readonly plex: Pick<PlexClient, 'isRateLimited'>;
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
      if (!settings.value().isKeepAliveOn || plex.isRateLimited(null)) return;
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
      await index.change('accounts', id, (entry) =>
        entry.secretKey === secretKey ? { ...entry, lastPingedAt: at } : entry,
      );
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
