import { redactedMark } from '../../../shared/model/account.ts';
import { findNamedSecrets, type Span } from './find-named-secrets.ts';
import { tellingToken } from './secret-fields.ts';

// Deeper than a log of a request in a request in a request.
const maxLayers = 6;
const maxBase64Layers = 2;
const base64Run = /[A-Za-z0-9+/_-]{16,}/g;

/**
 * Creates a function that removes secrets from text: known values in every encoding, tokens recognized by their form, and the value
 * of every secret field, parameter, attribute, element, and header, also where the text is escaped, in several layers and
 * kinds, or in base64.
 */
export const createScrubber = (knownSecrets: readonly string[]): ((text: string) => string) => {
  const spellings = secretSpellings(knownSecrets);

  const findSecrets = (text: string, base64Layers: number): readonly Span[] => {
    const found: Span[] = [];
    for (const layer of layersOf(traced(text), allEscapes, maxLayers))
      for (const { start, end } of findInLayer(layer.text, base64Layers))
        found.push({
          start: layer.places[start] ?? 0,
          end: layer.places[end] ?? text.length,
        });
    return found;
  };

  function* findInLayer(text: string, base64Layers: number): Generator<Span> {
    for (const spelling of spellings)
      for (let start = text.indexOf(spelling); start !== -1;) {
        yield { start, end: start + spelling.length };
        start = text.indexOf(spelling, start + spelling.length);
      }
    yield* spansOf(text.matchAll(tellingToken));
    yield* findNamedSecrets(text);
    if (base64Layers === 0) return;
    for (const run of spansOf(text.matchAll(base64Run)))
      if (holdsSecret(text.slice(run.start, run.end), base64Layers - 1)) yield run;
  }

  // Preceding characters may look like part of it, so it is decoded from each of four offsets.
  const holdsSecret = (run: string, base64Layers: number): boolean =>
    [0, 1, 2, 3].some((offset) => {
      const inside = Buffer.from(run.slice(offset), 'base64').toString('latin1');
      return findSecrets(inside, base64Layers).length > 0;
    });

  return (text) => {
    const found = [...findSecrets(text, maxBase64Layers)].sort((a, b) => a.start - b.start);
    let clean = '';
    let doneIndex = 0;
    for (const { start, end } of found) {
      if (end <= doneIndex) continue;
      if (start >= doneIndex) clean += text.slice(doneIndex, start) + redactedMark;
      doneIndex = end;
    }
    return clean + text.slice(doneIndex);
  };
};

function* spansOf(matches: Iterable<RegExpExecArray>): Generator<Span> {
  for (const { 0: held, index } of matches) yield { start: index, end: index + held.length };
}

/** Removes secrets from one text. For many texts, create a scrubber once. */
export const scrubText = (text: string, knownSecrets: readonly string[] = []): string =>
  createScrubber(knownSecrets)(text);

// A shorter value would match unrelated text by chance.
const minSecretLength = 6;

/**
 * Every way a known secret may be written in a log or a record: as it is, in JSON text, URL-encoded once and twice, in
 * base64. Longest first, so that no spelling is cut by a shorter one.
 */
const secretSpellings = (secrets: readonly string[]): readonly string[] => {
  const spellings = new Set<string>();
  for (const secret of secrets) {
    if (secret.length < minSecretLength) continue;
    // Half a surrogate pair has no URL-encoded form, and would make the encoder throw.
    const wellFormed = secret.replaceAll(/\p{Cs}/gu, '\ufffd');
    const encoded = encodeURIComponent(wellFormed);
    for (const spelling of base64Spellings(wellFormed)) spellings.add(spelling);
    const formEncoded = new URLSearchParams([['', wellFormed]]).toString().slice(1);
    for (const spelling of [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encoded,
      encodeURIComponent(encoded),
      formEncoded,
      encodeURIComponent(formEncoded),
    ]) {
      spellings.add(spelling);
      // Percent signs may be followed by lowercase letters too.
      spellings.add(spelling.replaceAll(/%(?:25)*[0-9A-F]{2}/g, (escape) => escape.toLowerCase()));
    }
  }
  return [...spellings].sort((left, right) => right.length - left.length);
};

/**
 * What of a secret always looks the same inside longer text in base64, for each of the three places at which it may
 * begin in a group of three bytes; the signs it shares with its neighbours are left out.
 */
const base64Spellings = (secret: string): readonly string[] => {
  const bytes = Buffer.from(secret);
  if (bytes.length < minBase64Bytes) return [];
  return [0, 1, 2].flatMap((shift) => {
    const start = (3 - shift) % 3;
    const whole = bytes.subarray(start, bytes.length - ((bytes.length - start) % 3));
    return [whole.toString('base64'), whole.toString('base64url')];
  });
};
// Fewer than three groups would match by chance.
const minBase64Bytes = 12;

// Whatever reads text from elsewhere can be slowed down by it: every repetition below is bounded, or can't overlap with
// what follows it.

