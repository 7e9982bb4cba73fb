import type { HomeMember, HomeMemberKind } from '../model/home.ts';
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
    alone: 'This Home has no other users. Its admin can add people in Plex settings.',
    /** What a user is in the Home, the profile that restricts it, and whether a PIN protects it. */
    facts: ({ kind, restrictionProfile, isProtected, isSelf }: HomeMember): string =>
      [
        kinds[kind],
        ...(isSelf ? ['This account'] : []),
        ...(restrictionProfile === null
          ? []
          : [profiles[restrictionProfile] ?? restrictionProfile.replaceAll('_', ' ')]),
        ...(isProtected ? ['PIN'] : []),
      ].join(' · '),
    kept: 'Added',
    rejected: 'Token rejected',
    getToken: 'Add to Usher',
    getTokenLabel: (name: string): string => `Add to Usher: ${name}`,
    getNewToken: 'Replace token',
    moreLabel: (name: string): string => `More actions for ${name}`,
    open: 'Open',
    openLabel: (name: string): string => `Open ${name}`,
    got: (name: string): string => `${name} was added.`,
    gotAgain: (name: string): string => `${name}’s token was replaced.`,
    pin: {
      title: (name: string): string => `Enter ${name}’s PIN`,
      text: 'Usher sends it to Plex once and never stores it.',
      label: 'PIN',
      optional: 'Plex doesn’t always need the PIN. Leave it empty to try without.',
    },
  },
});
