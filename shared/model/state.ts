import type { AppError, RejectionCause } from '../errors.ts';
import type { AccountSummary } from './account.ts';
import type { ActivityState, UsedServer } from './activity.ts';
import type { AppTokenSummary } from './app-token.ts';
import type { UsedCommand } from './command.ts';
import type { DeviceList, Revocation } from './device.ts';
import type { Adoption } from './adoption.ts';
import type { Identification } from './identification.ts';
import type { AccountId, EpochMs, NoticeId, ServerId, TransientTokenId } from './ids.ts';
import type { KeptView } from './kept-view.ts';
import { serverKey, type ServerList, type ServerRef, type ServerSummary } from './server.ts';
import type { QuickAccessState } from './shortcut.ts';
import type { RepairRun, SignInState } from './sign-in.ts';
import type { SignOutProgress } from './sign-out.ts';
import type { TokenForm, TransientTokenSummary } from './token.ts';

export interface WantedView {
  readonly view: KeptView;
  /** Another one each time, so that the same view can be wanted again. */
  readonly id: number;
}

export interface AppInfo {
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32' | 'other';
  /** The demo talks to a built-in Plex on this computer. */
  readonly isDemo: boolean;
  /** As it will read in Plex's Authorized Devices. */
  readonly deviceName: string;
}

/**
 * Everything a page shows. It asks for the whole once; after that each `StateChange` brings the parts that are new. A new
 * part is a line here, its value in `core/usher.ts`, and whoever emits it: the page's store follows by itself.
 */
export interface State {
  readonly app: AppInfo;
  readonly vault: VaultState;
  readonly vaultActivity: VaultActivity;
  readonly accounts: readonly AccountSummary[];
  readonly servers: readonly ServerList[];
  readonly devices: readonly DeviceList[];
  readonly revocations: readonly Revocation[];
  /** The newest first. */
  readonly tokens: readonly TransientTokenSummary[];
  /** In the order in which they were added. */
  readonly appTokens: readonly AppTokenSummary[];
  readonly identification: Identification;
  /** What the files that were scanned last hold; nothing when none are held. */
  readonly adoption: Adoption;
  readonly clipboard: ClipboardState;
  readonly signIn: SignInState;
  /** Those that are not over. */
  readonly signOuts: readonly SignOutProgress[];
  readonly repair: RepairRun;
  readonly notices: readonly Notice[];
  /** What the person wanted to see when they clicked a notification or an item of the tray; null before the first. */
  readonly wanted: WantedView | null;
  /** Whether the system shows a tray, in which Usher can be found without a window. */
  readonly hasTray: boolean;
  /** Whether the shortcut of quick access works. */
  readonly quickAccess: QuickAccessState;
  readonly settings: Settings;
  readonly activity: ActivityState;
  /** The most used first. */
  readonly usedServers: readonly UsedServer[];
}

export type StatePart = Exclude<keyof State, 'app'>;

/** The parts that are new. Of those kept by account, the lists of the accounts that have changed. */
export interface StateChange extends Partial<Pick<State, StatePart>> {
  /** Single servers of lists that are as they were otherwise: one of thousands is told of alone. */
  readonly changedServers?: readonly ServerSummary[];
}

/** What of the state is another one after a change. */
export const changedParts = ({ changedServers, ...parts }: StateChange): readonly StatePart[] => [
  ...(Object.keys(parts) as StatePart[]),
  ...(changedServers === undefined || 'servers' in parts ? [] : (['servers'] as const)),
];

/** The state after a change; what the change does not carry stays as it is. */
export function withChange(state: State, { changedServers, ...parts }: StateChange): State {
  return {
    ...state,
    ...parts,
    servers: withServers(withLists(state.servers, parts.servers), changedServers),
    devices: withLists(state.devices, parts.devices),
  };
}

function withServers(
  lists: readonly ServerList[],
  changed: readonly ServerSummary[] = [],
): readonly ServerList[] {
  if (changed.length === 0) return lists;
  const byKey = new Map(changed.map((server) => [serverKey(server), server]));
  const accountIds = new Set(changed.map(({ accountId }) => accountId));
  return lists.map((list) =>
    accountIds.has(list.accountId)
      ? { ...list, servers: list.servers.map((server) => byKey.get(serverKey(server)) ?? server) }
      : list,
  );
}

function withLists<List extends { readonly accountId: AccountId }>(
  known: readonly List[],
  changed: readonly List[] = [],
): readonly List[] {
  if (changed.length === 0) return known;
  const lists = new Map([...known, ...changed].map((list) => [list.accountId, list]));
  return [...lists.values()];
}

export const clipboardTimes = [10, 30, 60, 120, 300] as const;
export const activityTimes = [7, 30, 90, 365] as const;
export const themes = ['system', 'light', 'dark'] as const;
/** What the system's own programs can be asked to show: never a path that a page names. */
export const desktopPlaces = ['profile', 'logs', 'notices'] as const;
export type DesktopPlace = (typeof desktopPlaces)[number];
export const starts = ['overview', 'lastView'] as const;

