import type { MaskedToken } from '../../../shared/model/token.ts';

/** What may be shown of a token: `classic …abcd`. */
export const tokenText = (token: MaskedToken | null): string =>
  token === null ? '' : `${token.kind} …${token.lastFour}`;
