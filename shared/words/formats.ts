import type { EpochMs } from '../model/ids.ts';
import { catalogue, ofLocale, presentLocale } from './language.ts';

const unitText = catalogue({
  en: {
    justNow: 'just now',
    today: (time: string) => `Today, ${time}`,
    at: (time: string) => `at ${time}`,
    yesterday: 'yesterday',
    alone: { justNow: 'Just now', today: 'Today', yesterday: 'Yesterday' },
    minutesAgo: (minutes: number) => `${minutes} min ago`,
    hoursAgo: (hours: number) => `${hours} h ago`,
    daysAgo: (days: number) => `${countOf(days, { one: 'day', other: 'days' })} ago`,
    days: (days: number, hours: string) => `${days} d ${hours} h`,
    hours: (hours: number, minutes: string) => `${hours} h ${minutes} min`,
    minutes: (minutes: number, seconds: string) => `${minutes} min ${seconds} s`,
    onlyHours: (hours: number) => `${hours} h`,
    onlyMinutes: (minutes: number) => `${minutes} min`,
    seconds: (seconds: number) => `${seconds} s`,
    bytes: (bytes: number) => `${numberText(bytes)} bytes`,
    kilobytes: (kilobytes: number) => `${kilobytes} kB`,
    megabytes: (megabytes: number) => `${megabytes} MB`,
  },
});

const numbers = ofLocale((locale) => new Intl.NumberFormat(locale));
const rules = ofLocale((locale) => new Intl.PluralRules(locale));

/** “1,000”. */
export const numberText = (value: number): string => numbers().format(value);

/** A form for each plural that the language has: English has `one` and `other`. */
export type Plural<Form = string> = { readonly [Rule in Intl.LDMLPluralRule]?: Form } & {
  readonly other: Form;
};

/** The form that goes with a count. */
export const pluralOf = <Form>(count: number, forms: Plural<Form>): Form =>
  forms[rules().select(count)] ?? forms.other;

/** “Attic, Cabin, and Den”. */
export const listOf = (names: readonly string[]): string =>
  new Intl.ListFormat(presentLocale(), { type: 'conjunction' }).format(names);

/** “1 server”, “1,000 servers”. */
export const countOf = (count: number, forms: Plural): string =>
  `${numberText(count)} ${pluralOf(count, forms)}`;

/** How long ago, while that says more than the date does; then the date, with its year when that is another one. */
export function timeAgoText(at: number, now: number): string {
  const ago = now - at;
  // A clock set back must not say "in 3 hours" of something that has happened.
  if (ago < minute) return unitText().justNow;
  if (ago < hour) return unitText().minutesAgo(Math.floor(ago / minute));
  if (ago < day) return unitText().hoursAgo(Math.floor(ago / hour));
  if (ago < 7 * day) return unitText().daysAgo(Math.floor(ago / day));
  return dayText(at, now);
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
  const in2 = (unit: number, of: number): string => twoDigits(Math.floor((total % of) / unit));
  if (total >= daysFrom) return unitText().days(Math.floor(total / day), in2(hour, day));
  if (total >= hour) return unitText().hours(Math.floor(total / hour), in2(minute, hour));
  if (total >= minute) return unitText().minutes(Math.floor(total / minute), in2(second, minute));
  return unitText().seconds(total / second);
}

/** A length of time in its largest unit, and never more than it is: `31 h`, `59 min`, `29 s`. */
export function shortDurationText(ms: number): string {
  const left = Math.max(0, ms);
  if (left >= hour) return unitText().onlyHours(Math.floor(left / hour));
  if (left >= minute) return unitText().onlyMinutes(Math.floor(left / minute));
  return unitText().seconds(Math.floor(left / second));
}

/** Since when: the time of today, else the day, with its year where that is another one. */
export function sinceText(at: EpochMs, now: number): string {
  return isSameDay(at, now) ? formatTime(at) : dayText(at, now);
}

/** When, on its own: “Today, 9:58 PM”, else the day. */
export const dateText = (at: EpochMs, now: number): string =>
  isSameDay(at, now) ? unitText().today(formatTime(at)) : dayText(at, now);

/** When, behind a verb: “at 5:10 AM”, “yesterday”, else the day. */
export function whenText(at: EpochMs, now: number): string {
  if (isSameDay(at, now)) return unitText().at(formatTime(at));
  return isDayBefore(at, now) ? unitText().yesterday : dayText(at, now);
}

/** A day on its own: “Today”, “Yesterday”, else its date. */
export function dayNameText(at: EpochMs, now: number): string {
  if (isSameDay(at, now)) return unitText().alone.today;
  return isDayBefore(at, now) ? unitText().alone.yesterday : dayText(at, now);
}

/** When last, on its own: how long ago for some hours, then the time of today, then the day. */
export function lastTimeText(at: EpochMs, now: number): string {
  if (now - at < minute) return unitText().alone.justNow;
  if (now - at < 6 * hour) return timeAgoText(at, now);
  return isSameDay(at, now) ? formatTime(at) : dayNameText(at, now);
}

