import type { ActivityEntry } from '../../../shared/model/activity.ts';
import { activityText } from '../../../shared/words/activity.ts';

/** What can be looked at alone. */
export const groups = ['all', 'tokens', 'accounts', 'problems'] as const;
export type Group = (typeof groups)[number];

export interface ActivityFilter {
  readonly query: string;
  readonly group: Group;
  /** An account's id; "" for all. */
  readonly accountId: string;
}

export const noFilter: ActivityFilter = { query: '', group: 'all', accountId: '' };

/** Entries that tell the same of the same minute, as one row. */
export interface ActivityRun {
  /** The newest. */
  readonly entry: ActivityEntry;
  readonly count: number;
}

/** The entries of that group and account, whose words hold every word of the query. */
export function findActivity(
  entries: readonly ActivityEntry[],
  filter: ActivityFilter,
): readonly ActivityEntry[] {
  const words = filter.query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return entries.filter(
    (entry) =>
      (filter.accountId === '' || entry.account.id === filter.accountId) &&
      isIn(entry, filter.group) &&
      holdsEvery(entry, words),
  );
}

export function isIn({ kind, what }: ActivityEntry, group: Group): boolean {
  if (group === 'all') return true;
  if (group === 'problems') return kind === 'rejected';
  const isOfAccount =
    ['signedIn', 'signedOut', 'removed'].includes(kind) || what === 'device' || what === 'address';
  return isOfAccount === (group === 'accounts');
}

function holdsEvery(entry: ActivityEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const names = [entry.device, entry.server?.name, entry.account.name];
  const text = [activityText().deed(entry, 1), ...names].join('\n').toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

/** The accounts that entries name, each once, by its newest name. */
export function accountsIn(
  entries: readonly ActivityEntry[],
): readonly { readonly value: string; readonly label: string }[] {
  const names = new Map<string, string>();
  for (const { account } of entries) {
    if (!names.has(account.id)) names.set(account.id, account.name);
  }
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label));
}

export function collapseRuns(entries: readonly ActivityEntry[]): readonly ActivityRun[] {
  const runs: { entry: ActivityEntry; count: number }[] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last !== undefined && sameAs(last.entry) === sameAs(entry)) last.count += 1;
    else runs.push({ entry, count: 1 });
  }
  return runs;
}

const minuteMs = 60_000;

const sameAs = ({ at, kind, what, account, server, device }: ActivityEntry): string =>
  JSON.stringify([Math.floor(at / minuteMs), kind, what, account.id, server?.id, device]);

export interface ActivityDay {
  /** A moment of it. */
  readonly at: number;
  readonly runs: readonly ActivityRun[];
}

/** Rows that follow one another on the same day of the person's calendar, in one group. */
export function groupByDay(runs: readonly ActivityRun[]): readonly ActivityDay[] {
  const days: { day: string; at: number; runs: ActivityRun[] }[] = [];
  for (const run of runs) {
    const day = new Date(run.entry.at).toDateString();
    const last = days.at(-1);
    if (last?.day === day) last.runs.push(run);
    else days.push({ day, at: run.entry.at, runs: [run] });
  }
  return days;
}
