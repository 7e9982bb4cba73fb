import { redactedMark } from '../../shared/model/redacted-mark.ts';
import { looseFields } from './loose-fields.ts';
import { isSecretField } from './secret-fields.ts';
import { secretSpellings } from './secret-spellings.ts';
import { tellingToken } from './telling-token.ts';

const name = String.raw`[\w-]{1,64}`;
const opening = String.raw`(?:\[(?!redacted\])\s{0,8})?`;
const plainSeparator = String.raw`\s{0,8}(?:=>|=|:)\s{0,8}${opening}`;

/** `"authToken": "…"`, `authToken='…'`, with whatever stands between the quotes. */
const quotedField = new RegExp(
  String.raw`(?<![\w-])(${name})(["']?${plainSeparator})("(?:[^"\\]|\\.)+"|'(?:[^'\\]|\\.)+')`,
  'g',
);

/** Headers whose whole line is secret. */
const secretLine = /\b((?:set-)?cookie|(?:proxy-)?authorization)(\s{0,8}:\s{0,8})[^\r\n"']+/gi;

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

const scrubLooseFields = (text: string): string => {
  let clean = '';
  let doneIndex = 0;
  for (const { value, valueIndex } of looseFields(text, isSecretField)) {
    if (nothingToHide.has(value)) continue;
    clean += text.slice(doneIndex, valueIndex) + redactedMark;
    doneIndex = valueIndex + value.length;
  }
  return clean + text.slice(doneIndex);
};
