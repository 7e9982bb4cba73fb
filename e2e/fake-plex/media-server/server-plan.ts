import type { ConnectionPlan } from './connection-plan.ts';
import type { ServerSettings } from './server-settings.ts';

/** A media server before it runs. */
export interface ServerPlan {
  readonly name: string;
  /** The name of the user who owns it. */
  readonly owner: string;
  /** Who else may use it; `home` when that is through a Plex Home. */
  readonly sharedWith: readonly { readonly user: string; readonly home: boolean }[];
  readonly version: string;
  readonly platform: string | null;
  readonly platformVersion: string | null;
  readonly device: string | null;
  readonly publicAddress: string;
  /** Whether it is at the same public address as the caller. */
  readonly publicAddressMatches: boolean;
  readonly startsOffline: boolean;
  readonly connections: readonly ConnectionPlan[];
  readonly settings: Partial<ServerSettings>;
}
