import { maskToken } from '../token-text.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { SignedIn } from '../plex/plex-tv/account.ts';
import type { AccountEntry } from '../storage/profile/index-content.ts';
import type { UsherIndex } from '../storage/profile/usher-index.ts';
import type { AccountQuestions } from './account-questions.ts';
import type { createPutAccount } from './put-account.ts';

/**
 * Somebody may be here as themselves and as a Home user of several accounts, each with a token of its own. Where Plex
 * keeps one token per user and client identifier, the newest has ended the others
 * (https://github.com/nickelsh1ts/streamarr/pull/408): it then takes their place too. What Plex still accepts, or can't
 * be asked about, stays as it is.
 */
export const createRenewElsewhere =
  (deps: {
    readonly index: Pick<UsherIndex, 'content'>;
    readonly plex: Pick<PlexClient, 'getAccount'>;
    readonly questions: Pick<AccountQuestions, 'token'>;
    readonly put: ReturnType<typeof createPutAccount>;
  }) =>
  async (signedIn: SignedIn): Promise<void> => {
    const { index, plex, questions, put } = deps;
    const isRejected = async (token: string): Promise<boolean> => {
      const proved = await plex.getAccount(token);
      return !proved.ok && proved.error.code === 'token.rejected';
    };
    const isEnded = async ({ id }: AccountEntry): Promise<boolean> => {
      const present = await questions.token(id);
      return present.ok && present.value !== signedIn.token && isRejected(present.value);
    };
    const { lastFour } = maskToken(signedIn.token);
    const elsewhere = index
      .content()
      .accounts.filter(({ uuid, isSigningOut }) => uuid === signedIn.account.uuid && !isSigningOut);
    // As good as always that is nobody but who has just got it, for which the keychain need not be asked.
    if (elsewhere.every((entry) => entry.lastFour === lastFour)) return;
    for (const entry of elsewhere) {
      if (!(await isEnded(entry))) continue;
      // It may have waited for the person's word, and have ended meanwhile too.
      if (await isRejected(signedIn.token)) return;
      // What can't be stored is found rejected by the next check, and repaired as any other.
      await put(signedIn, { homeOf: entry.homeOf });
    }
  };
