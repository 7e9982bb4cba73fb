import type { TokenKind } from '../../shared/model/token.ts';

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
