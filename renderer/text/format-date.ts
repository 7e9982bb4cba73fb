import type { EpochMs } from '../../shared/model/ids.ts';
import { formatInstant } from '../../shared/text/format-instant.ts';

/** A day in the person's own way of writing, such as “14 Jul 2017”. */
export const formatDate = (at: EpochMs, locale?: string): string =>
  formatInstant(at, { dateStyle: 'medium' }, locale);
