import type { QuickAccessState } from '../../shared/model/shortcut.ts';
import type { AppInfo, State } from '../../shared/model/state.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Avatar } from '../plex/avatar.ts';
import { ForeignTokens } from '../plex/foreign-tokens.ts';
import { createHostGate } from '../plex/http/host-gate.ts';
import { createPlexClient } from '../plex/plex-client.ts';
import type {
  Browser,
  Clipboard,
  FilePicker,
  FileSaver,
  PlexEndpoints,
  Ports,
  Vault,
} from '../ports.ts';
import { limitVaultTime } from '../storage/keychain/limit-vault-time.ts';
import { createMemoryVault, createVaultSwitch } from '../storage/keychain/vault-switch.ts';
import { createSecretKeeper } from '../storage/secret-keeper.ts';
import { oneAtATime, SECOND_MS } from '../timing.ts';
import { createAccounts, type Accounts } from './accounts/accounts.ts';
import { createAvatars } from './accounts/avatars.ts';
import type { PlexAs } from './app-tokens/make-app-token.ts';
import type { Activity } from './activity.ts';
import { createAdopter, type Adopter } from './app-tokens/adopter.ts';
import { createAppTokens, type AppTokens } from './app-tokens/app-tokens.ts';
import { createClipboardGuard, type ClipboardGuard } from './clipboard-guard.ts';
import { createSecretCopier, type SecretCopier } from './copy.ts';
import { createDevices, type Devices } from './devices/devices.ts';
import { createDoctor, type Doctor } from './doctor.ts';
import { followOthers, openDocuments } from './documents.ts';
import { createEventBus, type EventBus } from './event-bus.ts';
import { createHome, type Home } from './home.ts';
import { createIdentifier, type Identifier } from './identify/identifier.ts';
import { createLastView, type LastView } from './last-view.ts';
import { createLink, type Link } from './link.ts';
import { createLookout, type Lookout } from './lookout.ts';
import { createNotices, noteOpening, type Notices } from './notices.ts';
import { createRepairs, type Repairs } from './repairs.ts';
import { createServerTime } from './server-time.ts';
import { createAddedAddresses, type AddedAddresses } from './servers/added-addresses.ts';
import { createConsent } from './servers/consent.ts';
import { createPins, type Pins } from './servers/pins.ts';
import { createPlainHttp, type PlainHttp } from './servers/plain-http.ts';
import { createServerDirectory, type ServerDirectory } from './servers/server-directory.ts';
import { createRouteMemory } from './servers/server-routes.ts';
import type { SettingsStore } from './settings.ts';
import { createPendingPin } from './sign-in/pending-pin.ts';
import { createSignIn, type SignIn } from './sign-in/sign-in.ts';
import { createSignOutList } from './sign-out/sign-out-list.ts';
import { createSignOut, type SignOut } from './sign-out/sign-out.ts';
import { createSources, type Sources } from './sources.ts';
import { createTransientTokens, type TransientTokens } from './tokens/transient-tokens.ts';
import { createUsedServers } from './used-servers.ts';
import { createVaultStatus, observeVault, type VaultStatus } from './vault-status.ts';
import { createTokenChecks } from './verdicts/token-checks.ts';
import { createVerdictChanges } from './verdicts/verdict-changes.ts';
import { createVerdictBook } from './verdicts/verdict-book.ts';
import type { Verdicts } from './verdicts/verdicts.ts';
import { createWanted, type Wanted } from './wanted.ts';

export interface RequestServices {
  readonly snapshot: () => State;
  readonly vaultStatus: VaultStatus;
  readonly vault: Pick<Vault, 'check' | 'cancelWaiting'>;
  readonly doctor: Doctor;
  readonly signIn: SignIn;
  /** Takes up again what a crash, or a keychain that did not answer, cut short. */
  readonly finishInterrupted: () => Promise<void>;
  readonly accounts: Accounts;
  readonly repairs: Repairs;
  readonly signOut: SignOut;
  readonly devices: Devices;
  readonly home: Home;
  readonly link: Link;
  readonly servers: ServerDirectory;
  readonly addedAddresses: AddedAddresses;
  readonly plainHttp: PlainHttp;
  readonly pins: Pins;
  readonly lastView: LastView;
  readonly wanted: Wanted;
  readonly tokens: TransientTokens;
  readonly appTokens: AppTokens;
  readonly verdicts: Verdicts;
  readonly lookout: Lookout;
  readonly sources: Sources;
  readonly identifier: Identifier;
  readonly adopter: Adopter;
  readonly secrets: SecretCopier;
  readonly guard: ClipboardGuard;
  readonly notices: Notices;
  readonly settings: SettingsStore;
  readonly activity: Activity;
  readonly fileSaver: FileSaver;
  readonly filePicker: FilePicker;
  readonly clipboard: Clipboard;
  readonly browser: Browser;
  readonly endpoints: PlexEndpoints;
}

