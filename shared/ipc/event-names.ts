import type { EventName } from './events.ts';

const names: Record<EventName, true> = {
  'vault.changed': true,
  'vaultActivity.changed': true,
  'accounts.changed': true,
  'servers.changed': true,
  'devices.changed': true,
  'revocations.changed': true,
  'tokens.changed': true,
  'identification.changed': true,
  'clipboard.changed': true,
  'signIn.changed': true,
  'signOuts.changed': true,
  'repair.changed': true,
  'notices.changed': true,
  'attention.changed': true,
  'settings.changed': true,
  'activity.changed': true,
};

export const eventNames = Object.keys(names) as readonly EventName[];
