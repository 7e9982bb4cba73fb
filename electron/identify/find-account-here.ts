import type { FoundAccount } from '../../shared/model/identification.ts';
import type { Accounts } from '../core/accounts/accounts.ts';
import { maskToken } from '../token-text.ts';

/**
 * The account of this uuid among those signed in here, and whether the token is the very one Usher holds for it. An entry
 * below the admin of a Home counts only when it has this very token: any other token does not take its place.
 */
export const findAccountHere = async (
  accounts: Pick<Accounts, 'summaries' | 'token'>,
  uuid: string,
  token: string,
): Promise<FoundAccount['here']> => {
  const masked = maskToken(token);
  let here: FoundAccount['here'] = null;
  for (const { id, uuid: ofEntry, status, homeOf, token: shown } of accounts.summaries()) {
    if (ofEntry !== uuid || status !== 'ready') continue;
    // The keychain is asked only where it could say yes: it may have to ask the person.
    const couldBe = shown.kind === masked.kind && shown.lastFour === masked.lastFour;
    const held = couldBe ? await accounts.token(id) : null;
    const isSameToken = held === null ? false : held.ok ? held.value === token : null;
    if (isSameToken === true) return { accountId: id, isSameToken };
    if (homeOf === null) here = { accountId: id, isSameToken };
  }
  return here;
};
