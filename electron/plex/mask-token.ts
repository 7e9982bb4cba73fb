import type { MaskedToken } from '../../shared/model/token.ts';
import { tokenKind } from './token-kind.ts';

const shownLength = 4;
// Four of fewer than eight characters would be half of the secret or more.
const shortestShown = 8;

/** All that a page may know of a token. */
export const maskToken = (token: string): MaskedToken => ({
  kind: tokenKind(token),
  lastFour: token.length < shortestShown ? '' : token.slice(-shownLength),
});
