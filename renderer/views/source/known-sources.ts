import type { ServerSummary } from '../../../shared/model/server.ts';
import { toldApart } from '../../../shared/words/formats.ts';

export interface KnownSource {
  readonly value: string;
  readonly label: string;
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The servers of an account as sources, by name. */
export const knownSources = (servers: readonly ServerSummary[]): readonly KnownSource[] => {
  const known = servers.toSorted((a, b) => byName.compare(a.name, b.name));
  const labels = toldApart(known);
  return known.map(({ id, name }, index) => ({
    value: `server://${id}`,
    label: labels[index] ?? name,
  }));
};
