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
    lead: 'Add other Home users to Usher. Each has their own servers and tokens.',
    count: (count: number): string => countOf(count, { one: 'user', other: 'users' }),
    more: (count: number): string =>
      `Show ${countOf(count, { one: 'more user', other: 'more users' })}`,
    asked: <Part>(when: Part): Around<Part> => ['updated ', when],
    refresh: 'Refresh',
    refreshing: 'Refreshing…',
    loading: 'Loading Home users…',
    listLabel: 'Users of the Home',
    alone: {
      title: 'Nobody else is in this Home',
      text: 'This Home has no other users. Its admin can add people in Plex settings.',
    },
    kind: (kind: HomeMemberKind): string => kinds[kind],
    profile: (profile: string): string => profiles[profile] ?? profile.replaceAll('_', ' '),
    protected: 'PIN',
    protectedDetail: 'Protected by a PIN',
    self: 'This account',
    kept: 'Added',
    rejected: 'Token rejected',
    getToken: 'Add to Usher',
    getTokenLabel: (name: string): string => `Add to Usher: ${name}`,
    getNewToken: 'Replace token',
    getNewTokenLabel: (name: string): string => `Replace token: ${name}`,
    open: 'Open',
    openLabel: (name: string): string => `Open ${name}`,
    got: (name: string): string => `${name} was added.`,
    gotAgain: (name: string): string => `${name}’s token was replaced.`,
    pin: {
      title: (name: string): string => `Enter ${name}’s PIN`,
      text: 'Usher sends it to Plex once and never stores it.',
      label: 'PIN',
      hint: 'Four digits.',
      optionalHint: 'Four digits. Plex doesn’t always need it: leave it empty to try without.',
    },
  },
});
