// The longest token seen in the field is a JWT of 536 characters; twice the Windows keychain's limit is ample.
const longestToken = 5120;

/**
 * Whether text can be a token at all: visible ASCII, so that it fits in a header, and of a sane length.
 * Plex states no form for classic tokens, so none is asked for.
 */
export const isTokenText = (text: string): boolean =>
  text.length <= longestToken && /^[\x21-\x7e]+$/.test(text);