const name = String.raw`[\w-]{1,64}`;
const quote = String.raw`(?:\\*["']|%(?:25)*2[27]|&(?:quot|apos|#34|#39);)`;
const opening = String.raw`(?:\[(?!redacted\])\s{0,8})?`;
const separator = String.raw`\s{0,8}(?:=>|=|:|%(?:25)*3[AD])\s{0,8}${opening}`;
const scheme = String.raw`(?:(Bearer|Basic|Token)(?:\s{1,8}|%(?:25)*20))?`;
// Goes on to where a parameter, a string or an element ends, be it URL-encoded or not.
const ending = String.raw`%(?:25)*(?:20|22|23|26|27|2C|3B|3C|3E|5D|7D)|&(?:quot|apos|#34|#39|lt|gt);`;
const value = String.raw`(?:(?!${ending})[^\s&"'<>,;)}\]{[\\])+`;

/** `name=`, `name: `, `name%3D`, `\"name\":\"`, up to where the value starts. */
const fieldHead = new RegExp(
  `(?:(?:%(?:25)*[0-9A-F]{2}){1,4}|(?<![\\w-]))(${name})${quote}?${separator}${quote}?${scheme}`,
  'gi',
);
const fieldValue = new RegExp(value, 'iy');

/** A field, parameter, attribute or header in running text. */
export interface LooseField {
  readonly name: string;
  /** `Bearer`, `Basic` or `Token` before the value, as it stands there. */
  readonly scheme: string | null;
  /** Never empty. Still encoded, where the text is. */
  readonly value: string;
  /** Where the value begins in the text. */
  readonly valueIndex: number;
}

/**
 * The fields of text in any notation, one after the other, URL-encoded or not. Those whose name is not wanted are gone
 * into instead: the value of a harmless field may have a wanted one inside, as in `next=%2F%3Ftoken%3D…`.
 */
export function* looseFields(
  text: string,
  isWanted: (fieldName: string) => boolean,
): Generator<LooseField> {
  let doneIndex = 0;
  for (const head of text.matchAll(fieldHead)) {
    const valueIndex = head.index + head[0].length;
    const fieldName = head[1] ?? '';
    if (valueIndex <= doneIndex || !isWanted(fieldName)) continue;
    fieldValue.lastIndex = valueIndex;
    const held = fieldValue.exec(text)?.[0] ?? '';
    if (held === '') continue;
    yield { name: fieldName, scheme: head[2] ?? null, value: held, valueIndex };
    doneIndex = valueIndex + held.length;
  }
}

// Every escape becomes one character, so that places can be counted back.
const kindsOfEscape = [
  // URL
  /%[0-9A-F]{2}/,
  // JSON and script
  /\\u[0-9A-F]{4}|\\u\{[0-9A-F]{1,6}\}|\\x[0-9A-F]{2}|\\["'`/\\bfnrt]/,
  // XML and HTML
  /&#\d{1,7};|&#x[0-9A-F]{1,6};|&(?:quot|apos|lt|gt|amp|equals|colon|comma|nbsp);/,
] as const;
const anyOf = (kinds: readonly RegExp[]): RegExp =>
  new RegExp(kinds.map(({ source }) => source).join('|'), 'gi');
const allEscapes = anyOf(kindsOfEscape);
const allButOne = kindsOfEscape.map((kind) => ({
  left: anyOf([kind]),
  escapes: anyOf(kindsOfEscape.filter((other) => other !== kind)),
}));

/**
 * The text as it stands, then with one layer of escapes after the other taken off. SECURITY: what looks like an escape may
 * be part of a secret, and end it too early where it is taken for a quote or the end of a line: `&quot;50%22off&quot;`,
 * `\"50%0aoff\"`. So wherever a layer has several kinds of escapes, each is left alone once from there on.
 */
function* layersOf(layer: Traced, escapes: RegExp, count: number): Generator<Traced> {
  yield layer;
  const present =
    escapes === allEscapes ? allButOne.filter(({ left }) => layer.text.search(left) !== -1) : [];
  const ways = present.length > 1 ? [escapes, ...present.map((way) => way.escapes)] : [escapes];
  for (const way of count > 1 ? ways : []) {
    const next = unescapeOnce(layer, way);
    if (next !== null) yield* layersOf(next, way, count - 1);
  }
}

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
interface Traced {
  readonly text: string;
  readonly places: Int32Array;
}

const traced = (text: string): Traced => ({
  text,
  places: Int32Array.from({ length: text.length + 1 }, (_, index) => index),
});

/**
 * The text with one layer of escapes taken off; null when it has none. What is escaped twice
 * (`%253D`, `\\u003d`, `&amp;quot;`) is escaped once after it. Bytes of UTF-8 become a character each.
 */
const unescapeOnce = ({ text, places }: Traced, escapes: RegExp): Traced | null => {
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
