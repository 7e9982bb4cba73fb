import type { EpochMs } from '../model/ids.ts';

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
export const formatInstant = (
  at: EpochMs,
  options: Intl.DateTimeFormatOptions,
  locale?: string,
): string => {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : formatterFor(options, locale).format(date);
};
