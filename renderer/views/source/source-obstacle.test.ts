import { describe, expect, it } from 'vitest';
import { sourceObstacle } from './source-obstacle.ts';

describe('before a server is asked about a source', () => {
  it.each(['1.15.4', '1.15.4.994-107756f7e', '1.43.0.1-abcdef012', '2', '1.16', 'nightly', ''])(
    'version “%s” does not stand in the way',
    (version) => expect(sourceObstacle({ ownership: 'owned', version })).toBeNull(),
  );

  it.each(['1.15.3', '1.15.3.876-ad6e39743', '1.9', '0.9.17', '1'])(
    'version %s is known to be too old',
    (version) =>
      expect(sourceObstacle({ ownership: 'owned', version })).toEqual({ kind: 'tooOld', version }),
  );

  it('an unknown version leaves the last word to the server', () => {
    expect(sourceObstacle({ ownership: 'owned', version: null })).toBeNull();
  });

  it.each(['home', 'shared'] as const)('a %s server is refused: only owners may ask', (ownership) =>
    expect(sourceObstacle({ ownership, version: '1.0' })).toEqual({ kind: 'notOwner' }),
  );
});
