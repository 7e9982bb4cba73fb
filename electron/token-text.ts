import type { MaskedToken, TokenKind } from '../shared/model/token.ts';

// The longest token seen in the field is a JWT of 536 characters; twice the Windows keychain's limit is ample.
const longestToken = 5120;

/**
 * Whether text can be a token at all: visible ASCII, so that it fits in a header, and of a sane length.
 * Plex states no form for classic tokens, so none is asked for.
 */
export const isTokenText = (text: string): boolean =>
  text.length <= longestToken && /^[\x21-\x7e]+$/.test(text);

// Plex's classic tokens have 20 characters; what is much shorter is a stand-in such as `TOKEN`.
const shortestToken = 12;

const standsForNone = /your|example|redacted|changeme|^(.)\1*$/i;

/**
 * Whether a value that stands where a token is due can be one: of the characters tokens, JWTs and codes are made of, and
 * no stand-in (`YOUR_TOKEN_HERE`, `xxxxxxxxxxxx`, `${PLEX_TOKEN}`).
 */
export const couldBeToken = (text: string): boolean =>
  text.length >= shortestToken &&
  isTokenText(text) &&
  /^[\w.~+/=-]+$/.test(text) &&
  !standsForNone.test(text);

/**
 * Tells a token's kind by its shape, as Plex gives them out: a JWT has three parts and starts with the encoded `{"`
 * (https://developer.plex.tv/pms/, "Authenticating with Plex"), a server's transient token starts with `transient-`,
 * a claim code with `claim-`, and what a server gives its own plug-ins with `local-`
 * (https://github.com/trakt/Plex-Trakt-Scrobbler/pull/615). Everything else is a classic token, which has no form of its own.
 */
export const tokenKind = (token: string): TokenKind => {
  if (/^eyJ[^.]*\.[^.]*\.[^.]*$/.test(token)) return 'jwt';
  if (token.startsWith('transient-')) return 'transient';
  if (token.startsWith('claim-')) return 'claim';
  if (token.startsWith('local-')) return 'local';
  return 'classic';
};

const shownLength = 4;
// Four of fewer than eight characters would be half of the secret or more.
const shortestShown = 8;

/** All that a page may know of a token. */
export const maskToken = (token: string): MaskedToken => ({
  kind: tokenKind(token),
  lastFour: token.length < shortestShown ? '' : token.slice(-shownLength),
});
