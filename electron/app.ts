import type { AppInfo, Attention, Snapshot } from '../shared/model/snapshot.ts';
import { ok, type Result } from '../shared/result.ts';
import { openActivity } from './activity/activity.ts';
import { createAccounts } from './accounts/accounts.ts';
import { createAvatars } from './accounts/avatars.ts';
import { createSignOutBoard } from './accounts/sign-out-board.ts';
import { createSignOut } from './accounts/sign-out.ts';
import { createWaitingSignOuts } from './accounts/waiting-sign-outs.ts';
import { createClipboardGuard } from './clipboard/clipboard-guard.ts';
import { createDevices } from './devices/devices.ts';
import { createDoctor } from './doctor/doctor.ts';
import { createEventBus, type EventBus } from './event-bus.ts';
import { createHome } from './home/home.ts';
import { createIdentifier } from './identify/identifier.ts';
import { followOthers } from './follow-others.ts';
import { createRequestHandlers, type RequestServices } from './ipc/create-request-handlers.ts';
import type { RequestHandlers } from './ipc/request-handlers.ts';
import { createLink } from './link/link.ts';
import { createNotices } from './notices/notices.ts';
import { noteOpening } from './notices/note-opening.ts';
import { createPlexClient } from './plex/create-plex-client.ts';
import type { Avatar } from './plex/plex-client.ts';
import type { Ports } from './ports.ts';
import { readClientIdentifier } from './profile/client-identifier.ts';
import { openUsherIndex } from './profile/usher-index.ts';
import { createRepairs } from './repair/repairs.ts';
import { createCopyTransient } from './secrets/copy-transient.ts';
import { createSecretDesk } from './secrets/secret-desk.ts';
import { openKeptServers } from './servers/kept-servers.ts';
import { createRouteMemory } from './servers/route-memory.ts';
import { createServerDirectory } from './servers/server-directory.ts';
import { createPendingPin } from './sign-in/pending-pin.ts';
import { openSettings } from './settings/settings.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { createSources } from './sources/sources.ts';
import { createServerTime } from './time/server-time.ts';
import { createTransientTokens } from './tokens/transient-tokens.ts';
import { createMemoryVault } from './vault/memory-vault.ts';
import { observeVault } from './vault/observe-vault.ts';
import { createSecretKeeper } from './vault/secret-keeper.ts';
import { createVaultStatus } from './vault/vault-status.ts';
import { createVaultSwitch } from './vault/vault-switch.ts';
import { createAlarm } from './verdicts/alarm.ts';
import { createCheckPace } from './verdicts/check-pace.ts';
import { createKeepAlive } from './verdicts/keep-alive.ts';
import { createVerdicts } from './verdicts/verdicts.ts';
import { createVerdictWatch } from './verdicts/watch.ts';

/** The whole of Usher but its window. */
export interface Usher {
  readonly events: EventBus;
  /** What the page may ask, by name. */
  readonly handlers: RequestHandlers;
  /** The same for a face that runs in this process. */
  readonly services: RequestServices;
  snapshot(): Snapshot;
  /** By the name in the path that the page was given. */
  avatarOf(name: string): Promise<Avatar | null>;
  /** What need not be done before the window is there: unfinished removals, expiry, lists, a waiting sign-in. */
  settle(): Promise<void>;
  /** From now on until it is closed, what other processes change in the profile shows here within a second. */
  follow(): void;
  /** Before quitting: the clipboard is cleared, an approval just given is fetched. */
  close(): Promise<void>;
}

