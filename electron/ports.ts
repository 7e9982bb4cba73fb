import type { Destination } from '../shared/model/destination.ts';
import type { SecretServiceFacts, SystemFacts } from '../shared/model/doctor-report.ts';
import type { PersonQuestion } from '../shared/model/person-question.ts';
import type { DesktopPlace } from '../shared/model/state.ts';
import type { Result } from '../shared/result.ts';

/**
 * The world outside the core. The window, the command line and the tests each hand in their own.
 */
export interface Ports {
  readonly vault: Vault;
  /** Fetch of the Fetch standard. In the app it is Electron's (system proxy and certificates), elsewhere Node's. */
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly browser: Browser;
  readonly clipboard: Clipboard;
  readonly files: ProfileFiles;
  readonly log: Log;
  readonly client: ClientIdentity;
  readonly endpoints: PlexEndpoints;
  readonly probe: SystemProbe;
  readonly screenLock: ScreenLock;
  readonly fileSaver: FileSaver;
  readonly filePicker: FilePicker;
  readonly destinationFiles: DestinationFiles;
  readonly personAsker: PersonAsker;
  readonly systemEvents: SystemEvents;
  /** Names the network the computer is in, the same each time it is there; null without one. */
  readonly currentNetwork: () => string | null;
  readonly notifier: Notifier;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds from an arbitrary start; never goes back. */
  monotonicMs(): number;
  /** Calls back once after delayMs; the answer cancels it. */
  after(delayMs: number, callback: () => void): () => void;
}

/**
 * Where secrets are kept. `get` answers null when the keychain has no such item, or hides it because it is locked:
 * on Linux the two look the same, so only the index can tell them apart.
 */
export interface Vault {
  get(key: string): Promise<Result<string | null>>;
  /** Written, then read back. */
  set(key: string, secret: string): Promise<Result<null>>;
  /** Deleted, then proved gone. Deleting what is not there is done, not an error. */
  delete(key: string): Promise<Result<null>>;
  /** Writes, reads and deletes an item of its own. */
  check(): Promise<Result<null>>;
  /** Kills the call that waits for the person; it answers `vault.denied`. */
  cancelWaiting(): void;
  /** Tells when a call has waited for more than a second, and when that is over. */
  onWaiting(listener: (isWaiting: boolean) => void): () => void;
  dispose(): void;
}

export interface Browser {
  /** Opens a page of an allowed host in the system's browser. */
  open(url: string): Promise<Result<null>>;
}

export interface Clipboard {
  /** False where there is surely none. Whether it takes a text shows only when it is given one. */
  isThere(): boolean;
  read(): Promise<Result<string>>;
  write(text: string): Promise<Result<null>>;
  /** As write, kept out of clipboard history where the platform can. */
  writeSecret(text: string): Promise<Result<{ readonly isKeptFromHistory: boolean }>>;
  clear(): Promise<Result<null>>;
}

/** Small text files in the profile folder. None holds a secret. */
export interface ProfileFiles {
  /** Null when there is no such file. */
  read(name: string): Promise<Result<string | null>>;
  /** Atomic: after a crash the file holds the old text or the new, never a part. */
  write(name: string, text: string): Promise<Result<null>>;
  /** Renames a file that can't be read, so that it is kept; answers its new name. */
  setAside(name: string, suffix: string): Promise<Result<string>>;
  /**
   * Works while nobody else does who asks for the same, in this process or another. Never one within another: that would
   * wait for itself. `profile.busy` when another process keeps it for more than ten seconds.
   */
  exclusively<T>(work: () => Promise<Result<T>>): Promise<Result<T>>;
  /** Removes what writes that were cut short left behind, unless another process is at work. */
  removeParts(): Promise<void>;
  /** Makes a run known as alive until the process ends, however it ends, or until the answer is called. */
  announce(runId: string): Promise<Result<() => Promise<void>>>;
  isAlive(runId: string): Promise<boolean>;
  /** Takes what one process at a time may do, until it ends or the answer is called; `profile.watched` when one does it. */
  claim(deed: 'watch'): Promise<Result<() => Promise<void>>>;
  /** Calls back at first, and soon after anybody wrote the file of that name, this process included. Returns a function that ends it. */
  watch(name: string, listener: () => void): () => void;
}

/** Facts are logged as data, so that the scrubber can go over every field. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void;
  error(event: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** The X-Plex identity headers but for the client identifier, which the profile keeps. */
export interface ClientIdentity {
  readonly product: string;
  readonly version: string;
  readonly platform: string;
  readonly platformVersion: string;
  readonly device: string;
  readonly deviceName: string;
}

