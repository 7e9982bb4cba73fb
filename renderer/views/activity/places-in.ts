import type { ActivityEntry } from '../../../shared/model/activity.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The accounts or servers that entries name, each once, by its newest name. */
export function placesIn(
  entries: readonly ActivityEntry[],
  of: 'account' | 'server',
): readonly Choice[] {
  const names = new Map<string, string>();
  for (const entry of entries) {
    const place = entry[of];
    if (place !== null && !names.has(place.id)) names.set(place.id, place.name);
  }
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
