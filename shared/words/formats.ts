import type { EpochMs } from '../model/ids.ts';

interface CountWords {
  readonly rules: Intl.PluralRules;
  readonly numbers: Intl.NumberFormat;
}

// Made at the first count: making them takes longer than all else that a command loads of its words.
let words: CountWords | null = null;

/** “1 server”, “1,000 servers”. */
export const countOf = (count: number, one: string, other = `${one}s`): string => {
  words ??= { rules: new Intl.PluralRules('en'), numbers: new Intl.NumberFormat('en') };
  return `${words.numbers.format(count)} ${words.rules.select(count) === 'one' ? one : other}`;
};

/** How long ago, while that says more than the date does; then the date, with its year when that is another one. */
export function timeAgoText(at: number, now: number): string {
  const ago = now - at;
  // A clock set back must not say "in 3 hours" of something that has happened.
  if (ago < minute) return 'just now';
  if (ago < hour) return `${Math.floor(ago / minute)} min ago`;
  if (ago < day) return `${Math.floor(ago / hour)} h ago`;
  if (ago < 7 * day)
    return Math.floor(ago / day) === 1 ? '1 day ago' : `${Math.floor(ago / day)} days ago`;
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return formatInstant(
    at,
    isThisYear ? { month: 'short', day: 'numeric' } : { dateStyle: 'medium' },
  );
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
/** A transient token's 48 hours are told in hours, as Plex tells them. */
const daysFrom = 72 * hour;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A length of time in its two largest units: `6 d 23 h`, `47 h 59 min`, `14 min 05 s`, `29 s`. Never negative. */
export function durationText(ms: number): string {
  // Rounded up, so that the last second shown is 1 and 0 means over.
  const total = Math.max(0, Math.ceil(ms / second)) * second;
  if (total >= daysFrom) {
    return `${Math.floor(total / day)} d ${twoDigits(Math.floor((total % day) / hour))} h`;
  }
  if (total >= hour) {
    return `${Math.floor(total / hour)} h ${twoDigits(Math.floor((total % hour) / minute))} min`;
  }
  if (total >= minute) {
    const seconds = (total % minute) / second;
    const minutes = `${Math.floor(total / minute)} min`;
    return `${minutes} ${twoDigits(seconds)} s`;
  }
  return `${total / second} s`;
}

/** A day and a time of day in the person's own way of writing. */
export const formatDateTime = (at: EpochMs, locale?: string): string =>
  formatInstant(at, { dateStyle: 'medium', timeStyle: 'short' }, locale);

const formatters = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs far more than using it, and a list of servers needs one for every row.
const formatterFor = (
  options: Intl.DateTimeFormatOptions,
  locale: string | undefined,
): Intl.DateTimeFormat => {
  const key = JSON.stringify([locale ?? null, options]);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
};

/** Plex can send any number; one that is no date is shown as the number it is. */
const formatInstant = (
  at: EpochMs,
  options: Intl.DateTimeFormatOptions,
  locale?: string,
): string => {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : formatterFor(options, locale).format(date);
};

/** An amount of data: `2,560 bytes`, `50 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 10_000) return `${bytes.toLocaleString('en')} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${Math.round(bytes / 1_000_000)} MB`;
}

const longestLine = 120;

/** Text from outside on one line of its own, cut where it is longer than any such text should be. */
export const singleLine = (text: string): string => {
  // Also signs that turn the direction of what follows, which would hide what the rest of a line says.
  const clean = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return clean.length > longestLine ? `${clean.slice(0, longestLine)}…` : clean;
};

/** A day in the person's own way of writing, such as “14 Jul 2017”. */
export const formatDate = (at: EpochMs, locale?: string): string =>
  formatInstant(at, { dateStyle: 'medium' }, locale);

/** A time of day in the person's own way of writing, such as “14:03”. */
export const formatTime = (at: EpochMs, locale?: string): string =>
  formatInstant(at, { timeStyle: 'short' }, locale);

/**
 * The person's own word for a country or a language code, and the code itself when there is no word: Plex sends
 * codes that no list knows, and a malformed one makes `Intl.DisplayNames` throw.
 */
const displayName = (type: 'region' | 'language', code: string, locale?: string): string => {
  const trimmed = code.trim();
  try {
    const names = new Intl.DisplayNames(locale === undefined ? undefined : [locale], { type });
    return names.of(type === 'region' ? trimmed.toUpperCase() : trimmed) ?? trimmed;
  } catch {
    return trimmed;
  }
};

/** “New Zealand” for `NZ`. */
export const countryName = (code: string, locale?: string): string =>
  displayName('region', code, locale);

/** “Japanese” for `ja`, “British English” for `en_GB`: Plex writes both `-` and `_`. */
export const languageName = (code: string, locale?: string): string =>
  displayName('language', code.replaceAll('_', '-'), locale);

const longestName = 60;

/**
 * A name from outside within a sentence of ours: cut when it is very long, and isolated, so that a name written from right
 * to left does not turn the sentence around (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates).
 */
export const nameWithin = (name: string): string => {
  const letters = Array.from(name);
  const shown = letters.length > longestName ? `${letters.slice(0, longestName).join('')}…` : name;
  return `\u2068${shown}\u2069`;
};
