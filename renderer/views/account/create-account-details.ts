import { createEffect, type Accessor } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { AccountDetails } from '../../../shared/model/account.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import { createQuery } from '../../state/create-query.ts';
import { useUsher, type Usher } from '../../state/use-usher.ts';

export interface AccountDetailsQuery {
  /** What Plex last said in this session; null until it has said something. */
  readonly details: Accessor<AccountDetails | null>;
  readonly error: Accessor<AppError | null>;
  readonly isLoading: Accessor<boolean>;
  readonly reload: () => void;
}

// Kept beyond the view, so that coming back shows the account at once and a lost network does not take it away.
const kept = new WeakMap<Usher, Map<AccountId, AccountDetails>>();

const keptOf = (usher: Usher): Map<AccountId, AccountDetails> => {
  const known = kept.get(usher);
  if (known !== undefined) return known;
  const made = new Map<AccountId, AccountDetails>();
  kept.set(usher, made);
  return made;
};

/** The account behind the token, asked anew whenever the view opens, but for the sign-in that led to it. */
export const createAccountDetails = (accountId: Accessor<AccountId>): AccountDetailsQuery => {
  const usher = useUsher();
  const memory = keptOf(usher);
  const query = createQuery(
    'account.load',
    () => ({ accountId: accountId(), mayBeOfSignIn: true }),
    () => ({ accountId: accountId() }),
  );

  createEffect(() => {
    const answer = query.value();
    if (answer !== null) memory.set(answer.accountId, answer);
  });
  // An account that was signed out leaves nothing behind.
  createEffect(() => {
    const here = new Set(usher.state.accounts.map((account) => account.id));
    for (const id of memory.keys()) if (!here.has(id)) memory.delete(id);
  });

  return {
    details: () => query.value() ?? memory.get(accountId()) ?? null,
    error: query.error,
    isLoading: query.isLoading,
    reload: query.reload,
  };
};
