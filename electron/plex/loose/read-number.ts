/** A finite number, also written as text, or null. Flags count as 0 and 1: Plex has changed some into levels. */
export const readNumber = (value: unknown): number | null => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' && !/^-?\d{1,15}(\.\d{1,15})?$/.test(value.trim())) return null;
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  return Number.isFinite(number) ? number : null;
};
