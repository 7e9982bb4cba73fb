import type { AppInfo, Attention, Snapshot } from '../../shared/model/state.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Activity } from './activity.ts';
import type { ClipboardGuard } from './clipboard-guard.ts';
import type { Devices } from './devices/devices.ts';
import type { Identifier } from './identify/identifier.ts';
import type { Notices } from './notices.ts';
import type { Repairs } from './repairs.ts';
import type { ServerDirectory } from './servers/server-directory.ts';
import type { SettingsStore } from './settings.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import type { SignOutBoard } from './sign-out/sign-out-board.ts';
import type { TransientTokens } from './tokens/transient-tokens.ts';
import type { VaultStatus } from './vault-status.ts';

/** All that a page is told when it opens; from then on it follows the events. */
export const createSnapshot =
  (parts: {
    readonly app: AppInfo;
    readonly vaultStatus: VaultStatus;
    readonly accounts: Accounts;
    readonly servers: ServerDirectory;
    readonly devices: Devices;
    readonly tokens: TransientTokens;
    readonly identifier: Identifier;
    readonly guard: ClipboardGuard;
    readonly signIn: SignIn;
    readonly board: SignOutBoard;
    readonly repairs: Repairs;
    readonly notices: Notices;
    readonly attention: () => Attention | null;
    readonly settings: SettingsStore;
    readonly activity: Activity;
  }) =>
  (): Snapshot => {
    const accounts = parts.accounts.summaries();
    return {
      app: parts.app,
      vault: parts.vaultStatus.state(),
      vaultActivity: parts.vaultStatus.activity(),
      accounts,
      servers: accounts.map(({ id }) => parts.servers.list(id)),
      devices: accounts.map(({ id }) => parts.devices.list(id)),
      revocations: parts.devices.revocations(),
      tokens: parts.tokens.summaries(),
      identification: parts.identifier.state(),
      clipboard: parts.guard.state(),
      signIn: parts.signIn.state(),
      signOuts: parts.board.list(),
      repair: parts.repairs.state(),
      notices: parts.notices.list(),
      attention: parts.attention(),
      settings: parts.settings.value(),
      activity: parts.activity.state(),
    };
  };
