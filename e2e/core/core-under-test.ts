import { createRequestHandlers } from '../../electron/ipc/request-handlers.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts';
import type { ServerRef } from '../../shared/model/server.ts';
import { withChange, type AppInfo, type State, type StatePart } from '../../shared/model/state.ts';
import type { TransientTokenSummary } from '../../shared/model/token.ts';
import { ok, type Result } from '../../shared/result.ts';
import { createUsher, type Usher } from '../../electron/core/usher.ts';
import { answerRequest, requestSchemas as schemas } from '../../electron/ipc/answer-request.ts';
import { loopbackPlexEndpoints } from '../../electron/process/launch-options.ts';
import type { Desktop, Ports, ProfileFiles, SystemProbe, Vault } from '../../electron/ports.ts';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createRunningClock, createTestLog, type TestClock } from '../../electron/testing.ts';
import {
  createMemoryDestinations,
  type MemoryDestinations,
} from './testing/memory-destinations.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';

/** The whole core, as the window drives it, with the world's in-memory twins and real HTTP. */
export interface CoreUnderTest {
  readonly usher: Usher;
  readonly clock: TestClock;
  readonly vault: Vault;
  readonly files: ProfileFiles;
  readonly log: ReturnType<typeof createTestLog>;
  /** What a person would find on the clipboard. */
  clipboardText(): string;
  /** As if another program had copied something. */
  copyElsewhere(text: string): void;
  lockScreen(): void;
  /** What was saved where the person said, by its suggested name. */
  readonly savedFiles: ReadonlyMap<string, string>;
  /** The files of programs, in memory. */
  readonly destinations: MemoryDestinations;
  /** Sleeps so long on a computer whose monotonic clock stands still meanwhile, and wakes up. */
  sleep(durationMs: number): void;
  /** As if the network had been away and is there again. */
  returnNetwork(): void;
  /** Every notification the system was asked to show. */
  readonly notifications: readonly ShownNotification[];
  /** Every page that was opened in the browser. */
  readonly openedUrls: readonly string[];
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<Result<RequestOutput<Name>>>;
  /** As request; throws what was refused. */
  must<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<RequestOutput<Name>>;
  /** Mints on a server, and puts that on the clipboard. */
  mint(server: ServerRef): Promise<TransientTokenSummary>;
  snapshot(): State;
  /** Resolves with the first value of this part of the state, the present one included, that fits. */
  waitFor<Part extends StatePart>(
    part: Part,
    fits: (value: PartOrList<Part>) => boolean,
  ): Promise<PartOrList<Part>>;
}

export interface ShownNotification {
  readonly title: string;
  readonly body: string;
  readonly click: () => void;
}

export interface CoreOptions {
  readonly plexUrl: string;
  readonly vault?: Vault;
  readonly files?: ProfileFiles;
  readonly clock?: TestClock;
  readonly fetch?: typeof fetch;
  /** In place of a clipboard that takes every secret. */
  readonly writeSecret?: Ports['clipboard']['writeSecret'];
  readonly probe?: SystemProbe;
  readonly platform?: AppInfo['platform'];
  /** What the person answers where only they can allow something; without it, no. */
  readonly confirms?: Ports['personAsker']['confirms'];
  /** The file that the person chooses, when they are asked for one. */
  readonly picks?: Ports['filePicker']['pick'];
  readonly destinations?: MemoryDestinations;
  /** In place of those in memory. */
  readonly destinationFiles?: Ports['destinationFiles'];
  /** The network the computer is in. */
  readonly currentNetwork?: () => string | null;
}

const healthyProbe: SystemProbe = {
  system: () =>
    Promise.resolve({
      platform: 'linux',
      platformVersion: '6.1',
      appVersion: '0.0.0',
      runtimeVersion: 'Node',
      desktop: 'GNOME',
      hasDisplay: true,
      sessionType: 'x11',
      packageTool: 'apt',
      container: null,
    }),
  secretService: () =>
    Promise.resolve({
      bus: 'reachable',
      service: 'running',
      provider: 'gnome-keyring-d',
      collection: 'unlocked',
    }),
};

