import { describe, expect, it } from 'vitest';
import { checkSource } from './check-source.ts';

const machine = 'a'.repeat(40);

describe('a typed source', () => {
  it.each([
    `server://${machine}`,
    'provider://tv.plex.provider.epg',
    `server://${machine}/com.plexapp.plugins.library`,
  ])('%s is taken', (source) => expect(checkSource(source)).toEqual({ kind: 'ready', source }));

  it('is taken without the spaces around it', () => {
    expect(checkSource('  provider://x \n')).toEqual({ kind: 'ready', source: 'provider://x' });
  });

  it('is asked for when the field is empty', () => {
    expect(checkSource('   ')).toEqual({ kind: 'empty' });
  });

  it.each([
    'https://plex.tv',
    'server:/x',
    'server://',
    'server://a b',
    'SERVER://x',
    'server://x/y/z',
    '<script>',
    'server://\u202Ex',
    `server://x\nprovider://y`,
  ])('%s is refused', (typed) => expect(checkSource(typed)).toEqual({ kind: 'malformed' }));

  it('that lacks only its beginning comes with the form it should have', () => {
    expect(checkSource(machine)).toEqual({ kind: 'noScheme', suggestion: `server://${machine}` });
    expect(checkSource('tv.plex.provider.epg')).toEqual({
      kind: 'noScheme',
      suggestion: 'provider://tv.plex.provider.epg',
    });
  });
});
