import { readField, readText } from '../plex/wire/loose.ts';
import { isTokenField } from '../plex/secrets/secret-fields.ts';
import { findInText } from './find-in-text.ts';
import type { FoundText } from './found-text.ts';

/** What a device, a server, an account or a service calls itself, in the order of how well it tells. */
const namings = [
  'name',
  'title',
  'friendlyName',
  'FriendlyName',
  'username',
  'product',
  'identifier',
] as const;

/**
 * The tokens of data from JSON or XML, in the order of the data: in fields of a token's name, in pairs of a name and a
 * value (`{"name":"X-Plex-Token","value":"…"}`), and in texts. Without recursion, so that no depth can stop it.
 */
export function* findInRecord(data: unknown): Generator<FoundText> {
  const left: Visit[] = [{ field: null, value: data, label: null }];
  for (let visit = left.pop(); visit !== undefined; visit = left.pop()) {
    const { field, value, label } = visit;
    if (typeof value === 'string') yield* findInValue(field, value, label);
    else if (typeof value === 'object' && value !== null) {
      const inside = visitsOf(value, label);
      for (let index = inside.length - 1; index >= 0; index -= 1) left.push(inside[index] as Visit);
    }
  }
}

interface Visit {
  readonly field: string | null;
  readonly value: unknown;
  readonly label: string | null;
}

function* findInValue(
  field: string | null,
  value: string,
  label: string | null,
): Generator<FoundText> {
  if (field === null || !isTokenField(field)) {
    yield* findInText(value, label);
    return;
  }
  // SECURITY: `Basic …` has a blank in it, which no token has, and so is none.
  const token = value.replace(/^(?:Bearer|Token)\s+/i, '');
  yield { token, field, label, host: () => null };
}

const visitsOf = (container: object, outerLabel: string | null): readonly Visit[] => {
  if (Array.isArray(container)) {
    return container.map((value: unknown) => ({ field: null, value, label: outerLabel }));
  }
  const named = ['name', 'id', 'key']
    .map((naming) => readField(container, naming))
    .find((name) => typeof name === 'string' && isTokenField(name));
  const label = named === undefined ? (labelOf(container) ?? outerLabel) : outerLabel;
  return Object.entries(container).map(([field, value]: [string, unknown]) => ({
    field: typeof named === 'string' && field === 'value' ? named : field,
    value,
    label,
  }));
};

const labelOf = (container: object): string | null => {
  for (const naming of namings) {
    const label = readText(readField(container, naming));
    if (label !== null) return label;
  }
  return null;
};
