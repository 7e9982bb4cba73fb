import type { EpochMs } from '../../../shared/model/ids.ts';
import { formatDate } from '../../../shared/words/formats.ts';

/** A day in words; null stays null and is shown as not given. */
export const dateOrNull = (at: EpochMs | null): string | null =>
  at === null ? null : formatDate(at);
