import type { EpochMs } from '../../../shared/model/ids.ts';

// As seconds this is the year 5138; a greater number counts milliseconds.
const greatestSeconds = 100_000_000_000;
// The last instant a Date can hold.
const greatestMs = 8_640_000_000_000_000;

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
  if (!(number > 0 && number <= greatestMs)) return null;
  return Math.round(number < greatestSeconds ? number * 1000 : number);
};
