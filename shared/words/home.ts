import type { HomeMemberKind } from '../model/home.ts';
import { countOf } from './formats.ts';
import { type Around, catalogue } from './language.ts';

const kinds: Record<HomeMemberKind, string> = {
  admin: 'Admin',
  account: 'Plex account',
  managed: 'Managed user',
  guest: 'Guest',
};

const profiles: Readonly<Record<string, string>> = {
  little_kid: 'Little kid',
  older_kid: 'Older kid',
  teen: 'Teen',
};

/** Words of the Plex Home view. */
export const homeText = catalogue({
  en: {
    title: 'Plex Home',
    lead: 'Get a token of another user of this Home. Usher keeps it below the account, with servers and transient tokens of its own.',
    count: (count: number): string => countOf(count, { one: 'user', other: 'users' }),
    more: (count: number): string =>
      `Show ${countOf(count, { one: 'more user', other: 'more users' })}`,
    asked: <Part>(when: Part): Around<Part> => ['updated ', when],
    refresh: 'Refresh',
    refreshing: 'Asking plex.tv…',
    loading: 'Asking plex.tv who is in the Home',
    listLabel: 'Users of the Home',
    alone: {
      title: 'Nobody else is in this Home',
      text: 'Plex names no other user. The admin of a Home adds people to it in the settings of Plex.',
    },
    kind: (kind: HomeMemberKind): string => kinds[kind],
    profile: (profile: string): string => profiles[profile] ?? profile.replaceAll('_', ' '),
    protected: 'PIN',
    protectedDetail: 'Protected by a PIN',
    self: 'This account',
    kept: 'Token kept here',
    rejected: 'Token rejected',
    getToken: 'Get token',
    getTokenLabel: (name: string): string => `Get token of ${name}`,
    getNewToken: 'Get a new token',
    getNewTokenLabel: (name: string): string => `Get a new token of ${name}`,
    open: 'Open',
    openLabel: (name: string): string => `Open ${name}`,
    got: (name: string): string => `The token of ${name} is kept.`,
    gotAgain: (name: string): string => `The token of ${name} is replaced.`,
    pin: {
      title: (name: string): string => `PIN of ${name}`,
      text: 'Usher sends the PIN to Plex once, and does not keep it.',
      label: 'PIN',
      hint: 'Four digits.',
      optionalHint: 'Four digits. Plex does not always ask for it: leave it empty to try without.',
    },
  },
});