export interface FileSaver {
  /** Asks the person where to, and writes there; false when they thought better of it. */
  save(suggestedName: string, text: string): Promise<Result<boolean>>;
}

/** What a destination's file held when it was looked at. */
export interface DestinationLook {
  /** What stands at the key; null where there is nothing. */
  readonly value: string | null;
  /** Where in the same file the address of the server has its place; null without one. */
  readonly urlKey: string | null;
  readonly stamp: DestinationStamp;
}

/** How a file is known again without reading it. */
export interface DestinationStamp {
  /** Another one when the file was written since; null while there is no file. */
  readonly mark: string | null;
  readonly modifiedAt: number | null;
  readonly isReadableByOthers: boolean;
}

/** A whole file before and after a change. */
export interface DestinationTexts {
  readonly before: string;
  readonly after: string;
}

/** Called before the first byte is written, with what a write that is cut short is finished by. */
export type KeepSafe = (texts: DestinationTexts) => Promise<Result<null>>;

export interface ListedFiles {
  readonly files: readonly string[];
  /** There were more, or deeper ones. */
  readonly isCutOff: boolean;
}

/** The files that programs read their tokens from. Errors: `destination.*`. */
export interface DestinationFiles {
  /** The files that are named, and of a folder those of the programs that are known; null for their usual places. */
  list(paths: readonly string[] | null): Promise<ListedFiles>;
  /** The text of a file, for one look at what is in it. */
  read(path: string): Promise<Result<string>>;
  stampOf(destination: Destination): Promise<Result<DestinationStamp>>;
  look(destination: Destination): Promise<Result<DestinationLook>>;
  /** In place, and proved. `destination.changed` when the file is not what it was at the look. */
  write(
    destination: Destination,
    look: DestinationLook,
    values: {
      readonly token: string;
      readonly url: { readonly key: string; readonly value: string } | null;
    },
    keepSafe: KeepSafe,
  ): Promise<Result<DestinationLook>>;
  /** Takes the value out; the rest of the file stays. */
  clear(
    destination: Destination,
    look: DestinationLook,
    keepSafe: KeepSafe,
  ): Promise<Result<DestinationLook>>;
  /** Finishes a write that was cut short. `destination.changed` where somebody else has written the file since. */
  mend(destination: Destination, texts: DestinationTexts): Promise<Result<null>>;
  /** Leaves the file to its owner alone. */
  restrict(destination: Destination): Promise<Result<null>>;
}

export interface FilePicker {
  /** Has the person choose what is there, one unless it is `files`; none when they thought better of it. */
  pick(what: 'file' | 'files' | 'folder'): Promise<Result<readonly string[]>>;
}

export interface PersonAsker {
  /** Asks the person, out of the page's reach. Anything but a yes is a no. */
  confirms(question: PersonQuestion): Promise<boolean>;
}

export interface ScreenLock {
  /** Calls back when the screen is locked or the computer goes to sleep. Returns a function that ends it. */
  watch(onLocked: () => void): () => void;
}

export interface Notifier {
  /** Shows a notification of the system; calls back when the person clicks it. */
  show(text: { readonly title: string; readonly body: string }, onClick: () => void): void;
}

export interface SystemEvents {
  /** Returns a function that ends it. */
  watch(listeners: {
    readonly onSuspend: () => void;
    readonly onResume: () => void;
    /** There is a network again after there was none, or for the first time since waking up. */
    readonly onNetworkReturn: () => void;
    /** A window of Usher came to the front. */
    readonly onFocus: () => void;
  }): () => void;
}

/** What only the window has to do with: the system around it. */
export interface Desktop {
  /** Where Usher keeps its files, as people write it. */
  readonly profileFolder: string;
  /** Whether the licences of what is handed out lie beside the program: a source tree hands out nothing. */
  hasNotices(): boolean;
  /** Shows it by the system's own program. */
  open(what: DesktopPlace): Promise<Result<null>>;
  /** Whether Usher opens when the person logs in. The system alone keeps that. */
  opensAtLogin(): Promise<Result<boolean>>;
  setOpensAtLogin(isWanted: boolean): Promise<Result<null>>;
}

/** What the keychain doctor sees of the computer. */
export interface SystemProbe {
  system(): Promise<SystemFacts>;
  /** Null where there is no such thing (macOS, Windows). */
  secretService(): Promise<SecretServiceFacts | null>;
}

export interface PlexEndpoints {
  /** `https://plex.tv` */
  readonly plexTv: string;
  /** `https://clients.plex.tv` */
  readonly clients: string;
  /** The page that approves a strong PIN: `https://app.plex.tv/auth` */
  readonly authPage: string;
  /** The page that takes a four-character PIN: `https://plex.tv/link` */
  readonly linkPage: string;
}
