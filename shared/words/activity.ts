import type { ActivityEntry, ActivityKind, ActivitySubject } from '../model/activity.ts';
import { countOf } from './formats.ts';
import { catalogue } from './language.ts';

/** Within a sentence and at the beginning of one. */
const subjects: Readonly<Record<ActivitySubject, readonly [string, string]>> = {
  accountToken: ['account token', 'Account token'],
  accessToken: ['access token', 'Access token'],
  transientToken: ['token', 'Token'],
  sourceToken: ['source token', 'Source token'],
  appToken: ['app token', 'App token'],
  device: ['device', 'Device'],
  address: ['server address', 'Server address'],
};

const deeds: Readonly<Record<ActivityKind, (within: string, first: string) => string>> = {
  signedIn: () => 'Signed in',
  signedOut: () => 'Signed out',
  removed: (what) => `Removed ${what}`,
  minted: (what) => `Minted ${what}`,
  copied: (what) => `Copied ${what}`,
  revealed: (what) => `Revealed ${what}`,
  proved: (_, what) => `${what} works again`,
  rejected: (_, what) => `${what} rejected`,
  revoked: (what) => `Revoked ${what}`,
  forgotten: (what) => `Forgot ${what}`,
  linked: (what) => `Linked ${what}`,
  added: (what) => `Added ${what}`,
  rotated: (what) => `Rotated ${what}`,
  written: (what) => `Wrote ${what} to a file`,
};

/** Words of the activity list. */
export const activityText = catalogue({
  en: {
    title: 'Activity',
    note: (days: number): string =>
      `Token activity on this computer for the last ${countOf(days, { one: 'day', other: 'days' })}. Tokens are never recorded.`,
    /** `count`: how often, within the same minute. */
    deed: ({ kind, what }: Pick<ActivityEntry, 'kind' | 'what'>, count: number): string => {
      const deed = deeds[kind](...subjects[what]);
      return count === 1 ? deed : `${deed} ${countOf(count, { one: 'time', other: 'times' })}`;
    },
    search: 'Filter activity',
    show: 'Show activity',
    groups: { all: 'All', tokens: 'Tokens', accounts: 'Accounts', problems: 'Problems' },
    account: 'Account',
    everyAccount: 'All accounts',
    more: (count: number): string => `Show ${count} more`,
    menu: 'More actions for activity',
    exportAs: { json: 'Export as JSON', csv: 'Export as CSV' },
    exportDetail: { json: 'For programs', csv: 'For spreadsheets' },
    exported: 'Activity exported',
    clear: 'Clear activity…',
    clearConfirm: {
      title: 'Clear activity?',
      text: 'This removes every entry for good. Accounts and tokens aren’t affected.',
      action: 'Clear activity',
    },
    cleared: 'Activity cleared',
    empty:
      'No activity yet. Signing in, minting, copying, and revealing are listed here, and tokens that are rejected.',
    noneFound: 'No matching activity.',
  },
});
