import { redactedMark } from '../../../shared/model/account.ts';
import { isSecretField, isSecretList } from './secret-fields.ts';

// SECURITY: text from outside must not slow down logging: every repetition below is bounded, or can't overlap with what
// follows it.

/** A range of a text, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `name=`, `"name": `, `name => `, `"name", "` and `--name `, up to where the value starts. */
const fieldHead =
  /(?<![\w-])(--)?([\w-]{1,64})(?:(["'])?\s{0,8}(=>|=|:)\s{0,8}|(["'])\s{0,8}(,)\s{0,8}(?=["'[{])|(?<=--[\w-]{1,64})(\s{1,8})(?![\s-]))/g;
const elementHead = /<(?:[\w-]{1,32}:)?([\w-]{1,64})(?:\s[^<>]{0,512})?>/g;
/** `name="X-Plex-Token"`, `"id": "serverToken"`: the value of one field is the name of another. */
const namedByField =
  /(?<![\w-])(?:name|id|key|field|header|param)["']?\s{0,8}[:=]\s{0,8}["']?([\w-]{1,64})(?![\w.-])/gi;
const valueHead = /(?<![\w-])(?:value|val|content|data|text)["']?\s{0,8}[:=]\s{0,8}/gi;
/** Headers whose whole line is secret. */
const secretLine = /\b(?:(?:set-)?cookie|(?:proxy-)?authorization)\s{0,8}:\s{0,8}/gi;
const restOfLine = /[^\r\n"']+/y;

const scheme = /(?:Bearer|Basic|Token)\s{1,8}/iy;
const bareValue = /[^\s&"'<>,;)}\]{[\\]+/y;
// A form leaves these signs as they are (https://url.spec.whatwg.org/#urlencoded-serializing), or encodes them with percent signs.
const formValue = /[^\s&"<>,;}\]{[\\]+/y;
const nothingToHide = new Set(['null', 'undefined', 'true', 'false']);

// How far the object or element around a field's name is searched, to either side.
const nearbyLength = 400;
const longestElement = 2_048;

/** The ranges of the values of secret fields, parameters, attributes, elements, and headers in unescaped text. */
export const findNamedSecrets = (text: string): readonly Span[] => [
  ...secretLines(text),
  ...secretFields(text),
  ...secretElements(text),
  ...fieldsNamedByOthers(text),
];

function* secretLines(text: string): Generator<Span> {
  let doneIndex = 0;
  for (const head of text.matchAll(secretLine)) {
    const start = head.index + head[0].length;
    const line = start < doneIndex ? null : spanAt(restOfLine, text, start);
    if (line === null) continue;
    yield line;
    doneIndex = line.end;
  }
}

function* secretFields(text: string): Generator<Span> {
  let doneIndex = 0;
  for (const head of text.matchAll(fieldHead)) {
    const start = head.index + head[0].length;
    const name = head[2] ?? '';
    if (start < doneIndex) continue;
    let value: Span | null = null;
    if (isSecretField(name)) value = valueAt(text, start, head[4] === '=' ? formValue : bareValue);
    else if (isSecretList(name) && !head[6]) value = plainListAt(text, start);
    if (value === null) continue;
    yield value;
    doneIndex = value.end;
  }
}

function* secretElements(text: string): Generator<Span> {
  let doneIndex = 0;
  for (const head of text.matchAll(elementHead)) {
    const name = head[1] ?? '';
    const start = head.index + head[0].length;
    if (start < doneIndex || !isSecretField(name) || head[0].endsWith('/>')) continue;
    const rest = text.slice(start, start + longestElement);
    const closing = rest.search(new RegExp(`</(?:[\\w-]{1,32}:)?${name}\\s{0,8}>`));
    const held = closing === -1 ? (/^[^<]*/.exec(rest)?.[0] ?? '') : rest.slice(0, closing);
    if (isNothing(held)) continue;
    yield { start, end: start + held.length };
    doneIndex = start + held.length;
  }
}

function* fieldsNamedByOthers(text: string): Generator<Span> {
  let doneIndex = 0;
  for (const naming of text.matchAll(namedByField)) {
    if (!isSecretField(naming[1] ?? '')) continue;
    const before = text.slice(Math.max(0, naming.index - nearbyLength), naming.index);
    const start = naming.index - before.length + before.search(/[^{}<>]*$/);
    const end = naming.index + naming[0].length;
    const after = /^[^{}<>]*/.exec(text.slice(end, end + nearbyLength))?.[0] ?? '';
    for (const head of text.slice(start, end + after.length).matchAll(valueHead)) {
      const valueIndex = start + head.index + head[0].length;
      const value = valueIndex < doneIndex ? null : valueAt(text, valueIndex, bareValue);
      if (value === null) continue;
      yield value;
      doneIndex = value.end;
    }
  }
}

const valueAt = (text: string, start: number, bare: RegExp): Span | null => {
  if (text.startsWith(redactedMark, start)) return null;
  const sign = text.charAt(start);
  if (sign === '[' || sign === '{') return containerAt(text, start);
  if (sign === '"' || sign === "'") return quotedAt(text, start);
  const value = spanAt(bare, text, spanAt(scheme, text, start)?.end ?? start);
  return value !== null && !nothingToHide.has(text.slice(value.start, value.end)) ? value : null;
};

/** The content of a quoted string; if the text was cut before the closing quote, the rest of the line. */
const quotedAt = (text: string, start: number): Span | null => {
  const between = text.startsWith('"', start) ? insideDouble : insideSingle;
  const held = spanAt(between, text, start + 1);
  return held === null || isNothing(text.slice(held.start, held.end)) ? null : held;
};
const insideDouble = /(?:[^"\\\r\n]|\\.)+/y;
const insideSingle = /(?:[^'\\\r\n]|\\.)+/y;

/** The content of a list or an object, to its closing bracket or the end of the text. */
const containerAt = (text: string, start: number): Span | null => {
  let depth = 0;
  let end = text.length;
  bracket.lastIndex = start;
  for (let sign = bracket.exec(text); sign !== null; sign = bracket.exec(text)) {
    depth += sign[0] === '[' || sign[0] === '{' ? 1 : sign[0] === ']' || sign[0] === '}' ? -1 : 0;
    if (depth > 0) continue;
    end = sign.index;
    break;
  }
  return isNothing(text.slice(start + 1, end)) ? null : { start: start + 1, end };
};
// A bracket inside a string is part of the string.
const bracket = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[[\]{}]/g;

/** `["…","…"]`, `{"attic":"…"}`: a list of secrets, as opposed to one of records, whose own fields tell what is secret. */
const plainListAt = (text: string, start: number): Span | null => {
  const list = spanAt(plainList, text, start);
  if (list === null || text.startsWith(redactedMark, start)) return null;
  const held = { start: list.start + 1, end: list.end - 1 };
  return isNothing(text.slice(held.start, held.end)) ? null : held;
};
const plainList = /[[{](?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^[\]{}"'])*[\]}]/y;

const isNothing = (held: string): boolean => {
  const plain = held.trim();
  return plain === '' || plain === redactedMark || nothingToHide.has(plain);
};

const spanAt = (expression: RegExp, text: string, start: number): Span | null => {
  expression.lastIndex = start;
  const held = expression.exec(text)?.[0] ?? '';
  return held === '' ? null : { start, end: start + held.length };
};