/** What is not written or deleted by then is told, or finished, at the next start. */
const keychainTimeOnCloseMs = 3 * SECOND_MS;

/** The whole of Usher but its window. */
export interface Usher {
  readonly events: EventBus;
  /** What answers the page's requests, and what the terminal works with. */
  readonly services: RequestServices;
  snapshot(): State;
  /** By the name in the path that the page was given. */
  avatarOf(name: string): Promise<Avatar | null>;
  /** What need not be done before the window is there: unfinished removals, expiry, lists, a waiting sign-in. */
  settle(): Promise<void>;
  /** As much of `settle` as a face needs that comes and goes: what was cut short. Without any, it asks nobody. */
  takeUpUnfinished(): Promise<void>;
  /** From now on until it is closed, what other processes change in the profile shows here within a second. */
  follow(): void;
  /** Whether the system shows a tray, from now on. */
  noteTray(isThere: boolean): void;
  /** Whether the shortcut of quick access works, from now on. */
  noteQuickAccess(state: QuickAccessState): void;
  /** A mistake came up that no request could be told of: the person is, the first time. */
  reportBug(reference: string): void;
  /**
   * Before quitting: the clipboard is cleared, an approval just given is fetched. A keychain that waits for the person is
   * not waited for long.
   */
  close(): Promise<void>;
}

