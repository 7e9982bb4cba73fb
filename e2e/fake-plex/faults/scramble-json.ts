import type { Json } from '../http/json.ts';

/** A JSON document of the same shape with every value null, or every value of a type it should not have. */
export function scrambleJson(value: Json, how: 'nulls' | 'types'): Json {
  if (isList(value)) return value.map((item) => scrambleJson(item, how));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, scrambleJson(item ?? null, how)]),
    );
  }
  return how === 'nulls' ? null : otherType(value);
}

function otherType(value: string | number | boolean | null): Json {
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'number') return [value];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return 0;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
