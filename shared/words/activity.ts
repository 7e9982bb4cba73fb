import type { ActivityEntry, ActivityKind, ActivitySubject } from '../model/activity.ts';
import { countOf } from './formats.ts';
import { catalogue } from './language.ts';

const subjects: Readonly<Record<ActivitySubject, string>> = {
  accountToken: 'Account token',
  accessToken: 'Access token',
  transientToken: 'Transient token',
  sourceToken: 'Source token',
  device: 'Device',
  address: 'Server address',
};

const deeds: Readonly<Record<ActivityKind, string>> = {
  signedIn: 'signed in',
  signedOut: 'signed out',
  removed: 'removed here',
  minted: 'minted',
  copied: 'copied',
  revealed: 'revealed',
  proved: 'works again',
  rejected: 'rejected',
  revoked: 'revoked',
  forgotten: 'forgotten',
  linked: 'linked',
  added: 'added',
};

/** Words of the activity list. */
export const activityText = catalogue({
  en: {
    title: 'Activity',
    count: (count: number): string => countOf(count, { one: 'entry', other: 'entries' }),
    found: (found: number, all: number): string => `${found} of ${all}`,
    note: 'Token activity on this computer for the last 90 days. Tokens are never recorded.',
    deed: ({ kind, what }: Pick<ActivityEntry, 'kind' | 'what'>): string =>
      kind === 'signedIn' || kind === 'signedOut'
        ? deeds[kind].replace(/^s/, 'S')
        : `${subjects[what]} ${deeds[kind]}`,
    search: 'Search activity',
    searchHint: 'What, account, or server',
    account: 'Account',
    everyAccount: 'All accounts',
    server: 'Server',
    everyServer: 'All servers',
    more: (count: number): string => `Show ${count} more`,
    export: 'Export',
    exportAs: { json: 'As JSON', csv: 'As CSV' },
    exportDetail: { json: 'For programs', csv: 'For spreadsheets' },
    exported: 'Saved.',
    clear: 'Clear',
    clearConfirm: {
      title: 'Clear the activity list?',
      text: 'Every entry is removed for good. Accounts and tokens stay as they are.',
      action: 'Clear list',
    },
    cleared: 'The activity list was cleared.',
    empty: {
      title: 'Nothing yet',
      text: 'Signing in, minting, copying and revealing are listed here, and when a token is found rejected.',
    },
    noneFound: {
      title: 'Nothing found',
      text: 'No matching activity.',
      clear: 'Clear search',
    },
    loading: 'Loading the list',
  },
});
