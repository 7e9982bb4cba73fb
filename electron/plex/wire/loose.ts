import * as v from 'valibot';
import type { EpochMs } from '../../../shared/model/ids.ts';

/**
 * A valibot field read by a function that accepts anything and never fails: absent, null, and mistyped values alike. Plex omits
 * fields, sends null or "", and writes numbers as text in XML; none of that may invalidate the whole document.
 */
export const loose = <Value>(read: (value: unknown) => Value) =>
  v.pipe(v.optional(v.unknown(), null), v.transform(read));

/** An object's own field, or undefined. A name from the wire never reaches an inherited property. */
export const readField = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;

/** A boolean, or null. XML writes "1" and "0". */
export const readFlag = (value: unknown): boolean | null => {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === '1' || value === 'true') return true;
  if (value === 0 || value === '0' || value === 'false') return false;
  return null;
};

// As seconds, this is the year 5138; a greater number is milliseconds.
const maxSeconds = 100_000_000_000;
// The last instant a Date can represent.
const maxMs = 8_640_000_000_000_000;

const dateForm =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?))? ?(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/**
 * A time in any of Plex's forms, or null: seconds since 1970 as number or text, `2020-02-03T04:05:06Z` in JSON,
 * `2020-02-03 04:05:06 UTC` in XML. A time without a zone is UTC. Zero means "never".
 */
export const readInstant = (value: unknown): EpochMs | null => {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d{1,16}(\.\d{1,9})?$/.test(text)) return fromNumber(Number(text));
  const match = dateForm.exec(text);
  if (match === null) return null;
  const [, day = '', time = '00:00', zone = 'Z'] = match;
  const instant = Date.parse(`${day}T${time}${/^utc$/i.test(zone) ? 'Z' : zone.toUpperCase()}`);
  return Number.isNaN(instant) ? null : instant;
};

const fromNumber = (number: number): EpochMs | null => {
  if (!(number > 0 && number <= maxMs)) return null;
  return Math.round(number < maxSeconds ? number * 1000 : number);
};

/** The items of a list; a single item without a list is a list of one, and nothing is an empty list. */
export const readList = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined || value === '' ? [] : [value];
};

/** A finite number, also written as text, or null. Flags count as 0 and 1: Plex has changed some into levels. */
export const readNumber = (value: unknown): number | null => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' && !/^-?\d{1,15}(\.\d{1,15})?$/.test(value.trim())) return null;
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  return Number.isFinite(number) ? number : null;
};

/** Text that isn't blank, or null. Numbers are accepted as text. */
export const readText = (value: unknown): string | null => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

// Far more than any name or version has.
const longestName = 300;

/**
 * Text to tell a thing by, or null where nothing of it can be seen; cut where it is too long to be shown. For what somebody
 * else may have written: of an identifier, which is compared, every letter counts.
 */
export const readName = (value: unknown): string | null => {
  const name = readText(value);
  if (name === null || !/[^\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(name))
    return null;
  if (name.length <= longestName) return name;
  // Not within a pair of surrogates.
  return `${name.slice(0, longestName - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

/**
 * A list of names in any of Plex's forms: an array of them, text with commas, objects with an `id`, or (in v1) a list
 * within an object, `{"roles":["plexpass"]}`. Without repeats.
 */
export const readTextList = (value: unknown): readonly string[] => [...new Set(names(value, 0))];

const names = (value: unknown, depth: number): readonly string[] => {
  if (typeof value === 'string') return splitCommas(value);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const id = readText(readField(value, 'id'));
    if (id !== null) return [id];
    // One level: Plex sends no list that is wrapped more than once.
    return depth > 0 ? [] : Object.values(value).flatMap((inner: unknown) => itemNames(inner));
  }
  return itemNames(value);
};

const itemNames = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? readList(value).flatMap((item) =>
        typeof item === 'object'
          ? names(item, 1)
          : [readText(item)].filter((text) => text !== null),
      )
    : [];

const splitCommas = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
