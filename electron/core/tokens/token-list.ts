import type { AccountId, TransientTokenId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Log } from '../../ports.ts';
import {
  withChanged,
  type IndexContent,
  type TransientTokenEntry,
} from '../../storage/profile/index-content.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import type { SecretKeeper } from '../../storage/secret-keeper.ts';

type KeptPlace = Pick<TransientTokenEntry, 'secretKey' | 'storage'>;

/** What is known of a token before there is a place for it. */
export type NewTokenEntry = Omit<TransientTokenEntry, keyof KeptPlace>;

/**
 * Puts a minted token in the vault and the list. Not kept when its account was signed out meanwhile: nothing of that is to
 * stay behind.
 */
export const createKeepMinted =
  ({ keeper, log }: { readonly keeper: SecretKeeper; readonly log: Log }) =>
  async (
    entry: NewTokenEntry,
    secret: string,
    replaced: TransientTokenId | null,
  ): Promise<Result<null>> => {
    const options = {
      subject: 'transient-token',
      commit: (content: IndexContent, kept: KeptPlace): IndexContent => {
        if (!isSignedIn(content, entry.accountId)) return content;
        // In one step, so that the list never shows both, nor neither.
        const { transientTokens } =
          replaced === null
            ? content
            : withChanged('transientTokens', replaced, forgotten(true))(content);
        return { ...content, transientTokens: [...transientTokens, { ...entry, ...kept }] };
      },
    };
    const kept = await keeper.keep(secret, options);
    if (kept.ok) return kept.value === null ? err({ code: 'account.notFound' }) : ok(null);
    // Minted and good: it is not lost for a keychain that fails, but held for this session and labelled so.
    log.warn('token.heldInSession', { code: kept.error.code });
    const held = await keeper.keep(secret, { ...options, storage: 'session' });
    if (!held.ok) return held;
    return held.value === null ? err({ code: 'account.notFound' }) : ok(null);
  };

const isSignedIn = (content: IndexContent, accountId: AccountId): boolean =>
  content.accounts.some((one) => one.id === accountId && !one.isSigningOut);

/** Deletes transient tokens from this computer: marked first, so that the next start goes on with what is cut short. */
export interface TokenForgetting {
  forget(entry: TransientTokenEntry): Promise<Result<null>>;
  /** Stops at the first that can't be deleted. */
  forgetEach(entries: readonly TransientTokenEntry[]): Promise<Result<null>>;
}

export function createTokenForgetting(deps: {
  readonly index: UsherIndex;
  readonly keeper: SecretKeeper;
  readonly tell: () => void;
}): TokenForgetting {
  const { index, keeper, tell } = deps;

  const forget = async (entry: TransientTokenEntry): Promise<Result<null>> => {
    const mark = (isForgotten: boolean): Promise<Result<null>> =>
      index.change('transientTokens', entry.id, forgotten(isForgotten));
    const marked = await mark(true);
    if (!marked.ok) return marked;
    const dropped = await keeper.drop(entry.secretKey);
    // Still there, so still listed. When only the index could not be written, or when an earlier run had been told to
    // forget it, the mark stays, and the next start goes on.
    const isStillThere = !dropped.ok && dropped.error.code.startsWith('vault.');
    if (isStillThere && !entry.isForgotten) await mark(false);
    tell();
    return dropped;
  };

  return {
    forget,
    forgetEach: async (entries) => {
      for (const entry of entries) {
        const forgotten = await forget(entry);
        if (!forgotten.ok) return forgotten;
      }
      return ok(null);
    },
  };
}

const forgotten =
  (isForgotten: boolean) =>
  (entry: TransientTokenEntry): TransientTokenEntry => ({ ...entry, isForgotten });