/** The composition root: every part is made here, and handed what it needs. */
export async function createUsher(
  ports: Ports,
  app: Pick<AppInfo, 'platform' | 'isDemo'>,
): Promise<Result<Usher>> {
  const { clock, log, files } = ports;
  const events = createEventBus();
  const opened = await openDocuments({ files, clock, events });
  if (!opened.ok) return opened;
  const { clientIdentifier, index, kept, settings, activity } = opened.value;

  const notices = createNotices({ clock, events });
  noteOpening(index.opening, notices);

  const session = createMemoryVault();
  const limited = limitVaultTime(ports.vault, clock);
  const keychain = observeVault(limited.vault);
  const vault = createVaultSwitch({
    keychain: keychain.vault,
    session,
    isInKeychain: (key) => index.isInKeychain(key),
  });
  const vaultStatus = createVaultStatus({ keychain, vault, events });
  const keeper = createSecretKeeper({ vault, session, index });

  const time = createServerTime(clock);
  const plexDeps = {
    fetch: ports.fetch,
    clock,
    client: ports.client,
    clientIdentifier,
    endpoints: ports.endpoints,
    onRefusal: (answer: Readonly<Record<string, unknown>>) => log.info('plex.said', answer),
    onServerDate: (serverDateMs: number, roundTripMs: number) =>
      time.sync(serverDateMs, roundTripMs),
    gate: createHostGate({ endpoints: ports.endpoints, elapsedMs: () => time.elapsedMs() }),
    hostsWithoutDns: new Set<string>(),
    foreignTokens: new ForeignTokens(),
  };
  const plex = createPlexClient(plexDeps);
  const plexAs: PlexAs = ({ clientIdentifier: of, name }) =>
    createPlexClient({
      ...plexDeps,
      clientIdentifier: of,
      client: { ...ports.client, product: name, deviceName: name },
    });
  const guard = createClipboardGuard({
    clipboard: ports.clipboard,
    screenLock: ports.screenLock,
    clock,
    events,
    clearAfterMs: () => settings.value().clipboardSeconds * SECOND_MS,
  });
  const avatars = createAvatars(plex);
  const book = createVerdictBook({ index, clock });
  const accounts = createAccounts({
    ...{ index, keeper, plex, avatars, activity, book, clock, time, events },
  });
  const usedServers = createUsedServers({ activity, accounts, events });
  const servers = createServerDirectory({
    accounts,
    kept,
    routes: createRouteMemory({ kept, clock, currentNetwork: ports.currentNetwork }),
    settings,
    plex,
    book,
    clock,
    events,
  });
  const tokens = createTransientTokens({
    index,
    keeper,
    accounts,
    servers,
    plex,
    activity,
    book,
    clock,
    time,
    events,
    log,
  });
  const consent = createConsent({ asker: ports.personAsker, clock });
  const appTokens = createAppTokens({
    ...{ index, keeper, accounts, servers, plex, plexAs, consent, book, notices, activity },
    ...{ clock, events, log, files: ports.destinationFiles },
  });
  const wanted = createWanted({ time, events });
  const checks = createTokenChecks({
    ...{ accounts, servers, tokens, appTokens, keeper, plex, index, settings, activity, book },
    ...{ clock, time, events, wanted, vaultStatus },
    notifier: ports.notifier,
  });
  const { verdicts } = checks;
  const sources = createSources({ servers, tokens, keeper, verdicts, plex, clock });
  const identifier = createIdentifier({
    plex,
    accounts,
    servers,
    tokens,
    appTokens,
    clipboard: ports.clipboard,
    screenLock: ports.screenLock,
    clock,
    events,
    log,
  });
  const adopter = createAdopter({
    ...{ plex, accounts, servers, tokens, appTokens, clock, events, log },
    files: ports.destinationFiles,
    screenLock: ports.screenLock,
  });
  const secrets = createSecretCopier({
    ...{
      accounts,
      tokens,
      appTokens,
      servers,
      sources,
      keeper,
      guard,
      verdicts,
      activity,
      settings,
      notices,
    },
    clock,
    endpoints: ports.endpoints,
    platform: app.platform,
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
  const pins = createPins({ accounts, servers, settings });
  const lastView = createLastView({ accounts, settings });
  let { activityDays } = settings.value();
  events.subscribe((change) => {
    if (change.settings === undefined || change.settings.activityDays === activityDays) return;
    activityDays = change.settings.activityDays;
    void activity.forgetOld();
  });
  const board = createSignOutList({ index, clock, events });
  const signOut = createSignOut({
    index,
    keeper,
    accounts,
    avatars,
    servers,
    pins,
    lastView,
    devices,
    tokens,
    sources,
    plex,
    clock,
    board,
    notices,
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
  signIn.onDone((accountId) => {
    void servers.refresh(accountId);
    // Whatever ended the account's own token may have ended theirs.
    if (appTokens.summaries().some(({ account }) => account.id === accountId)) {
      void appTokens.refresh();
    }
  });

  const repairs = createRepairs({ accounts, appTokens, events });

  let isClosing = false;
  const removeLeftovers = async (): Promise<void> => {
    const finished = await keeper.finish();
    if (finished.ok && finished.value > 0) {
      notices.add({ kind: 'leftoversRemoved', count: finished.value });
    }
  };
  // Of two at once each would count what the other removes.
  const leftoversInTurn = oneAtATime();

  const finishCutShort = async (): Promise<void> => {
    // A newer Usher's is that one's to finish.
    if (isClosing || index.isTooNew()) return;
    await leftoversInTurn(removeLeftovers);
    await signOut.finishInterrupted();
    await appTokens.finishInterrupted();
  };

  const finishInterrupted = async (): Promise<void> => {
    await finishCutShort();
    signOut.retry();
  };

  vaultStatus.onRecovery(() => {
    void signIn.storeHeld();
    void finishInterrupted();
    checks.onKeychainReturn();
  });

  const stopWatching = ports.systemEvents.watch({
    onSuspend: () => time.suspend(),
    onResume: () => {
      time.resume();
      checks.look();
    },
    onNetworkReturn: () => {
      signOut.retry();
      void appTokens.finishInterrupted();
      checks.onNetworkReturn();
    },
    onFocus: () => guard.tryAgain(),
  });

  /** Lists of servers, and pins, that a crash left of accounts that are gone. Another process puts the account in first. */
  const forgetGone = async (): Promise<void> => {
    const accountIds = kept.accountIds();
    await index.refresh();
    if (index.isTooNew()) return;
    for (const id of accountIds) if (!accounts.find(id).ok) await servers.forget(id);
    await pins.forgetGone();
    await lastView.forgetGone();
  };

  const snapshot = (): State => {
    const summaries = accounts.summaries();
    return {
      app: { ...app, version: ports.client.version, deviceName: ports.client.deviceName },
      vault: vaultStatus.state(),
      vaultActivity: vaultStatus.activity(),
      accounts: summaries,
      servers: summaries.map(({ id }) => servers.list(id)),
      devices: summaries.map(({ id }) => devices.list(id)),
      revocations: devices.revocations(),
      tokens: tokens.summaries(),
      appTokens: appTokens.summaries(),
      identification: identifier.state(),
      adoption: adopter.state(),
      clipboard: guard.state(),
      signIn: signIn.state(),
      signOuts: board.list(),
      repair: repairs.state(),
      notices: notices.list(),
      wanted: wanted.view(),
      hasTray,
      quickAccess,
      settings: settings.value(),
      activity: activity.state(),
      usedServers: usedServers.list(),
    };
  };

  let hasTray = false;
  let quickAccess: QuickAccessState = 'off';
  let isBugReported = false;

  let unfollow: readonly (() => void)[] = [];
  const follow = (): void => {
    if (isClosing) return;
    followOthers({ index, accounts, avatars, servers, tokens, appTokens, sources, devices, board });
    const documents = [index, kept, settings, activity];
    unfollow = documents.map((document) => document.watch());
  };

  const close = async (): Promise<void> => {
    isClosing = true;
    limited.allow(keychainTimeOnCloseMs);
    stopWatching();
    for (const stop of unfollow) stop();
    const checksEnded = Promise.all([lookout.close(), checks.close()]);
    tokens.close();
    signOut.close();
    identifier.close();
    adopter.forget();
    await signIn.close();
    await guard.close();
    if (guard.isTimed()) await guard.clear();
    await checksEnded;
    await leftoversInTurn(() => Promise.resolve());
    await activity.flush();
    vault.dispose();
    await index.instance.end();
  };
  let closed: Promise<void> | null = null;

  /** What was cut short, and what is over; then the lists, and the checks that go on from there. */
  const beginChecks = async (options: { readonly isPersonThere: boolean }): Promise<void> => {
    if (isClosing) return;
    await finishInterrupted();
    await forgetGone();
    await tokens.watchExpiry();
    for (const { id, thumbUrl } of index.content().accounts) {
      if (options.isPersonThere) avatars.fetch(id, thumbUrl);
      const refreshed = await servers.refresh(id);
      // The others would be turned away too, or the person be asked to unlock the keychain for each of them.
      const isKeychainLocked = vaultStatus.state().kind === 'unusable';
      if (isKeychainLocked || (!refreshed.ok && refreshed.error.code === 'plex.rateLimited')) break;
    }
    checks.start(options);
  };

  const lookout = createLookout({
    files,
    changes: createVerdictChanges({
      ...{ index, accounts, servers, appTokens, vaultStatus, clock, events },
    }),
    asked: { accounts, servers, verdicts, appTokens, clock },
    begin: () => {
      follow();
      void beginChecks({ isPersonThere: false }).catch((thrown: unknown) => {
        log.error('lookout.bug', { thrown });
        // Nobody is there to start it again.
        checks.start({ isPersonThere: false });
      });
    },
    keepAlive: () => checks.keepAlive(),
  });

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
    addedAddresses: createAddedAddresses({ accounts, servers, plex, consent, activity, clock }),
    plainHttp: createPlainHttp({ servers, settings, consent, clock }),
    pins,
    lastView,
    wanted,
    tokens,
    appTokens,
    verdicts,
    lookout,
    sources,
    identifier,
    adopter,
    secrets,
    guard,
    notices,
    settings,
    activity,
    fileSaver: ports.fileSaver,
    filePicker: ports.filePicker,
    clipboard: ports.clipboard,
    browser: ports.browser,
    endpoints: ports.endpoints,
  };

  return ok({
    events,
    snapshot,
    avatarOf: (name) => avatars.imageOf(name),
    services,
    settle: async () => {
      if (isClosing) return;
      await signIn.resume();
      await beginChecks({ isPersonThere: true });
    },
    takeUpUnfinished: async () => {
      const content = index.content();
      const isAny =
        content.accounts.some(({ isSigningOut }) => isSigningOut) ||
        content.appTokens.some(({ work }) => work !== null) ||
        content.appTokensInMaking.length > 0 ||
        content.endingAppTokens.length > 0 ||
        content.destinationWrites.length > 0;
      if (isAny || content.unfinishedKeys.length > 0) await finishCutShort();
    },
    follow,
    noteTray: (isThere) => {
      if (isThere === hasTray) return;
      hasTray = isThere;
      events.emit({ hasTray });
    },
    noteQuickAccess: (state) => {
      if (state === quickAccess) return;
      quickAccess = state;
      events.emit({ quickAccess });
    },
    reportBug: (reference) => {
      if (isBugReported) return;
      isBugReported = true;
      notices.add({ kind: 'bug', reference });
    },
    close: () => {
      // Whoever quits a second time waits for the first: closing twice at once would store and take back the same sign-in.
      closed ??= close();
      return closed;
    },
  });
}