const isDayBefore = (at: number, now: number): boolean => {
  const before = new Date(now);
  before.setDate(before.getDate() - 1);
  return isSameDay(at, before.getTime());
};

const isSameDay = (at: number, now: number): boolean =>
  new Date(at).toDateString() === new Date(now).toDateString();

/** “Nov 12”, and its year where that is another one. */
const dayText = (at: EpochMs, now: number): string =>
  new Date(at).getFullYear() === new Date(now).getFullYear()
    ? formatDayOfThisYear(at)
    : formatDate(at);

/** Plex can send any number; one that is no date is shown as the number it is. */
const instantFormat = (options: Intl.DateTimeFormatOptions): ((at: EpochMs) => string) => {
  const formatter = ofLocale((locale) => new Intl.DateTimeFormat(locale, options));
  return (at) => {
    const date = new Date(at);
    return Number.isNaN(date.getTime()) ? String(at) : formatter().format(date);
  };
};

/** A day and a time of day. */
export const formatDateTime = instantFormat({ dateStyle: 'medium', timeStyle: 'short' });

/** A day and a time of day to the second. */
export const formatMoment = instantFormat({ dateStyle: 'medium', timeStyle: 'medium' });

/** A day, such as “14 Jul 2017”. */
export const formatDate = instantFormat({ dateStyle: 'medium' });

/** A time of day to the second, such as “14:03:31”. */
export const formatClock = instantFormat({ timeStyle: 'medium' });

/** A time of day, such as “14:03”. */
export const formatTime = instantFormat({ timeStyle: 'short' });

const formatDayOfThisYear = instantFormat({ month: 'short', day: 'numeric' });

/** An amount of data: `2,560 bytes`, `50 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 10_000) return unitText().bytes(bytes);
  if (bytes < 1_000_000) return unitText().kilobytes(Math.round(bytes / 1000));
  return unitText().megabytes(Math.round(bytes / 1_000_000));
}

/** By their names in Unicode (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters). */
const directionMarks: ReadonlyMap<string, string> = new Map([
  ['\u061c', 'ALM'],
  ['\u200e', 'LRM'],
  ['\u200f', 'RLM'],
  ['\u202a', 'LRE'],
  ['\u202b', 'RLE'],
  ['\u202c', 'PDF'],
  ['\u202d', 'LRO'],
  ['\u202e', 'RLO'],
  ['\u2066', 'LRI'],
  ['\u2067', 'RLI'],
  ['\u2068', 'FSI'],
  ['\u2069', 'PDI'],
]);

const directionSigns = new RegExp(`[${[...directionMarks.keys()].join('')}]`, 'g');

/**
 * Text from outside with the signs in sight that nobody sees and that turn letters around: “Attick” can be written so that it
 * reads as another name.
 */
export const markDirections = (text: string): string =>
  text.replace(directionSigns, (sign) => `‹${directionMarks.get(sign) ?? ''}›`);

const longestLine = 120;

/** Text from outside on one line of its own, cut where it is longer than any such text should be. */
export const singleLine = (text: string): string => {
  const clean = markDirections(text)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return clean.length > longestLine ? `${clean.slice(0, longestLine)}…` : clean;
};

/**
 * The word for a country or a language code, and the code itself when there is no word: Plex sends codes that no list
 * knows, and a malformed one makes `Intl.DisplayNames` throw.
 */
const displayName = (type: 'region' | 'language', code: string): string => {
  const trimmed = code.trim();
  try {
    const names = new Intl.DisplayNames([presentLocale()], { type });
    return names.of(type === 'region' ? trimmed.toUpperCase() : trimmed) ?? trimmed;
  } catch {
    return trimmed;
  }
};

/** “New Zealand” for `NZ`. */
export const countryName = (code: string): string => displayName('region', code);

/** “Japanese” for `ja`, “British English” for `en_GB`: Plex writes both `-` and `_`. */
export const languageName = (code: string): string =>
  displayName('language', code.replaceAll('_', '-'));

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

/**
 * What to call things in one list, no two alike: one that shares its name gets the end of its identifier, or its place in
 * the list where that doesn't tell it apart.
 */
export const toldApart = (
  things: readonly { readonly name: string; readonly id: string | null }[],
): readonly string[] => {
  const isAlone = (text: string, texts: readonly string[]): boolean =>
    texts.indexOf(text) === texts.lastIndexOf(text);
  const names = things.map(({ name }) => name);
  const longer = things.map(({ name, id }) => (id === null ? name : `${name} (…${id.slice(-6)})`));
  return names.map((name, index) => {
    const longName = longer[index] ?? name;
    if (isAlone(name, names)) return name;
    return isAlone(longName, longer) ? longName : `${name} (${index + 1})`;
  });
};
