import type { ActivityEntry } from '../../../shared/model/activity.ts';
import { formatDate } from '../../../shared/words/formats.ts';

export interface ActivityDay {
  /** In the person's own way of writing. */
  readonly day: string;
  readonly entries: readonly ActivityEntry[];
}

/** Entries that follow one another on the same day of the person's calendar, in one group. */
export function groupByDay(entries: readonly ActivityEntry[]): readonly ActivityDay[] {
  const days: { day: string; entries: ActivityEntry[] }[] = [];
  for (const entry of entries) {
    const day = formatDate(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
