import { countOf } from '../../shared/words/formats.ts';

/** Words of the Record tab. */
export const recordText = {
  note: 'The whole record as Plex sent it. Tokens, secrets and PINs were taken out before it came here.',
  tree: 'Account record',
  search: 'Search the record',
  searchHint: 'Key or value',
  noMatch: 'No match',
  matchOf: (index: number, count: number) => `${index} of ${count}`,
  next: 'Next match',
  previous: 'Previous match',
  copyName: 'record',
  expandAll: 'Expand all',
  collapseAll: 'Collapse all',
  items: (count: number) => countOf(count, 'item'),
  fields: (count: number) => countOf(count, 'field'),
  root: 'record',
  removed: 'taken out',
  moreLines: (count: number) => `Show ${countOf(count, 'more line')}`,
  moreCharacters: (count: number) => `… and ${countOf(count, 'more character')}`,
} as const;
