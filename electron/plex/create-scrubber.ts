import { redactedMark } from '../../shared/model/redacted-mark.ts';
import { isSecretField } from './secret-fields.ts';
import { secretSpellings } from './secret-spellings.ts';

// A scrubber that what it reads can slow down is a way to stop the app: every repetition below is bounded, or can't
// overlap with what follows it.

const name = String.raw`[\w-]{1,64}`;
const quote = String.raw`(?:\\*["']|%(?:25)*2[27]|&(?:quot|apos|#34|#39);)`;
const opening = String.raw`(?:\[(?!redacted\])\s{0,8})?`;
const plainSeparator = String.raw`\s{0,8}(?:=>|=|:)\s{0,8}${opening}`;
const separator = String.raw`\s{0,8}(?:=>|=|:|%(?:25)*3[AD])\s{0,8}${opening}`;
const scheme = String.raw`(?:(?:Bearer|Basic|Token)(?:\s{1,8}|%(?:25)*20))?`;
// Goes on to where a parameter, a string or an element ends, be it URL-encoded or not.
const ending = String.raw`%(?:25)*(?:20|22|23|26|27|2C|3B|3C|3E|5D|7D)|&(?:quot|apos|#34|#39|lt|gt);`;
const value = String.raw`(?:(?!${ending})[^\s&"'<>,;)}\]{[\\])+`;

/** `"authToken": "…"`, `authToken='…'`, with whatever stands between the quotes. */
const quotedField = new RegExp(
  String.raw`(?<![\w-])(${name})(["']?${plainSeparator})("(?:[^"\\]|\\.)+"|'(?:[^'\\]|\\.)+')`,
  'g',
);

/** `name=`, `name: `, `name%3D`, `\"name\":\"`, up to where the value starts. */
const fieldHead = new RegExp(
  `(?:(?:%(?:25)*[0-9A-F]{2}){1,4}|(?<![\\w-]))(${name})${quote}?${separator}${quote}?${scheme}`,
  'gi',
);
const fieldValue = new RegExp(value, 'iy');

/** Headers whose whole line is secret. */
const secretLine = /\b((?:set-)?cookie|(?:proxy-)?authorization)(\s{0,8}:\s{0,8})[^\r\n"']+/gi;

/** Tokens that tell what they are (https://developer.plex.tv/pms/): transient ones, claim codes, JWTs. */
const tellingToken =
  /transient-[\w-]{8,}|(?<![a-z]{2})claim-[\w-]{8,}|(?:(?<![\w-])|(?<=%(?:25)*[0-9A-F]{2}))eyJ[\w-]*(?:\.|%(?:25)*2E)[\w-]+(?:\.|%(?:25)*2E)[\w-]*/gi;

const nothingToHide = new Set(['null', 'undefined', 'true', 'false']);

/**
 * Makes a function that takes secrets out of text: known values in every spelling, tokens that show by their form,
 * and the value of every secret field, parameter, attribute and header, also where the text is URL-encoded.
 */
export const createScrubber = (knownSecrets: readonly string[]): ((text: string) => string) => {
  const spellings = secretSpellings(knownSecrets);
  return (text) => {
    let clean = text;
    for (const spelling of spellings) clean = clean.replaceAll(spelling, redactedMark);
    clean = clean
      .replaceAll(secretLine, `$1$2${redactedMark}`)
      .replaceAll(tellingToken, redactedMark);
    return scrubLooseFields(scrubQuotedFields(clean));
  };
};

const scrubQuotedFields = (text: string): string =>
  text.replaceAll(quotedField, (all: string, field: string, between: string, held: string) => {
    const mark = held.slice(0, 1);
    return isSecretField(field) ? `${field}${between}${mark}${redactedMark}${mark}` : all;
  });

/** Not by replacing: the value of a harmless field may have a secret one inside, as in `next=%2F%3Ftoken%3D…`. */
const scrubLooseFields = (text: string): string => {
  let clean = '';
  let doneIndex = 0;
  for (const head of text.matchAll(fieldHead)) {
    const valueIndex = head.index + head[0].length;
    if (valueIndex <= doneIndex || !isSecretField(head[1] ?? '')) continue;
    fieldValue.lastIndex = valueIndex;
    const held = fieldValue.exec(text)?.[0] ?? '';
    if (held === '' || nothingToHide.has(held)) continue;
    clean += text.slice(doneIndex, valueIndex) + redactedMark;
    doneIndex = valueIndex + held.length;
  }
  return clean + text.slice(doneIndex);
};
