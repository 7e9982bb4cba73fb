import type { ActivityEntry } from '../../../shared/model/activity.ts';
import { activityText } from '../../../shared/words/activity.ts';

export interface ActivityFilter {
  readonly query: string;
  /** An account's or a server's id; "" for all. */
  readonly accountId: string;
  readonly serverId: string;
}

/** The entries of that account and server, whose words hold every word of the query. */
export function findActivity(
  entries: readonly ActivityEntry[],
  filter: ActivityFilter,
): readonly ActivityEntry[] {
  const words = filter.query.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return entries.filter(
    (entry) =>
      (filter.accountId === '' || entry.account.id === filter.accountId) &&
      (filter.serverId === '' || entry.server?.id === filter.serverId) &&
      holdsEvery(entry, words),
  );
}

function holdsEvery(entry: ActivityEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = [activityText().deed(entry), ...namesOf(entry)].join('\n').toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

/** Where it was: the device that is the source, the server, the account. */
export const namesOf = (entry: ActivityEntry): readonly string[] =>
  [entry.sourceDevice, entry.server?.name, entry.account.name].filter((name) => name !== undefined);
