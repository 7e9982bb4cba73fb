import type { ActivityState } from '../../shared/model/activity.ts';
import type { AccountSummary } from '../../shared/model/account.ts';
import type {
  AppInfo,
  Attention,
  ClipboardState,
  Notice,
  Settings,
  VaultActivity,
  VaultState,
} from '../../shared/model/state.ts';
import type { DeviceList, Revocation } from '../../shared/model/device.ts';
import type { Identification } from '../../shared/model/identification.ts';
import type { ServerList } from '../../shared/model/server.ts';
import type { RepairRun, SignInState } from '../../shared/model/sign-in.ts';
import type { SignOutProgress } from '../../shared/model/sign-out.ts';
import type { TransientTokenSummary } from '../../shared/model/token.ts';

/** Main's state as last told. Every property is reactive; nothing here is changed by the page. */
export interface UsherState {
  readonly app: AppInfo;
  readonly vault: VaultState;
  readonly vaultActivity: VaultActivity;
  readonly accounts: readonly AccountSummary[];
  readonly servers: readonly ServerList[];
  readonly devices: readonly DeviceList[];
  readonly revocations: readonly Revocation[];
  readonly tokens: readonly TransientTokenSummary[];
  readonly identification: Identification;
  readonly clipboard: ClipboardState;
  readonly signIn: SignInState;
  readonly signOuts: readonly SignOutProgress[];
  readonly repair: RepairRun;
  readonly notices: readonly Notice[];
  readonly attention: Attention | null;
  readonly settings: Settings;
  readonly activity: ActivityState;
  /** When (performance.now) the parts with a `remainingMs` came: their time runs from there. */
  readonly receivedAt: {
    readonly accounts: number;
    readonly tokens: number;
    readonly identification: number;
    readonly clipboard: number;
    readonly signIn: number;
  };
}
