import { readField } from './read-field.ts';
import { readList } from './read-list.ts';
import { readText } from './read-text.ts';

/**
 * A list of names in any of Plex's forms: an array of them, text with commas, objects with an `id`, or (in v1) a list
 * within an object, `{"roles":["plexpass"]}`. Without repeats.
 */
export const readTextList = (value: unknown): readonly string[] => [...new Set(names(value, 0))];

const names = (value: unknown, depth: number): readonly string[] => {
  if (typeof value === 'string') return splitCommas(value);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const id = readText(readField(value, 'id'));
    if (id !== null) return [id];
    // One level: a list that is wrapped again and again is nothing Plex sends.
    return depth > 0 ? [] : Object.values(value).flatMap((inner: unknown) => itemNames(inner));
  }
  return itemNames(value);
};

const itemNames = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? readList(value).flatMap((item) =>
        typeof item === 'object'
          ? names(item, 1)
          : [readText(item)].filter((text) => text !== null),
      )
    : [];

const splitCommas = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
