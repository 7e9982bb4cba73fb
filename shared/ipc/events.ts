import type { DeviceList } from '../model/device.ts';
import type { Snapshot } from '../model/state.ts';
import type { ServerList } from '../model/server.ts';

/** What main tells the page: the new state of one subject. */
export interface Events {
  'vault.changed': Snapshot['vault'];
  'vaultActivity.changed': Snapshot['vaultActivity'];
  'accounts.changed': Snapshot['accounts'];
  'servers.changed': ServerList;
  'devices.changed': DeviceList;
  'revocations.changed': Snapshot['revocations'];
  'tokens.changed': Snapshot['tokens'];
  'identification.changed': Snapshot['identification'];
  'clipboard.changed': Snapshot['clipboard'];
  'signIn.changed': Snapshot['signIn'];
  'signOuts.changed': Snapshot['signOuts'];
  'repair.changed': Snapshot['repair'];
  'notices.changed': Snapshot['notices'];
  'attention.changed': Snapshot['attention'];
  'settings.changed': Snapshot['settings'];
  'activity.changed': Snapshot['activity'];
}

export type EventName = keyof Events;
