import type { EpochMs } from '../../../shared/model/ids.ts';

/** A time as JSON has it; null when Plex sent what is no time. */
export const isoTime = (at: EpochMs | null): string | null => {
  if (at === null) return null;
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};
