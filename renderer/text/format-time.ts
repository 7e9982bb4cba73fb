import type { EpochMs } from '../../shared/model/ids.ts';
import { formatInstant } from '../../shared/text/format-instant.ts';

/** A time of day in the person's own way of writing, such as “14:03”. */
export const formatTime = (at: EpochMs, locale?: string): string =>
  formatInstant(at, { timeStyle: 'short' }, locale);
