import type { AccountId } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/result.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { SignedIn } from '../../plex/plex-tv/account.ts';
import type { Log } from '../../ports.ts';
import { oneAtATime } from '../../timing.ts';
import type { PutAccount } from '../accounts/account-entries.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Attempt } from './attempt.ts';

/** A token that Plex has handed out, and the attempt it came of. */
export interface HeldToken<Way extends string> {
  readonly way: Way;
  readonly attempt: Attempt;
  readonly signedIn: SignedIn;
}

/** Puts what Plex hands out among the accounts, and holds what the vault did not take yet. */
export interface HeldTokens<Way extends string> {
  list(): readonly HeldToken<Way>[];
  /** Takes the place of an earlier one of the same user, which Plex may have ended. */
  hold(one: HeldToken<Way>): void;
  /** To be given up. Those of users who are here are held on: Plex may accept no other any more. */
  take(): readonly SignedIn[];
  put(signedIn: SignedIn): Promise<Result<PutAccount>>;
  /** Puts one that is held once more; null when it is not held any more. */
  retry(one: HeldToken<Way>): Promise<Result<PutAccount> | null>;
  /** Puts the new token of somebody who is here in place of the old one, which Plex may have ended for it. */
  adopt(one: HeldToken<Way>): Promise<void>;
  /** Whether this user is here with an account of their own. */
  isHere(signedIn: SignedIn): boolean;
}

export function createHeldTokens<Way extends string>(deps: {
  readonly accounts: Pick<Accounts, 'put' | 'summaries'>;
  readonly plex: Pick<PlexClient, 'getAccount'>;
  readonly log: Log;
  readonly onAdopted: (accountId: AccountId) => void;
}): HeldTokens<Way> {
  const { accounts, plex, log, onAdopted } = deps;
  let held: readonly HeldToken<Way>[] = [];
  // What Plex hands out last is put in last: it may have ended what it handed out before.
  const inTurn = oneAtATime();

  const isHere = ({ account }: SignedIn): boolean =>
    accounts
      .summaries()
      .some(
        ({ uuid, homeOf, status }) =>
          uuid === account.identity.uuid && homeOf === null && status === 'ready',
      );

  const heldOfOthers = (signedIn: SignedIn): readonly HeldToken<Way>[] =>
    held.filter((one) => one.signedIn.account.identity.uuid !== signedIn.account.identity.uuid);

  const hold = (one: HeldToken<Way>): void => {
    held = [...heldOfOthers(one.signedIn), one];
  };

  /** To be run in turn: then what is held of the same user is older, and must not be put over this one later. */
  const putNow = async (signedIn: SignedIn): Promise<Result<PutAccount>> => {
    const stored = await accounts.put(signedIn);
    if (stored.ok) held = heldOfOthers(signedIn);
    return stored;
  };

  return {
    list: () => held,
    hold,
    take: () => {
      const taken = held.filter(({ signedIn }) => !isHere(signedIn));
      held = held.filter(({ signedIn }) => isHere(signedIn));
      return taken.map(({ signedIn }) => signedIn);
    },
    put: (signedIn) => inTurn(() => putNow(signedIn)),
    retry: (one) =>
      inTurn(async () => {
        if (!held.includes(one)) return null;
        held = held.filter((left) => left !== one);
        return putNow(one.signedIn);
      }),
    adopt: (one) =>
      inTurn(async () => {
        const { way, signedIn } = one;
        const proved = await plex.getAccount(signedIn.token);
        // A later one has taken its place already.
        if (!proved.ok && proved.error.code === 'token.rejected') return;
        const adopted = await putNow(signedIn);
        if (!adopted.ok) {
          hold(one);
          return;
        }
        log.info('signIn.tokenReplaced', { way });
        onAdopted(adopted.value.accountId);
      }),
    isHere,
  };
}
