import type { FoundAccount } from '../../shared/model/identification.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { maskToken } from '../plex/mask-token.ts';

/** The account of this uuid among those signed in here, and whether the token is the very one Usher holds for it. */
export const findAccountHere = async (
  accounts: Pick<Accounts, 'summaries' | 'token'>,
  uuid: string,
  token: string,
): Promise<FoundAccount['here']> => {
  const account = accounts.summaries().find((one) => one.uuid === uuid && one.status === 'ready');
  if (account === undefined) return null;
  const masked = maskToken(token);
  const { kind, lastFour } = account.token;
  // The keychain is asked only where it could say yes: it may have to ask the person.
  if (kind !== masked.kind || lastFour !== masked.lastFour) {
    return { accountId: account.id, isSameToken: false };
  }
  const held = await accounts.token(account.id);
  return { accountId: account.id, isSameToken: held.ok ? held.value === token : null };
};
