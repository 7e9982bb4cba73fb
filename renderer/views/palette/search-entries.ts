import fuzzysort, {
  type KeysResult,
  type Result,
  type SnapshotKeys,
  type SnapshotKeysOptions,
} from 'fuzzysort';
import type { PaletteEntry, PaletteSection } from './list-entries.ts';

/** Where the letters that were typed stand in what is shown of an entry. */
export interface Marks {
  readonly title: readonly number[];
  readonly detail: readonly number[];
}

export interface Found {
  readonly sections: readonly PaletteSection[];
  readonly marks: ReadonlyMap<string, Marks>;
}

export interface EntrySearch {
  /** The best match first, by its group too. A query of nothing but spaces finds nothing. */
  readonly find: (query: string) => Found;
}

/** How much less it is worth to be found by whose it is than by what it is called. */
const notByTitle = 0.1;
/** Below it letters are strewn so far that nobody sees why. */
const leastScore = 0.3;
/** What scores less of the best than that is only in the way of it. */
const poorShare = 0.7;
/** What does something at once comes before a setting of the same name. */
const notAtOnce = 0.1;
const leastDifference = 1e-8;
/** Nobody reads on below so many of a kind: they go on typing. */
const mostInGroup = 8;

const searchedKeys = {
  keys: ['title', 'detail', 'also'],
} satisfies SnapshotKeysOptions<PaletteEntry>;

/** `first` are those of several equally good ones that come before the others, by their keys. */
export function createEntrySearch(
  entries: readonly PaletteEntry[],
  first: readonly string[],
): EntrySearch {
  // The library leaves open which of equal scores comes first.
  const keys = new Set([...first, ...entries.map(({ key }) => key)]);
  const places = new Map([...keys].map((key, place) => [key, place]));
  const tieBreak = ({ key }: PaletteEntry): number => (places.get(key) ?? 0) * leastDifference;
  // By group: thousands of servers leave room for the rest.
  const searched = [...new Set(entries.map(({ group }) => group))].map((group) => ({
    group,
    snapshot: fuzzysort.snapshot(
      entries.filter((entry) => entry.group === group),
      searchedKeys,
    ),
  }));
  const findIn = (snapshot: SnapshotKeys<PaletteEntry>, query: string) =>
    fuzzysort.go(query, snapshot, {
      limit: mostInGroup,
      threshold: leastScore,
      scoreFn: ({ score, obj, 0: title, 1: detail, 2: also }) => {
        if (isHit(title)) return score - tieBreak(obj) - (obj.group === 'settings' ? notAtOnce : 0);
        const isByDetail = isHit(detail) && obj.group !== 'tokens';
        const isByOther = isHit(also) && obj.group !== 'servers';
        return isByDetail || isByOther ? score - notByTitle - tieBreak(obj) : 0;
      },
    });
  return {
    find: (query) => {
      const all = searched.map(({ group, snapshot }) => ({
        group,
        results: findIn(snapshot, query.trim()),
      }));
      const enough = Math.max(...all.map(({ results }) => bestOf(results))) * poorShare;
      const found = all
        .map(({ group, results }) => ({
          group,
          results: results.filter(({ score }) => score >= enough),
        }))
        .filter(({ results }) => results.length > 0)
        .sort((one, other) => bestOf(other.results) - bestOf(one.results));
      return {
        sections: found.map(({ group, results }) => ({
          group,
          entries: results.map(({ obj }) => obj),
        })),
        marks: new Map(
          found.flatMap(({ results }) =>
            results.map(({ obj, 0: title, 1: detail }) => [
              obj.key,
              { title: title?.indexes ?? [], detail: detail?.indexes ?? [] },
            ]),
          ),
        ),
      };
    },
  };
}

const bestOf = (results: readonly KeysResult<PaletteEntry>[]): number => results[0]?.score ?? 0;

const isHit = (result: Result | undefined): boolean => result !== undefined && result.score > 0;

/** What was typed, in the words for what can be done with a server that it found. */
export const markTitle = (query: string, title: string): readonly number[] =>
  fuzzysort.single(query.trim(), title)?.indexes ?? [];
