import type { AccountDetails } from '../../../shared/model/account.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import { tellsAllShown, type PlexAccount } from '../../plex/wire/account.ts';
import type { Clock } from '../../ports.ts';
import type { AccountEntry } from '../../storage/profile/index-content.ts';
import { MINUTE_MS } from '../../timing.ts';
import { factsOf, toldOf, type AccountEntries } from './account-entries.ts';
import type { AccountQuestions } from './account-questions.ts';
import type { Avatars } from './avatars.ts';

/** What Plex tells of the accounts behind the tokens. */
export interface AccountLoader {
  /**
   * Asks plex.tv. `mayBeOfSignIn`: what it answered to a sign-in a moment ago will do, once, where that tells whatever is
   * shown of an account.
   */
  load(
    accountId: AccountId,
    options?: { readonly mayBeOfSignIn?: boolean | undefined },
  ): Promise<Result<AccountDetails>>;
  /** Holds on to what Plex answered when this account was put in, until somebody wants to see it. */
  hold(accountId: AccountId, answer: PlexAccount): void;
}

/** What is older is asked for anew. */
const freshForMs = MINUTE_MS;

export function createAccountLoader(
  deps: AccountEntries & {
    readonly questions: Pick<AccountQuestions, 'ask'>;
    readonly plex: Pick<PlexClient, 'getAccount'>;
    readonly avatars: Avatars;
    readonly clock: Clock;
  },
): AccountLoader {
  const { questions, plex, avatars, clock, find, change } = deps;
  /** The last alone: there is one sign-in at a time, and its account is what is looked at next. */
  let held: { readonly accountId: AccountId; readonly answer: PlexAccount } | null = null;

  const takeHeld = (accountId: AccountId): PlexAccount | null => {
    if (held?.accountId !== accountId) return null;
    const { answer } = held;
    held = null;
    const isFresh = clock.now() - answer.askedAt < freshForMs;
    return isFresh && tellsAllShown(answer) ? answer : null;
  };

  const tell = (entry: AccountEntry, answer: PlexAccount): Result<AccountDetails> => {
    const { thumbUrl, ...details } = answer;
    avatars.fetch(entry.id, thumbUrl);
    return ok({ accountId: entry.id, ...details, ...toldOf(answer, entry) });
  };

  return {
    load: async (accountId, { mayBeOfSignIn = false } = {}) => {
      const entry = find(accountId);
      if (!entry.ok) return entry;
      const answer = takeHeld(accountId);
      if (mayBeOfSignIn && answer !== null) return tell(entry.value, answer);
      const asked = await questions.ask(accountId, (token) => plex.getAccount(token), 'user');
      if (!asked.ok) return asked;
      let present = entry.value;
      await change(accountId, (one) => {
        present = { ...one, ...factsOf(asked.value), ...toldOf(asked.value, one), uuid: one.uuid };
        return present;
      });
      return tell(present, asked.value);
    },
    hold: (accountId, answer) => {
      held = { accountId, answer };
    },
  };
}
