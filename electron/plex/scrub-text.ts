import { redactedMark } from './redacted-mark.ts';
import { isSecretField } from './secret-fields.ts';
import { secretSpellings } from './secret-spellings.ts';

// Every quantifier that can run over arbitrary text is bounded or cannot overlap its neighbour: a scrubber that
// can be made slow by what it reads is a way to stop the app.

const quote = String.raw`(?:\\*["']|%(?:25)*2[27]|&(?:quot|apos|#34|#39);)`;
const separator = String.raw`\s{0,8}(?:=>|=|:|%(?:25)*3[AD])\s{0,8}(?:\[\s{0,8})?`;
const scheme = String.raw`(?:(?:Bearer|Basic|Token)(?:\s{1,8}|%(?:25)*20))?`;
// Ends where a parameter, a string or an element ends, be it URL-encoded or not.
const value = String.raw`(?:(?!%(?:25)*(?:20|22|23|26|27|2C|3B|3C|3E|5D|7D)|&(?:quot|apos|#34|#39|lt|gt);)[^\s&"'<>,;)}\]{[\\])+`;
const doubleQuoted = String.raw`"((?:[^"\\]|\\.)*)"`;

/** `"authToken": "…"`, with whatever the string holds. */
const quotedField = new RegExp(
  String.raw`(["']?)([A-Za-z][\w-]{0,63})\1(\s{0,8}(?:=>|=|:)\s{0,8}(?:\[\s{0,8})?)${doubleQuoted}`,
  'g',
);

/** `name=value`, `name: value`, `name%3Dvalue`, `\"name\":\"value\"`, `name='value'`. */
const looseField = new RegExp(
  `((?:%(?:25)*[0-9A-Fa-f]{2}){0,4})([A-Za-z][\\w-]{0,63})(${quote}?${separator}${quote}?${scheme})(${value})`,
  'gi',
);

/** Header lines whose whole rest is secret. */
const secretLine = /\b((?:set-)?cookie|(?:proxy-)?authorization)(\s{0,8}:\s{0,8})[^\r\n"']+/gi;

/** Tokens that tell what they are (https://developer.plex.tv/pms/): transient, claim, JWT. */
const tellingToken =
  /\b(?:transient|claim)-[\w-]{8,}|eyJ[\w-]*(?:\.|%(?:25)*2E)[\w-]+(?:\.|%(?:25)*2E)[\w-]*/gi;

const nothingToHide = new Set(['null', 'undefined', 'true', 'false', redactedMark]);

/**
 * Takes secrets out of text that goes to a log: known values, tokens that show by their form, and the value of
 * every secret field, parameter, attribute and header, also where the text is URL-encoded.
 */
export const scrubText = (text: string, knownSecrets: readonly string[] = []): string => {
  let clean = text;
  for (const spelling of secretSpellings(knownSecrets)) {
    clean = clean.replaceAll(spelling, redactedMark);
  }
  return clean
    .replaceAll(
      secretLine,
      (_all, name: string, between: string) => `${name}${between}${redactedMark}`,
    )
    .replaceAll(tellingToken, redactedMark)
    .replaceAll(
      quotedField,
      (all: string, mark: string, name: string, between: string, held: string) =>
        isSecretField(name) && held !== ''
          ? `${mark}${name}${mark}${between}"${redactedMark}"`
          : all,
    )
    .replaceAll(
      looseField,
      (all: string, before: string, name: string, between: string, held: string) =>
        isSecretField(name) && !nothingToHide.has(held)
          ? `${before}${name}${between}${redactedMark}`
          : all,
    );
};
