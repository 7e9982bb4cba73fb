import { describe, expect, it } from 'vitest';
import {
  countOf,
  countryName,
  formatDate,
  formatDateTime,
  languageName,
} from '../../shared/words/formats.ts';
import { knownValue } from './known-value.ts';
import { planText } from './plan-text.ts';
import { profileText } from './profile-text.ts';
import { yesOrNo } from './yes-or-no.ts';

const noon = Date.UTC(2017, 6, 14, 12);

describe('dates', () => {
  it('are written the way the person writes them', () => {
    expect(formatDate(noon, 'en-GB')).toBe('14 Jul 2017');
    expect(formatDate(noon, 'de')).toBe('14.07.2017');
    expect(formatDateTime(noon, 'en-GB')).toContain('14 Jul 2017');
  });

  it('that are no date are shown as the number Plex sent', () => {
    expect(formatDate(9e15, 'en-GB')).toBe('9000000000000000');
    expect(formatDate(Number.NaN, 'en-GB')).toBe('NaN');
  });
});

describe('countries and languages', () => {
  it('have names', () => {
    expect(countryName('nz', 'en')).toBe('New Zealand');
    expect(languageName('ja', 'en')).toBe('Japanese');
    expect(languageName('en_GB', 'en')).toBe('British English');
  });

  it('that no list knows are shown as Plex sent them', () => {
    expect(countryName('<b>not a country</b>', 'en')).toBe('<b>not a country</b>');
    expect(countryName('', 'en')).toBe('');
    expect(languageName('!!', 'en')).toBe('!!');
    expect(languageName('xx-klingon-99999999999', 'en')).toBe('xx-klingon-99999999999');
  });
});

describe('counts', () => {
  it.each([
    [0, '0 servers'],
    [1, '1 server'],
    [2, '2 servers'],
    [1000, '1,000 servers'],
  ])('%d reads “%s”', (count, text) => expect(countOf(count, 'server')).toBe(text));

  it('take an irregular plural', () => {
    expect(countOf(3, 'address', 'addresses')).toBe('3 addresses');
  });
});

describe('yes and no', () => {
  it('keep “not given” apart from no', () => {
    expect([yesOrNo(true), yesOrNo(false), yesOrNo(null)]).toEqual(['Yes', 'No', null]);
  });
});

describe('values of open enumerations', () => {
  it('are put in words where the word is known', () => {
    expect(knownValue(planText.plan, 'lifetime')).toBe('Lifetime');
    expect(knownValue(profileText.autoSelectSubtitle, 1)).toBe('With foreign audio');
  });

  it('are shown as sent where it is not', () => {
    expect(knownValue(planText.plan, 'galactic')).toBe('galactic');
    expect(knownValue(profileText.autoSelectSubtitle, 7)).toBe('7');
    expect(knownValue(planText.plan, 'toString')).toBe('toString');
  });

  it('are not given when Plex sent nothing', () => {
    expect(knownValue(planText.plan, null)).toBeNull();
    expect(knownValue(planText.plan, '')).toBeNull();
  });
});
