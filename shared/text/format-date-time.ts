import type { EpochMs } from '../model/ids.ts';
import { formatInstant } from './format-instant.ts';

/** A day and a time of day in the person's own way of writing. */
export const formatDateTime = (at: EpochMs, locale?: string): string =>
  formatInstant(at, { dateStyle: 'medium', timeStyle: 'short' }, locale);
