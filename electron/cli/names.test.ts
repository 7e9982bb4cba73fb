import { describe, expect, test } from 'vitest';
import { err, ok } from '../../shared/result.ts';
import { findByName } from './names.ts';

const named = (...names: string[]) =>
  names.map((name, index) => ({
    item: index,
    id: `id-${index}`,
    names: [name],
    label: `${name} (${index})`,
  }));

describe('a name', () => {
  test('is found as it is written, also where it is the beginning of another', () => {
    expect(findByName('server', named('Attic', 'Attic 2'), 'Attic')).toEqual(ok(0));
  });

  test('is found in any case, and one in the very same case goes first', () => {
    expect(findByName('server', named('ATTIC', 'Cabin'), 'attic')).toEqual(ok(0));
    expect(findByName('server', named('ATTIC', 'attic'), 'attic')).toEqual(ok(1));
  });

  test('is found by a beginning that fits one alone', () => {
    expect(findByName('server', named('Attic', 'Cabin'), 'ca')).toEqual(ok(1));
  });

  test('is found however its letters are composed', () => {
    expect(findByName('account', named('Zoe\u0308'), 'Zo\u00eb')).toEqual(ok(0));
  });

  test('is found by any of the names it has', () => {
    const all = [
      { item: 'robin', id: '1', names: ['Robin', 'robin@example.invalid'], label: 'Robin' },
    ];
    expect(findByName('account', all, 'robin@')).toEqual(ok('robin'));
  });

  test('is no match for an id, which nobody can take from another', () => {
    expect(findByName('server', named('Attic', 'id-0'), 'id-0')).toEqual(ok(0));
    expect(findByName('server', named('Attic', 'Cabin'), 'id-1')).toEqual(ok(1));
  });

  test('that fits more than one lists them', () => {
    expect(findByName('server', named('Attic', 'Attic', 'Cabin'), 'Attic')).toEqual(
      err({
        code: 'server.ambiguous',
        subject: 'server',
        wanted: 'Attic',
        candidates: ['Attic (0)', 'Attic (1)'],
      }),
    );
    expect(findByName('token', named('Attic', 'Atlas'), 'at')).toMatchObject({
      error: { code: 'token.ambiguous', candidates: ['Attic (0)', 'Atlas (1)'] },
    });
  });

  test('that fits nothing lists what there is; an empty one fits nothing', () => {
    for (const wanted of ['Barn', '']) {
      expect(findByName('server', named('Attic'), wanted)).toEqual(
        err({ code: 'server.notFound', subject: 'server', wanted, candidates: ['Attic (0)'] }),
      );
    }
  });

  test.each([
    ['transient-0a1b2c3d-0000-4000-8000-00000000abcd', 'transient …abcd'],
    ['zzFAKEabcdefghijWXYZ', 'classic …WXYZ'],
    ['eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb2JpbiJ9.c2lnbmVk', 'jwt …bmVk'],
    [
      'https://attic.home:32400/?X-Plex-Token=secret',
      'https://attic.home:32400/?X-Plex-Token=[redacted]',
    ],
    ['claim-abcdefghijklmnop', 'claim …mnop'],
    ['Attic of robin', 'Attic of robin'],
    ['0123456789abcdef0123456789abcdef01234567', '0123456789abcdef0123456789abcdef01234567'],
  ])('that fits nothing and reads %s is repeated as %s', (wanted, told) => {
    expect(findByName('token', named('Attic'), wanted)).toMatchObject({ error: { wanted: told } });
  });
});
