import { markDirections } from '../../shared/words/formats.ts';

/** What the person writes themselves; it comes back from the field in which it was shown. */
const own: ReadonlySet<string> = new Set(['note']);

/**
 * What goes to the page, with the signs in its texts marked that would turn what is shown around. Here, since whatever a page
 * shows comes through here, and is named by its id alone when it comes back; the profile and the terminal's JSON keep the
 * names as they are.
 */
export function withMarkedDirections<T>(value: T): T {
  return marked(value) as T;
}

function marked(value: unknown): unknown {
  if (typeof value === 'string') return markDirections(value);
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? markedList(value) : markedRecord(value);
}

// Nearly nothing has such a sign, and what has none is not copied: a thousand servers are looked through each time.

function markedList(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | null = null;
  for (let index = 0; index < list.length; index += 1) {
    const shown = marked(list[index]);
    if (shown !== list[index]) (copy ??= [...list])[index] = shown;
  }
  return copy ?? list;
}

function markedRecord(record: object): object {
  const entries = record as Record<string, unknown>;
  let copy: Record<string, unknown> | null = null;
  for (const key in entries) {
    const entry = entries[key];
    const shown = own.has(key) ? entry : marked(entry);
    if (shown !== entry) (copy ??= { ...entries })[key] = shown;
  }
  return copy ?? record;
}
