/**
 * Text from outside on one line.
 * SECURITY: a server's name can hold signs that make a terminal do things or hide what follows.
 */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, joinsEmoji).trim();

/** Emoji are joined by one such sign, which does no harm. */
const joinsEmoji = (signs: string): string => (signs === '\u200d' ? signs : ' ');
