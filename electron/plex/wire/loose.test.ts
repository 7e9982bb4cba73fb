import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readFlag,
  readInstant,
  readList,
  readName,
  readNumber,
  readText,
  readTextList,
} from './loose.ts';

describe('reading a field that may be anything', () => {
  test.each([
    ['pat', 'pat'],
    ['', null],
    ['  ', null],
    [null, null],
    [undefined, null],
    [12, '12'],
    [true, null],
    [['a'], null],
    [Number.NaN, null],
  ])('text: %j is %j', (value, text) => {
    expect(readText(value)).toBe(text);
  });

  test.each([
    ['عائلة 👩‍💻', 'عائلة 👩‍💻'],
    ['\u200b\u2060\u3164\u202e \n', null],
    ['x'.repeat(300), 'x'.repeat(300)],
    ['x'.repeat(301), `${'x'.repeat(299)}…`],
    [`${'x'.repeat(298)}👩👩`, `${'x'.repeat(298)}…`],
    [null, null],
  ])('name: %j is %j', (value, name) => {
    expect(readName(value)).toBe(name);
  });

  test.each([
    [true, true],
    [false, false],
    ['1', true],
    ['0', false],
    [1, true],
    [0, false],
    ['true', true],
    ['false', false],
    ['', null],
    ['yes', null],
    [null, null],
    [2, null],
    [{}, null],
  ])('flag: %j is %j', (value, flag) => {
    expect(readFlag(value)).toBe(flag);
  });

  test.each([
    [3, 3],
    ['3', 3],
    ['-1.5', -1.5],
    [true, 1],
    [false, 0],
    ['', null],
    ['3 apples', null],
    ['1e9', null],
    [Infinity, null],
    [null, null],
    [[1], null],
  ])('number: %j is %j', (value, number) => {
    expect(readNumber(value)).toBe(number);
  });

  const instant = Date.UTC(2020, 1, 3, 4, 5, 6);
  test.each([
    [1580702706, instant],
    ['1580702706', instant],
    [instant, instant],
    ['2020-02-03T04:05:06Z', instant],
    ['2020-02-03T04:05:06.000Z', instant],
    ['2020-02-03T17:05:06+13:00', instant],
    ['2020-02-03 04:05:06 UTC', instant],
    ['2020-02-03 04:05:06', instant],
    ['2020-02-03', Date.UTC(2020, 1, 3)],
    ['2020-13-40T99:99:99Z', null],
    ['yesterday', null],
    ['', null],
    [0, null],
    ['0', null],
    [-5, null],
    [null, null],
    [true, null],
    [Infinity, null],
  ])('time: %j is %j', (value, expected) => {
    expect(readInstant(value)).toBe(expected);
  });

  test('a list: one item without its list is a list of one, nothing is none', () => {
    expect(readList([1, 2])).toEqual([1, 2]);
    expect(readList({ a: 1 })).toEqual([{ a: 1 }]);
    expect([null, undefined, ''].map(readList)).toEqual([[], [], []]);
  });

  test.each([
    [
      ['home', 'sync'],
      ['home', 'sync'],
    ],
    ['movie, episode,', ['movie', 'episode']],
    ['', []],
    [null, []],
    [
      [{ id: 'a' }, { id: 'b' }],
      ['a', 'b'],
    ],
    [{ id: 'a' }, ['a']],
    [{ roles: ['plexpass'] }, ['plexpass']],
    [{ role: [{ id: 'plexpass' }] }, ['plexpass']],
    [
      ['a', 'a', null, 3, {}, ['x']],
      ['a', '3', 'x'],
    ],
    [7, []],
  ])('names: %j are %j', (value, names) => {
    expect(readTextList(value)).toEqual(names);
  });

  test('nothing makes any of them throw', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const read of [
          ...[readText, readName, readFlag, readNumber],
          ...[readInstant, readList, readTextList],
        ]) {
          read(value);
        }
      }),
    );
  });
});