/** What a person has chosen. Kept in the profile; none of it is secret. */
export interface Settings {
  /** Tells plex.tv once a day that each account token is in use: those that lie idle die after weeks. */
  readonly isKeepAliveOn: boolean;
  /** Whether the system's notifications tell of a token that fails. */
  readonly isNotifying: boolean;
  /** Whether a transient token that turns out to be dead when it is copied is minted anew at once. */
  readonly isMintingAnew: boolean;
  /** The form that a token is copied in, unless another is asked for. */
  readonly tokenForm: TokenForm;
  /** Whether a copy for a server takes the token that was minted last, while it is valid; else each mints one. */
  readonly isReusing: boolean;
  /** How long a token stays on the clipboard. */
  readonly clipboardSeconds: (typeof clipboardTimes)[number];
  /** How long the activity is kept. */
  readonly activityDays: (typeof activityTimes)[number];
  readonly theme: (typeof themes)[number];
  readonly startWith: (typeof starts)[number];
  /** Whether Usher goes on without a window, in the tray, when its window is closed. */
  readonly isInBackground: boolean;
  /** Whether the person was told so, when they first closed the window. */
  readonly isBackgroundTold: boolean;
  /** What opens quick access from every program, as in `model/shortcut.ts`; null until one is recorded. */
  readonly quickShortcut: string | null;
  /** Whether quick access goes away once a token is on the clipboard. */
  readonly isHidingAfterCopy: boolean;
  /** What the window showed last, for those who begin with it. */
  readonly lastView: KeptView | null;
  /** Servers that a token may be sent to without encryption. */
  readonly insecureServerIds: readonly ServerId[];
  /** When each of them was allowed; one that an earlier Usher was told of has none. */
  readonly insecureSince: Readonly<Record<string, EpochMs>>;
  /** In the order in which they were pinned. */
  readonly pinnedServers: readonly ServerRef[];
  /** What was chosen in the palette, each once, the last one first. */
  readonly usedCommands: readonly UsedCommand[];
}

export const defaultSettings: Settings = {
  isKeepAliveOn: true,
  isNotifying: true,
  isMintingAnew: false,
  tokenForm: 'raw',
  isReusing: true,
  clipboardSeconds: 30,
  activityDays: 90,
  theme: 'system',
  startWith: 'overview',
  isInBackground: false,
  isBackgroundTold: false,
  quickShortcut: null,
  isHidingAfterCopy: true,
  lastView: null,
  insecureServerIds: [],
  insecureSince: {},
  pinnedServers: [],
  usedCommands: [],
};

/** What Usher put on the clipboard and has not cleared. */
export type ClipboardState =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'holding';
      /** What was copied, in words: the name of an account, a server, or a device that is a source. */
      readonly label: string;
      readonly what: 'accountToken' | 'transientToken' | 'sourceToken' | 'appToken';
      /** Of a transient token, which is in the list as soon as it is kept; null of others. */
      readonly tokenId: TransientTokenId | null;
      readonly form: TokenForm;
      /** When this was sent; null once the person chose to keep it. */
      readonly remainingMs: number | null;
      readonly totalMs: number;
      /** Why it is still there although it was to be cleared. It is tried again. */
      readonly failure: 'clipboard.failed' | 'clipboard.notCleared' | null;
      /** Whether platform and runtime could keep it out of clipboard history. */
      readonly isKeptFromHistory: boolean;
    };

/** Something that happened without the person asking, kept until dismissed. */
export type Notice = { readonly id: NoticeId; readonly at: EpochMs } & (
  | {
      /** The index in the profile could not be read. The bad file was kept beside it. */
      readonly kind: 'profileRebuilt';
      readonly from: 'backup' | 'nothing';
      /** Null when there was no file any more, only its backup. */
      readonly keptAs: string | null;
    }
  /** The index was written by a later Usher; it is left alone and nothing is saved. */
  | { readonly kind: 'profileTooNew' }
  /** A sign-in approved while Usher was closed (or closing) was finished. */
  | { readonly kind: 'signInResumed'; readonly accountTitle: string }
  /** A sign-in was given up, and its new token could not be revoked at Plex. Null: Plex did not tell whose it is. */
  | { readonly kind: 'newTokenLeft'; readonly title: string | null }
  /** A sign-out that had waited for Plex is finished. `isProved`: Plex rejected the token when asked with it once more. */
  | { readonly kind: 'signOutFinished'; readonly title: string; readonly isProved: boolean }
  /** A sign-out that waited for Plex ended without it: the token was not in the keychain any more. */
  | { readonly kind: 'signOutTokenLost'; readonly title: string }
  /** A transient token was dead when it was to be copied, and a new one was minted and copied in its place. */
  | {
      readonly kind: 'mintedAnew';
      readonly serverName: string;
      readonly because: RejectionCause | 'expired';
    }
  /** An app token that was being made was cut short, and is revoked again: nothing of it is left. */
  | { readonly kind: 'appTokenUndone'; readonly name: string }
  /** A rotation, or a removal, of an app token that was cut short is finished. */
  | { readonly kind: 'appTokenFinished'; readonly name: string; readonly isRemoved: boolean }
  /** A removal cut short by a crash was finished. */
  | { readonly kind: 'removalFinished'; readonly title: string }
  /** A sign-out cut short by a crash could not be finished, since Plex could not be asked: the account stays. */
  | { readonly kind: 'signOutCutShort'; readonly title: string }
  /** A mistake in Usher came up that no request could be told of. The log has it under the reference. */
  | { readonly kind: 'bug'; readonly reference: string }
  /** Secrets that something cut short had left in the keychain were deleted. */
  | { readonly kind: 'leftoversRemoved'; readonly count: number }
);

/** What is known of the OS keychain. */
export type VaultState =
  /** Not asked yet: the keychain is left alone until it is needed. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ready' }
  /** Why it last refused a call. */
  | { readonly kind: 'unusable'; readonly error: AppError }
  /** The person chose to go on without a keychain: secrets in memory, gone when Usher quits. */
  | { readonly kind: 'sessionOnly' };

/** The keychain's own activity, told once a call takes longer than a second: most likely it waits for the person. */
export interface VaultActivity {
  readonly isWaiting: boolean;
}
