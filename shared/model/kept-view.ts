import type { AccountId } from './ids.ts';
import type { ServerRef } from './server.ts';

/** The views that are the same for everybody. */
export const plainViews = [
  'overview',
  'servers',
  'tokens',
  'apps',
  'identify',
  'activity',
  'doctor',
  'settings',
] as const;

/** The views of one account. */
export const accountViews = ['account', 'devices', 'home'] as const;

/** A view that Usher can begin with. */
export type KeptView =
  | { readonly view: (typeof plainViews)[number] }
  | { readonly view: (typeof accountViews)[number]; readonly accountId: AccountId }
  | ({ readonly view: 'server' } & ServerRef);
