import {
  wantsJson,
  type Json,
  type JsonObject,
  type WireAnswer,
  type WireRequest,
} from './wire.ts';

/** A document in the form the caller asked for; `root` is the name of the XML root element. */
export function documentAnswer(
  request: WireRequest,
  status: number,
  root: string,
  value: JsonObject | readonly Json[],
): WireAnswer {
  return wantsJson(request) ? jsonAnswer(status, value) : xmlAnswer(status, root, value);
}

/** An answer that is only a status. */
export function emptyAnswer(status: number): WireAnswer {
  return { status, headers: {}, body: '' };
}

/** A web page. */
export function htmlAnswer(status: number, html: string): WireAnswer {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
    body: html,
  };
}

/** A JSON answer, whatever the caller's `Accept` says. */
export function jsonAnswer(status: number, value: Json): WireAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

/** An XML answer, whatever the caller's `Accept` says. */
export function xmlAnswer(
  status: number,
  root: string,
  value: JsonObject | readonly Json[],
): WireAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
    body: toXml(root, value),
  };
}

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

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Makes text safe inside an attribute or an element, in XML and in HTML; what neither can hold is dropped. */
export function escapeMarkup(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"'\n\r\t]/g, (character) => ENTITIES[character] ?? '');
}
