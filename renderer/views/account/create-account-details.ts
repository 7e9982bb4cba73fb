import { createEffect, createSignal, type Accessor, type Setter } from 'solid-js';
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

interface Memory {
  readonly all: Accessor<ReadonlyMap<AccountId, AccountDetails>>;
  readonly setAll: Setter<ReadonlyMap<AccountId, AccountDetails>>;
}

// Kept beyond the view, so that coming back shows the account at once and a lost network does not take it away.
const kept = new WeakMap<Usher, Memory>();

const memoryOf = (usher: Usher): Memory => {
  const known = kept.get(usher);
  if (known !== undefined) return known;
  const [all, setAll] = createSignal<ReadonlyMap<AccountId, AccountDetails>>(new Map());
  const made = { all, setAll };
  kept.set(usher, made);
  return made;
};

/** What Plex last said of an account in this session, for the pages of it that don't ask. */
export const knownDetails = (usher: Usher, accountId: AccountId): AccountDetails | null =>
  memoryOf(usher).all().get(accountId) ?? null;

/** The account behind the token, asked anew whenever the view opens, but for the sign-in that led to it. */
export const createAccountDetails = (accountId: Accessor<AccountId>): AccountDetailsQuery => {
  const usher = useUsher();
  const memory = memoryOf(usher);
  const query = createQuery(
    'account.load',
    () => ({ accountId: accountId(), mayBeOfSignIn: true }),
    () => ({ accountId: accountId() }),
  );

  createEffect(() => {
    const answer = query.value();
    if (answer !== null) memory.setAll((before) => new Map(before).set(answer.accountId, answer));
  });
  // An account that was signed out leaves nothing behind.
  createEffect(() => {
    const here = new Set(usher.state.accounts.map((account) => account.id));
    memory.setAll((before) =>
      [...before.keys()].every((id) => here.has(id))
        ? before
        : new Map([...before].filter(([id]) => here.has(id))),
    );
  });

  return {
    details: () => query.value() ?? knownDetails(usher, accountId()),
    error: query.error,
    isLoading: query.isLoading,
    reload: query.reload,
  };
};
