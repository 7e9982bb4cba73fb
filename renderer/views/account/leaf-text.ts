import type { JsonValue } from '../../../shared/model/account.ts';

/** The text of a value that holds no others, as it is searched and shown; null for a list or an object. */
export const leafText = (value: JsonValue): string | null =>
  typeof value === 'string'
    ? value
    : value === null || typeof value !== 'object'
      ? String(value)
      : null;
