import { redactedMark, type JsonValue } from '../../../shared/model/account.ts';
import { createScrubber } from './scrubber.ts';
import { isSecretField, isSecretList } from './secret-fields.ts';

// SECURITY: whatever exceeds these limits isn't inspected, so it is hidden; Plex's own records stay far below them.
const deepest = 32;
const mostValues = 200_000;
const longestText = 100_000;

/**
 * The same data with every secret replaced: the values of secret fields, also inside strings that are JSON themselves (as
 * Plex stores settings), and every known secret anywhere. Null and "" stay: they show that there is none. Accepts anything, so
 * it also serves log facts; what JSON can't represent becomes text.
 */
export const redactRecord = (data: unknown, knownSecrets: readonly string[] = []): JsonValue => {
  const scrub = createScrubber(knownSecrets);
  let seenCount = 0;

  const redactText = (text: string, depth: number): string => {
    const inner = parseContainer(text);
    if (inner === null) return text.length > longestText ? redactedMark : scrub(text);
    const after = JSON.stringify(redact(inner, depth + 1));
    // Unchanged text keeps its own spacing.
    return after === writtenOut(inner) ? text : after;
  };

  const redactObject = (object: object, depth: number): JsonValue => {
    const holdsSecret = isSecretSetting(object);
    // SECURITY: fromEntries defines own properties, so a `__proto__` key from the wire stays a mere key.
    return Object.fromEntries(
      Object.entries(object).map(([name, value]: [string, unknown]) => [
        scrub(name),
        isSecretField(name) ||
        (holdsSecret && name === 'value') ||
        (isSecretList(name) && isPlainList(value))
          ? hide(value)
          : redact(value, depth + 1),
      ]),
    );
  };

  /** Headers and arguments are often one list, in which a name is followed by its value. */
  const redactList = (list: readonly unknown[], depth: number): JsonValue =>
    list.map((item, index) => {
      const before: unknown = list[index - 1];
      const isNamed = typeof before === 'string' && isSecretField(before.replace(/^--/, ''));
      return isNamed ? hide(item) : redact(item, depth + 1);
    });

  const redact = (value: unknown, depth: number): JsonValue => {
    seenCount += 1;
    if (depth > deepest || seenCount > mostValues) return hide(value);
    if (value === null || value === undefined || typeof value === 'boolean') return value ?? null;
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (typeof value === 'string') return redactText(value, depth);
    if (Array.isArray(value)) return redactList(value, depth);
    if (value instanceof Error) return scrub(`${value.name}: ${value.message}`);
    if (typeof value === 'object') return redactObject(value, depth);
    return typeof value === 'bigint' ? String(value) : redactedMark;
  };

  return redact(data, 0);
};

const hide = (value: unknown): JsonValue =>
  value === null || value === undefined || value === '' ? (value ?? null) : redactedMark;

/** `{"id":"…Token","value":"…"}`: the form of an account's settings. */
const isSecretSetting = (object: object): boolean =>
  ['id', 'name', 'key'].some((naming) => {
    const name: unknown = Object.getOwnPropertyDescriptor(object, naming)?.value;
    return typeof name === 'string' && isSecretField(name);
  });

/** Only texts: in a list of records, their own field names decide what is secret. */
const isPlainList = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((item) => typeof item !== 'object' || item === null);

/** Null when it is nested too deep to be written: then some of it was hidden. */
const writtenOut = (container: object): string | null => {
  try {
    return JSON.stringify(container);
  } catch {
    return null;
  }
};

const parseContainer = (text: string): object | null => {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
};

// An account's services have some thirty; any further secret is still hidden by its field name.
const mostSecrets = 100;
/** The values of a record's secret fields, to find them again where no field name marks them. */
export const collectSecrets = (data: unknown): readonly string[] => {
  const secrets = new Set<string>();
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > deepest) return;
    for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
      if (secrets.size >= mostSecrets) return;
      if (typeof inner === 'string' && isSecretField(name)) secrets.add(inner);
      else visit(inner, depth + 1);
    }
  };
  visit(data, 0);
  return [...secrets];
};
