import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../shared/model/account.ts';
import {
  ancestorsOf,
  flattenRecord,
  searchRecord,
  splitMatches,
  visibleNodes,
} from './record-tree.ts';

const record: JsonValue = {
  id: 4100001,
  username: 'pat',
  subscription: { active: true, features: ['home', 'sync'] },
  'odd/key~': null,
  services: [],
};

const paths = (nodes: readonly { readonly path: string }[]): readonly string[] =>
  nodes.map((node) => node.path);

describe('the lines of a record', () => {
  it('stand in the order of the record, each before what is inside it', () => {
    expect(paths(flattenRecord(record))).toEqual([
      '',
      '/id',
      '/username',
      '/subscription',
      '/subscription/active',
      '/subscription/features',
      '/subscription/features/0',
      '/subscription/features/1',
      '/odd~1key~0',
      '/services',
    ]);
  });

  it('know how much is inside them', () => {
    const counts = flattenRecord(record).map((node) => node.childCount);
    expect(counts).toEqual([5, null, null, 2, null, 2, null, null, null, 0]);
  });

  it('survive a record nested two thousand deep', () => {
    let deep: JsonValue = 'end';
    for (let depth = 0; depth < 2_000; depth += 1) deep = [deep];
    expect(flattenRecord(deep)).toHaveLength(2_001);
  });

  it('are hidden inside something closed', () => {
    const nodes = flattenRecord(record);
    expect(paths(visibleNodes(nodes, new Set()))).toEqual(['']);
    expect(paths(visibleNodes(nodes, new Set(['', '/subscription/features'])))).toEqual([
      '',
      '/id',
      '/username',
      '/subscription',
      '/odd~1key~0',
      '/services',
    ]);
  });
});

describe('searching a record', () => {
  const nodes = flattenRecord(record);

  it('finds keys and values, whatever their case', () => {
    expect(paths(searchRecord(nodes, 'SYNC'))).toEqual(['/subscription/features/1']);
    expect(paths(searchRecord(nodes, 'user'))).toEqual(['/username']);
    expect(paths(searchRecord(nodes, 'true'))).toEqual(['/subscription/active']);
    expect(paths(searchRecord(nodes, '4100'))).toEqual(['/id']);
  });

  it('finds nothing for nothing typed, and takes odd signs as they are', () => {
    expect(searchRecord(nodes, '   ')).toEqual([]);
    expect(searchRecord(nodes, '.*')).toEqual([]);
    expect(paths(searchRecord(nodes, 'odd/key'))).toEqual(['/odd~1key~0']);
  });

  it('knows what must be opened to show a line', () => {
    expect(ancestorsOf('/subscription/features/1')).toEqual([
      '',
      '/subscription',
      '/subscription/features',
    ]);
    expect(ancestorsOf('')).toEqual([]);
  });

  it('marks every place', () => {
    expect(splitMatches('Plex Pass, plexpass', 'PLEX')).toEqual([
      { text: 'Plex', isMatch: true },
      { text: ' Pass, ', isMatch: false },
      { text: 'plex', isMatch: true },
      { text: 'pass', isMatch: false },
    ]);
    expect(splitMatches('a-b', '-')).toHaveLength(3);
    expect(splitMatches('', 'x')).toEqual([]);
  });
});
