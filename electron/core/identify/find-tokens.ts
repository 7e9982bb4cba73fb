import type { TokenPlace } from '../../../shared/model/identification.ts';
import { parseUrl } from '../../addresses.ts';
import { decodeXml } from '../../plex/http/decode-body.ts';
import { createScrubber, looseFields } from '../../plex/secrets/scrubber.ts';
import { isSecretField, isTokenField, tellingToken } from '../../plex/secrets/secret-fields.ts';
import { readField, readText } from '../../plex/wire/loose.ts';
import { couldBeToken } from '../../token-text.ts';

const longestName = 80;

export interface FoundTokens {
  /** In the order they stand in, each once. In clear. */
  readonly tokens: readonly { readonly token: string; readonly place: TokenPlace }[];
  /** There were more than the limit. */
  readonly isCutOff: boolean;
}

/**
 * The tokens in whatever a person pasted: a token, a header, an address, a command, a line of a settings file, JSON or
 * XML. Takes any text, in a time that grows with its length alone.
 */
export const findTokens = (pasted: string, limit: number): FoundTokens => {
  // What a copy from a page or a chat brings along unseen.
  const text = pasted.replaceAll(/[\u200b\u2060\ufeff]/g, '').trim();
  const data = parseFragment(text);
  const found = new Map<string, FoundText>();
  const isCutOff = !noteEach(data === null ? findInText(text) : findInRecord(data), found, limit);
  if (found.size === 0 && data === null) noteEach(findBare(text), found, limit);
  return { tokens: withPlaces([...found.values()]), isCutOff };
};

/** False when there are more than the limit. */
const noteEach = (
  candidates: Iterable<FoundText>,
  found: Map<string, FoundText>,
  limit: number,
): boolean => {
  for (const one of candidates) {
    if (!couldBeToken(one.token) || found.has(one.token)) continue;
    if (found.size === limit) return false;
    found.set(one.token, one);
  }
  return true;
};

/** SECURITY: names come from the pasted text, and one of them might repeat a secret. */
const withPlaces = (found: readonly FoundText[]): FoundTokens['tokens'] => {
  const scrub = createScrubber(found.map(({ token }) => token));
  const clean = (name: string | null): string | null =>
    name === null ? null : scrub(name.slice(0, longestName));
  return found.map(({ token, field, label, host }) => ({
    token,
    place: { field: clean(field), label: clean(label), host: clean(host()) },
  }));
};

// More lines than this are no list of tokens but some other text.
const mostLines = 20;
const longestSentence = 500;
// A longer word is no classic token, and would take long to unwrap.
const longestWord = 200;
// What holds a token by itself, in code, in mails and in a shell.
const wrapping = /^["'`<([]+|["'`>)\],;.:]+$/g;
// An AWS key identifier has the length of a classic token; a UUID is an identifier of Plex's.
const somethingElse = /^(?:A(?:KIA|SIA)[A-Z0-9]{16}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;
const classicForm = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w-]{20}$/;

/**
 * Classic tokens that stand alone, one in a line, or in a sentence. They have no form of their own, so nothing is looked
 * for in a longer text.
 */
const findBare = (text: string): readonly FoundText[] => {
  const lines = text.split(/\r?\n/, mostLines + 1).filter((line) => line.trim() !== '');
  if (lines.length > mostLines) return [];
  const alone = lines.map(unwrapped).filter((line) => /^[\w-]{16,64}$/.test(line));
  const isSentence = alone.length === 0 && text.length <= longestSentence;
  return [...alone, ...(isSentence ? wordsLikeTokens(text) : [])]
    .filter((token) => !somethingElse.test(token))
    .map((token) => ({ token, field: null, label: null, host: () => null }));
};

const wordsLikeTokens = (text: string): readonly string[] => {
  const words = text.split(/\s+/).map(unwrapped);
  // SECURITY: what is called a password, or a token of something else, is not for Plex.
  return words.filter(
    (word, index) => classicForm.test(word) && !isSecretField(words[index - 1] ?? ''),
  );
};

const unwrapped = (text: string): string => {
  const word = text.trim();
  return word.length > longestWord ? '' : word.replaceAll(wrapping, '');
};

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
function* findInRecord(data: unknown): Generator<FoundText> {
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

/** The tokens of running text: those in a field, header or parameter of a token's name, then those that tell by their form. */
function* findInText(text: string, label: string | null = null): Generator<FoundText> {
  for (const { name, scheme, value, valueIndex } of looseFields(text, isTokenField)) {
    // SECURITY: `Authorization: Basic …` is a user name and a password.
    if (scheme?.toLowerCase() === 'basic') continue;
    const host = () => addressAround(text, valueIndex);
    yield { token: decoded(value), field: name, label, host };
  }
  for (const { 0: value, index } of text.matchAll(tellingToken)) {
    yield { token: decoded(value), field: null, label, host: () => addressAround(text, index) };
  }
}

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

// More than any address has; what is farther off is not looked at.
const reach = 2_000;

/** The host of the address that stands in the same line as this place of a text, the one before it first. Only for show. */
const addressAround = (text: string, index: number): string | null => {
  const before =
    text
      .slice(Math.max(0, index - reach), index)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const after = text.slice(index, index + reach).split(/[\r\n]/, 1)[0] ?? '';
  const found =
    /https?:\/\/[^\s"'<>]+$/i.exec(before.slice(before.toLowerCase().lastIndexOf('http'))) ??
    /https?:\/\/[^\s"'<>]+/i.exec(`${before} ${after}`);
  const url = found === null ? null : parseUrl(found[0]);
  return url === null || url.host === '' ? null : url.host;
};

/** What may be a token in a pasted text, in clear, and where it stood. */
interface FoundText {
  readonly token: string;
  readonly field: string | null;
  readonly label: string | null;
  /** Asked for only what is shown: it looks around in the text. */
  readonly host: () => string | null;
}

/** The data in pasted JSON or XML, whole or a row of XML elements without their root; null for any other text. */
const parseFragment = (text: string): unknown => {
  if (/^[[{]/.test(text)) return parseJson(text);
  if (!text.startsWith('<')) return null;
  const inside = text.replace(/^<\?xml[^>]{0,200}\?>/i, '');
  return (decodeXml(text) ?? decodeXml(`<fragment>${inside}</fragment>`))?.value ?? null;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};
