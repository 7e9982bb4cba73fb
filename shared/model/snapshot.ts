import type { AccountSummary } from './account.ts';
import type { ActivityState } from './activity.ts';
import type { ClipboardState } from './clipboard.ts';
import type { DeviceList, Revocation } from './device.ts';
import type { Identification } from './identification.ts';
import type { AccountId } from './ids.ts';
import type { Notice } from './notice.ts';
import type { RepairRun } from './repair.ts';
import type { ServerList } from './server.ts';
import type { Settings } from './settings.ts';
import type { SignInState } from './sign-in.ts';
import type { SignOutProgress } from './sign-out.ts';
import type { TransientTokenSummary } from './token.ts';
import type { VaultActivity, VaultState } from './vault-state.ts';

export interface Attention {
  readonly accountId: AccountId;
  /** Another one each time, so that the same account can be wanted again. */
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

/** Everything the page shows at start; after it, events bring each part anew. */
export interface Snapshot {
  readonly app: AppInfo;
  readonly vault: VaultState;
  readonly vaultActivity: VaultActivity;
  readonly accounts: readonly AccountSummary[];
  readonly servers: readonly ServerList[];
  readonly devices: readonly DeviceList[];
  readonly revocations: readonly Revocation[];
  /** The newest first. */
  readonly tokens: readonly TransientTokenSummary[];
  readonly identification: Identification;
  readonly clipboard: ClipboardState;
  readonly signIn: SignInState;
  /** Those that are not over. */
  readonly signOuts: readonly SignOutProgress[];
  readonly repair: RepairRun;
  readonly notices: readonly Notice[];
  /** What the person wanted to see when they clicked a notification; null before the first. */
  readonly attention: Attention | null;
  readonly settings: Settings;
  readonly activity: ActivityState;
}
