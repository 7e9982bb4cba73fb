import { isTokenText } from '../token-text.ts';

// Plex's classic tokens have 20 characters; what is much shorter is a stand-in such as `TOKEN`.
const shortest = 12;

const standsForNone = /your|example|redacted|changeme|^(.)\1*$/i;

/**
 * Whether a value that stands where a token is due can be one: of the characters tokens, JWTs and codes are made of, and
 * no stand-in (`YOUR_TOKEN_HERE`, `xxxxxxxxxxxx`, `${PLEX_TOKEN}`).
 */
export const couldBeToken = (text: string): boolean =>
  text.length >= shortest &&
  isTokenText(text) &&
  /^[\w.~+/=-]+$/.test(text) &&
  !standsForNone.test(text);