export async function startCore(options: CoreOptions): Promise<CoreUnderTest> {
  const endpoints = loopbackPlexEndpoints(options.plexUrl);
  if (endpoints === null) throw new Error(`not a loopback address: ${options.plexUrl}`);
  const clock = options.clock ?? createRunningClock();
  const vault = options.vault ?? createMemoryVault();
  const files = options.files ?? createMemoryProfileFiles();
  const log = createTestLog();
  const openedUrls: string[] = [];
  const systemListeners = new Set<Parameters<Ports['systemEvents']['watch']>[0]>();
  const notifications: ShownNotification[] = [];
  const screenLockListeners = new Set<() => void>();
  const savedFiles = new Map<string, string>();
  const destinations = options.destinations ?? createMemoryDestinations(() => clock.now());
  let clipboardText = '';

  let opensAtLogin = false;
  const desktop: Desktop = {
    profileFolder: '~/.config/Usher',
    hasNotices: () => false,
    open: () => Promise.resolve(ok(null)),
    opensAtLogin: () => Promise.resolve(ok(opensAtLogin)),
    setOpensAtLogin: (isWanted) => {
      opensAtLogin = isWanted;
      return Promise.resolve(ok(null));
    },
  };
  const ports: Ports = {
    vault,
    files,
    clock,
    log,
    endpoints,
    screenLock: {
      watch: (onLocked) => {
        screenLockListeners.add(onLocked);
        return () => screenLockListeners.delete(onLocked);
      },
    },
    fileSaver: {
      save: (name, text) => {
        savedFiles.set(name, text);
        return Promise.resolve(ok(true));
      },
    },
    filePicker: { pick: options.picks ?? (() => Promise.resolve(ok([]))) },
    destinationFiles: options.destinationFiles ?? destinations,
    personAsker: { confirms: options.confirms ?? (() => Promise.resolve(false)) },
    notifier: {
      show: (text, click) => void notifications.push({ ...text, click }),
    },
    systemEvents: {
      watch: (listeners) => {
        systemListeners.add(listeners);
        return () => systemListeners.delete(listeners);
      },
    },
    probe: options.probe ?? healthyProbe,
    currentNetwork: options.currentNetwork ?? (() => 'home'),
    fetch: options.fetch ?? fetch,
    browser: {
      open: (url) => {
        openedUrls.push(url);
        return Promise.resolve(ok(null));
      },
    },
    clipboard: {
      isThere: () => true,
      read: () => Promise.resolve(ok(clipboardText)),
      write: (text) => setClipboard(text),
      writeSecret:
        options.writeSecret ??
        (async (text) => {
          await setClipboard(text);
          return ok({ isKeptFromHistory: true });
        }),
      clear: () => setClipboard(''),
    },
    client: {
      product: 'Usher',
      version: '0.0.0',
      platform: 'Linux',
      platformVersion: '6.1',
      device: 'PC',
      deviceName: 'Zoë’s desk',
    },
  };
  const setClipboard = (text: string): Promise<Result<null>> => {
    clipboardText = text;
    return Promise.resolve(ok(null));
  };

  const opened = await createUsher(ports, { platform: options.platform ?? 'linux', isDemo: true });
  if (!opened.ok) throw new Error(opened.error.code);
  const usher = opened.value;

  const request: CoreUnderTest['request'] = (name, input) =>
    answerRequest(
      { handlers: createRequestHandlers(usher.services, desktop), schemas, log },
      name,
      input,
    );

  const must: CoreUnderTest['must'] = async (name, input) => {
    const answer = await request(name, input);
    if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };

  return {
    usher,
    clock,
    vault,
    files,
    log,
    openedUrls,
    notifications,
    savedFiles,
    destinations,
    request,
    clipboardText: () => clipboardText,
    lockScreen: () => {
      for (const listener of screenLockListeners) listener();
    },
    sleep: (durationMs) => {
      for (const { onSuspend } of systemListeners) onSuspend();
      clock.setNow(clock.now() + durationMs);
      for (const { onResume } of systemListeners) onResume();
    },
    returnNetwork: () => {
      for (const { onNetworkReturn } of systemListeners) onNetworkReturn();
    },
    copyElsewhere: (text) => {
      clipboardText = text;
    },
    must,
    mint: async (server) => (await must('server.copyToken', { ...server, mode: 'new' })).token,
    snapshot: () => usher.snapshot(),
    waitFor: (part, fits) => waitForState(usher, part, fits),
  };
}

/** As the page sees it: a part that changes and is not emitted never fits. */
function waitForState<Part extends StatePart>(
  usher: Usher,
  part: Part,
  fits: (value: PartOrList<Part>) => boolean,
): Promise<PartOrList<Part>> {
  return new Promise((resolve) => {
    let state = usher.snapshot();
    const present = presentValues(state, part).find(fits);
    if (present !== undefined) {
      resolve(present);
      return;
    }
    const stop = usher.events.subscribe((change) => {
      state = withChange(state, change);
      const wanted = presentValues(state, part).find(fits);
      if (wanted === undefined) return;
      stop();
      resolve(wanted);
    });
  });
}

/** A part of the state; of one that is kept by account, the list of one account. */
type PartOrList<Part extends StatePart> = Part extends 'servers' | 'devices'
  ? State[Part][number]
  : State[Part];

function presentValues<Part extends StatePart>(
  state: State,
  part: Part,
): readonly PartOrList<Part>[] {
  const isByAccount = part === 'servers' || part === 'devices';
  return (isByAccount ? state[part] : [state[part]]) as readonly PartOrList<Part>[];
}
