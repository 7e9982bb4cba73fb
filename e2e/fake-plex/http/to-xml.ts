import { escapeMarkup } from './escape-markup.ts';
import type { Json } from './json.ts';
import type { JsonObject } from './json-object.ts';

/**
 * Writes a JSON document the way Plex writes the same thing in XML: values are attributes, booleans `1` and `0`,
 * null is an empty attribute, lists are child elements (shapes after python-plexapi, `tests/payloads.py`).
 * A list under a capitalised name repeats the element (`Device`); any other is wrapped (`services` / `service`).
 */
export function toXml(name: string, value: JsonObject | readonly Json[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(name, value)}\n`;
}

function element(name: string, value: JsonObject | readonly Json[]): string {
  if (isList(value)) return `<${name}>${items(name, value)}</${name}>`;
  let attributes = '';
  let children = '';
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    if (typeof item !== 'object' || item === null) attributes += ` ${key}="${scalar(item)}"`;
    else if (isList(item) && /^[A-Z]/.test(key)) children += repeated(key, item);
    else children += element(key, item);
  }
  return children === ''
    ? `<${name}${attributes}/>`
    : `<${name}${attributes}>${children}</${name}>`;
}

function items(listName: string, list: readonly Json[]): string {
  return repeated(listName.replace(/s$/, ''), list);
}

function repeated(name: string, list: readonly Json[]): string {
  return list
    .map((item) =>
      typeof item === 'object' && item !== null
        ? element(name, item)
        : `<${name} id="${scalar(item)}"/>`,
    )
    .join('');
}

function scalar(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  return escapeMarkup(String(value));
}

function isList(value: JsonObject | readonly Json[]): value is readonly Json[] {
  return Array.isArray(value);
}
