import { describe, expect, it } from 'vitest';
import { knownValue, planText, profileText, yesOrNo } from './account.ts';
import {
  countOf,
  countryName,
  dayNameText,
  durationText,
  formatDate,
  formatDateTime,
  languageName,
  lastTimeText,
  markDirections,
  timeAgoText,
  toldApart,
} from './formats.ts';
import { localeFor } from './language.ts';

describe('a length of time', () => {
  it.each([
    [7 * 86_400_000, '7 d 00 h'],
    [604_799_000, '6 d 23 h'],
    [259_200_000, '3 d 00 h'],
    [259_199_000, '71 h 59 min'],
    [172_800_000, '48 h 00 min'],
    [172_799_000, '47 h 59 min'],
    [3_600_000, '1 h 00 min'],
    [872_000, '14 min 32 s'],
    [60_000, '1 min 00 s'],
    [59_001, '1 min 00 s'],
    [29_400, '30 s'],
    [1, '1 s'],
    [0, '0 s'],
    [-26 * 3_600_000, '0 s'],
  ])('%d ms reads “%s”', (ms, text) => expect(durationText(ms)).toBe(text));
});

describe('how long ago', () => {
  const now = Date.UTC(2026, 10, 24, 12);
  it.each([
    [0, 'just now'],
    [-5 * 3_600_000, 'just now'],
    [3 * 60_000, '3 min ago'],
    [5 * 3_600_000, '5 h ago'],
    [24 * 3_600_000, '1 day ago'],
    [6 * 24 * 3_600_000, '6 days ago'],
  ])('%d ms ago reads “%s”', (ago, text) => expect(timeAgoText(now - ago, now)).toBe(text));

  it('is a date after a week, with its year when that is another one', () => {
    expect(timeAgoText(Date.UTC(2026, 9, 14, 12), now)).toMatch(/14/);
    expect(timeAgoText(Date.UTC(2026, 9, 14, 12), now)).not.toMatch(/2026|:/);
    expect(timeAgoText(Date.UTC(2025, 9, 14, 12), now)).toMatch(/14.*2025/);
  });
});

describe('when last, on its own', () => {
  const now = new Date(2026, 10, 24, 21, 58).getTime();
  it.each([
    [59_000, /^Just now$/],
    [2 * 3_600_000, /^2 h ago$/],
    [19 * 3_600_000, /^0?2:58/],
    [24 * 3_600_000, /^Yesterday$/],
    [12 * 86_400_000, /^(12 Nov|Nov 12)$/],
    [400 * 86_400_000, /2025/],
  ])('%d ms ago reads %s', (ago, text) => expect(lastTimeText(now - ago, now)).toMatch(text));

  it('is a day alone where only that counts', () => {
    expect([0, 24, 48].map((hours) => dayNameText(now - hours * 3_600_000, now))).toEqual([
      'Today',
      'Yesterday',
      expect.stringMatching(/^(22 Nov|Nov 22)$/),
    ]);
  });
});

const noon = Date.UTC(2017, 6, 14, 12);

describe('dates', () => {
  it('are written in the language of the words', () => {
    expect(formatDate(noon)).toMatch(/^(14 Jul|Jul 14,) 2017$/);
    expect(formatDateTime(noon)).toMatch(/^(14 Jul|Jul 14,) 2017, /);
  });

  it.each([
    ['en-GB', 'en-GB'],
    ['en', 'en'],
    ['de-AT', 'en'],
  ])('on a system that writes %s are written as in %s', (system, expected) =>
    expect(localeFor('en', system)).toBe(expected),
  );

  it('that are no date are shown as the number Plex sent', () => {
    expect(formatDate(9e15)).toBe('9000000000000000');
    expect(formatDate(Number.NaN)).toBe('NaN');
  });
});

describe('countries and languages', () => {
  it('have names', () => {
    expect(countryName('nz')).toBe('New Zealand');
    expect(languageName('ja')).toBe('Japanese');
    expect(languageName('en_GB')).toBe('British English');
  });

  it('that no list knows are shown as Plex sent them', () => {
    expect(countryName('<b>not a country</b>')).toBe('<b>not a country</b>');
    expect(countryName('')).toBe('');
    expect(languageName('!!')).toBe('!!');
    expect(languageName('xx-klingon-99999999999')).toBe('xx-klingon-99999999999');
  });
});

describe('counts', () => {
  it.each([
    [0, '0 servers'],
    [1, '1 server'],
    [2, '2 servers'],
    [1000, '1,000 servers'],
  ])('%d reads “%s”', (count, text) =>
    expect(countOf(count, { one: 'server', other: 'servers' })).toBe(text),
  );
});

describe('yes and no', () => {
  it('keep “not given” apart from no', () => {
    expect([yesOrNo(true), yesOrNo(false), yesOrNo(null)]).toEqual(['Yes', 'No', null]);
  });
});

describe('values of open enumerations', () => {
  it('are put in words where the word is known', () => {
    expect(knownValue(planText().plan, 'lifetime')).toBe('Lifetime');
    expect(knownValue(profileText().autoSelectSubtitle, 1)).toBe('With foreign audio');
  });

  it('are shown as sent where it is not', () => {
    expect(knownValue(planText().plan, 'galactic')).toBe('galactic');
    expect(knownValue(profileText().autoSelectSubtitle, 7)).toBe('7');
    expect(knownValue(planText().plan, 'toString')).toBe('toString');
  });

  it('are not given when Plex sent nothing', () => {
    expect(knownValue(planText().plan, null)).toBeNull();
    expect(knownValue(planText().plan, '')).toBeNull();
  });
});

describe('names in one list', () => {
  it('that are the same are told apart by the end of an identifier, or else by their place', () => {
    const things = [
      { name: 'Attic', id: 'a-111111' },
      { name: 'Cabin', id: 'a-222222' },
      { name: 'Cabin', id: 'a-333333' },
      { name: 'Loft', id: null },
      { name: 'Loft', id: null },
    ];
    expect(toldApart(things)).toEqual([
      'Attic',
      'Cabin (…222222)',
      'Cabin (…333333)',
      'Loft (4)',
      'Loft (5)',
    ]);
  });
});

describe('signs that nobody sees and that turn letters around', () => {
  it('are shown by their names, so that one name can’t be written to read as another', () => {
    expect(markDirections('\u202ekcittA\u202c \u2067x\u2069\u200e')).toBe(
      '‹RLO›kcittA‹PDF› ‹RLI›x‹PDI›‹LRM›',
    );
  });

  it('are not the letters of a language that is written from right to left, nor what joins emoji', () => {
    const name = 'عائلة רובין 👩‍💻';
    expect(markDirections(name)).toBe(name);
  });
});
