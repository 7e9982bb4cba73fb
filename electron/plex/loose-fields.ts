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
