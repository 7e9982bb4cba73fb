// URL, JSON and script, XML and HTML. Every escape becomes one character, so that places can be counted back.
const escapes =
  /%[0-9A-F]{2}|\\u[0-9A-F]{4}|\\u\{[0-9A-F]{1,6}\}|\\x[0-9A-F]{2}|\\["'`/\\bfnrt]|&#\d{1,7};|&#x[0-9A-F]{1,6};|&(?:quot|apos|lt|gt|amp|equals|colon|comma|nbsp);/gi;

const signs: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
  equals: '=',
  colon: ':',
  comma: ',',
  nbsp: ' ',
};

/** Text with where each of its characters stands in the text it was made of; one place more, for the end. */
export interface Traced {
  readonly text: string;
  readonly places: Int32Array;
}

export const traced = (text: string): Traced => ({
  text,
  places: Int32Array.from({ length: text.length + 1 }, (_, index) => index),
});

/**
 * The text with one layer of escapes taken off, whatever their kind; null when it has none. What is escaped twice
 * (`%253D`, `\\u003d`, `&amp;quot;`) is escaped once after it. Bytes of UTF-8 become a character each.
 */
export const unescapeOnce = ({ text, places }: Traced): Traced | null => {
  const found = [...text.matchAll(escapes)];
  if (found.length === 0) return null;
  const pieces: string[] = [];
  const after = new Int32Array(text.length + 1);
  let length = 0;
  let doneIndex = 0;
  const keep = (endIndex: number): void => {
    pieces.push(text.slice(doneIndex, endIndex));
    after.set(places.subarray(doneIndex, endIndex), length);
    length += endIndex - doneIndex;
  };
  for (const { 0: escape, index } of found) {
    keep(index);
    pieces.push(meaningOf(escape));
    after[length] = places[index] ?? 0;
    length += 1;
    doneIndex = index + escape.length;
  }
  keep(text.length);
  after[length] = places[text.length] ?? 0;
  return { text: pieces.join(''), places: after.subarray(0, length + 1) };
};

const meaningOf = (escape: string): string => {
  if (escape.startsWith('%')) return character(parseInt(escape.slice(1), 16));
  if (escape.startsWith('&#'))
    return character(/x/i.test(escape) ? parseInt(escape.slice(3), 16) : parseInt(escape.slice(2)));
  if (escape.startsWith('&')) return signs[escape.slice(1, -1).toLowerCase()] ?? escape;
  const digits = escape.length > 2 ? /[0-9A-F]+/i.exec(escape.slice(2))?.[0] : undefined;
  if (digits !== undefined) return character(parseInt(digits, 16));
  return signs[escape.slice(1)] ?? escape.slice(1);
};

/** What lies outside the plane of one unit can't be part of a field's name or of what separates fields. */
const character = (code: number): string => String.fromCharCode(code > 0xffff ? 0xfffd : code);