/** The composition root: every part is made here, and handed what it needs. */
export async function createUsher(
  ports: Ports,
  app: Pick<AppInfo, 'platform' | 'isDemo'>,
): Promise<Result<Usher>> {
  const { clock, log, files } = ports;
  const now = (): number => clock.now();
  const identified = await readClientIdentifier(files, now);
  if (!identified.ok) return identified;
  const opened = await openUsherIndex(files, now);
  if (!opened.ok) return opened;
  const kept = await openKeptServers(files, now);
  if (!kept.ok) return kept;
  const index = opened.value;

  const events = createEventBus();
  const settings = await openSettings(files, now, events);
  if (!settings.ok) return settings;
  const journal = await openActivity({ files, clock, events });
  if (!journal.ok) return journal;
  const activity = journal.value;
  const notices = createNotices({ clock, events });
  noteOpening(index.opening, notices);

  const session = createMemoryVault();
  const keychain = observeVault(ports.vault);
  const vault = createVaultSwitch({
    keychain: keychain.vault,
    session,
    isInKeychain: (key) => index.isInKeychain(key),
  });
  const vaultStatus = createVaultStatus({ keychain, vault, events });
  const keeper = createSecretKeeper({ vault, session, index });

  const time = createServerTime(clock);
  const plex = createPlexClient({
    fetch: ports.fetch,
    clock,
    client: ports.client,
    clientIdentifier: identified.value,
    endpoints: ports.endpoints,
    onServerDate: (serverDateMs, roundTripMs) => time.tell(serverDateMs, roundTripMs),
    hostsWithoutDns: new Set(),
  });
  const guard = createClipboardGuard({
    clipboard: ports.clipboard,
    screenLock: ports.screenLock,
    clock,
    events,
  });
  const avatars = createAvatars(plex);
  const accounts = createAccounts({ index, keeper, plex, avatars, activity, clock, time, events });
  const servers = createServerDirectory({
    accounts,
    kept: kept.value,
    routes: createRouteMemory({ kept: kept.value, clock, currentNetwork: ports.currentNetwork }),
    settings: settings.value,
    plex,
    clock,
    events,
  });
  const tokens = createTransientTokens({
    index,
    keeper,
    accounts,
    servers,
    plex,
    guard,
    activity,
    clock,
    time,
    events,
    log,
  });
  const pace = createCheckPace(time);
  const verdicts = createVerdicts({
    accounts,
    servers,
    tokens,
    keeper,
    plex,
    activity,
    pace,
  });
  const keepAlive = createKeepAlive({ accounts, index, settings: settings.value, pace, time });
  let attention: Attention | null = null;
  const alarm = createAlarm({
    accounts,
    index,
    settings: settings.value,
    notifier: ports.notifier,
    clock,
    time,
    onWanted: (accountId) => {
      attention = { accountId, id: (attention?.id ?? 0) + 1 };
      events.emit('attention.changed', attention);
    },
  });
  const watch = createVerdictWatch({
    accounts,
    servers,
    tokens,
    verdicts,
    clock,
    random: Math.random,
    alsoDo: async () => {
      await keepAlive.tend();
      alarm.look();
    },
  });
  const sources = createSources({ servers, plex, clock });
  const identifier = createIdentifier({
    plex,
    accounts,
    servers,
    tokens,
    keeper,
    clipboard: ports.clipboard,
    screenLock: ports.screenLock,
    clock,
    events,
    log,
  });
  const copyTransient = createCopyTransient({
    tokens,
    verdicts,
    settings: settings.value,
    notices,
    clock,
  });
  const secrets = createSecretDesk({
    copyTransient,
    accounts,
    tokens,
    servers,
    sources,
    keeper,
    guard,
    activity,
    settings: settings.value,
    endpoints: ports.endpoints,
  });
  const home = createHome({
    accounts,
    avatars,
    plex,
    clock,
    log,
    onSwitched: (accountId) => void servers.refresh(accountId),
  });
  const devices = createDevices({ accounts, plex, activity, clock, events, log });
  const link = createLink({ accounts, devices, plex, activity, log });
  const board = createSignOutBoard({ index, clock, events });
  const waitingSignOuts = createWaitingSignOuts({
    index,
    keeper,
    plex,
    clock,
    board,
    notices,
    activity,
    log,
  });
  const signOut = createSignOut({
    accounts,
    servers,
    devices,
    tokens,
    sources,
    plex,
    clock,
    board,
    waiting: waitingSignOuts,
    activity,
    log,
  });
  const pending = createPendingPin({ index, keeper, clock });
  const signIn = createSignIn({
    plex,
    clock,
    browser: ports.browser,
    pending,
    accounts,
    notices,
    events,
    log,
  });
  signIn.onDone((accountId) => void servers.refresh(accountId));

  const repairs = createRepairs({ accounts, events });

  const finishInterrupted = async (): Promise<void> => {
    const finished = await keeper.finish();
    if (finished.ok && finished.value > 0) {
      notices.add({ kind: 'leftoversRemoved', count: finished.value });
    }
    await signOut.finishInterrupted(notices);
    waitingSignOuts.retry();
  };

  const stopWatching = ports.systemEvents.watch({
    onSuspend: () => time.suspend(),
    onResume: () => {
      time.resume();
      void watch.look();
    },
    onNetworkReturn: () => {
      waitingSignOuts.retry();
      pace.forgive();
      void watch.look();
    },
  });

  /** Lists of servers that a crash left of accounts that are gone. Another process puts the account in first. */
  const forgetGone = async (): Promise<void> => {
    const accountIds = kept.value.accountIds();
    await index.refresh();
    for (const id of accountIds) if (!accounts.find(id).ok) await servers.forget(id);
  };

  const snapshot = (): Snapshot => ({
    app: { ...app, version: ports.client.version, deviceName: ports.client.deviceName },
    vault: vaultStatus.state(),
    vaultActivity: vaultStatus.activity(),
    accounts: accounts.summaries(),
    servers: accounts.summaries().map((account) => servers.list(account.id)),
    devices: accounts.summaries().map((account) => devices.list(account.id)),
    revocations: devices.revocations(),
    tokens: tokens.summaries(),
    identification: identifier.state(),
    clipboard: guard.state(),
    signIn: signIn.state(),
    signOuts: board.list(),
    repair: repairs.state(),
    notices: notices.list(),
    attention,
    settings: settings.value.value(),
    activity: activity.state(),
  });

  let unfollow: readonly (() => void)[] = [];
  const follow = (): void => {
    followOthers({ index, accounts, avatars, servers, tokens, sources, devices, board });
    const documents = [index, kept.value, settings.value, activity];
    unfollow = documents.map((document) => document.watch());
  };

  const services: RequestServices = {
    snapshot,
    vaultStatus,
    vault,
    doctor: createDoctor({ probe: ports.probe, vault, index, clock }),
    signIn,
    finishInterrupted,
    accounts,
    signOut,
    repairs,
    home,
    link,
    devices,
    servers,
    tokens,
    verdicts,
    sources,
    identifier,
    secrets,
    guard,
    notices,
    settings: settings.value,
    activity,
    fileSaver: ports.fileSaver,
    clipboard: ports.clipboard,
    browser: ports.browser,
    endpoints: ports.endpoints,
  };

  return ok({
    events,
    snapshot,
    avatarOf: (name) => avatars.imageOf(name),
    services,
    handlers: createRequestHandlers(services),
    settle: async () => {
      await signIn.resume();
      await finishInterrupted();
      await forgetGone();
      await tokens.watchExpiry();
      for (const { id, thumbUrl } of index.content().accounts) {
        avatars.fetch(id, thumbUrl);
        await servers.refresh(id);
      }
      alarm.start();
      // Not waited for: servers that are away take their time.
      void watch.start();
    },
    follow,
    close: async () => {
      stopWatching();
      for (const stop of unfollow) stop();
      const watchEnded = watch.close();
      alarm.close();
      tokens.close();
      waitingSignOuts.close();
      identifier.close();
      await signIn.close();
      if (guard.isTimed()) await guard.clear();
      await watchEnded;
      await activity.flush();
      vault.dispose();
      await index.run.end();
    },
  });
}
