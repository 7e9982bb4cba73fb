import type { AppError } from '../errors.ts';
import type { EpochMs } from './ids.ts';

/** What the keychain doctor found. Holds no secret and no name of a person, so that it can go into a bug report. */
export interface DoctorReport {
  readonly at: EpochMs;
  readonly system: SystemFacts;
  /** Null where the platform has no Secret Service (macOS, Windows). */
  readonly secretService: SecretServiceFacts | null;
  /** An item of its own written, read and deleted. */
  readonly roundTrip:
    | { readonly kind: 'passed'; readonly elapsedMs: number }
    | { readonly kind: 'failed'; readonly error: AppError };
  readonly index: IndexFacts;
  /** What is wrong, the most urgent first; empty when all is well. */
  readonly findings: readonly DoctorFinding[];
}

export interface SystemFacts {
  readonly platform: 'linux' | 'darwin' | 'win32' | 'other';
  readonly platformVersion: string;
  readonly appVersion: string;
  readonly runtimeVersion: string;
  /** As the desktop calls itself (`XDG_CURRENT_DESKTOP`); null when it does not. */
  readonly desktop: string | null;
  readonly sessionType: string | null;
  /** Whether a program started here could show a window: not over SSH, in a container, or on a text console. */
  readonly hasDisplay: boolean;
  /** The distribution's own package tool, for the words of a repair. */
  readonly packageTool: 'apt' | 'dnf' | 'pacman' | 'zypper' | null;
  readonly container: 'flatpak' | 'snap' | null;
}

export interface SecretServiceFacts {
  readonly bus: 'reachable' | 'missing' | 'unreachable';
  /** `activatable`: not running, and started by the bus when asked. */
  readonly service: 'running' | 'activatable' | 'missing' | 'unknown';
  /** The program that keeps the secrets: `gnome-keyring-daemon`, `kwalletd6`, `keepassxc`. */
  readonly provider: string | null;
  readonly collection: 'unlocked' | 'locked' | 'missing' | 'unknown';
}

/** The index held against the keychain. */
export interface IndexFacts {
  readonly opening: 'fresh' | 'read' | 'backup' | 'rebuilt' | 'tooNew';
  readonly expectedCount: number;
  readonly foundCount: number;
  /** The index names them and the keychain has none. */
  readonly missingCount: number;
  /** Could not be asked for. */
  readonly unreadCount: number;
  /** Held in memory for this session only. */
  readonly sessionCount: number;
  readonly unfinishedCount: number;
}

/** Each has its words, and the exact repair for this desktop, in `shared/text`. */
export type DoctorFinding =
  | 'noBus'
  | 'busUnreachable'
  | 'noSecretService'
  | 'noCollection'
  | 'collectionLocked'
  | 'sandboxedWithoutSecrets'
  | 'accessDenied'
  | 'keychainTimedOut'
  | 'keychainFailing'
  | 'secretsMissing'
  | 'removalUnfinished'
  | 'profileTooNew'
  | 'profileWasRebuilt'
  | 'sessionOnly';
