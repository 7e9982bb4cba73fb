import { ok, type Result } from '../../shared/result.ts';
import type { TransientTokenEntry } from '../storage/profile/index-content.ts';
import type { UsherIndex } from '../storage/profile/usher-index.ts';
import type { SecretKeeper } from '../storage/secret-keeper.ts';
import { changeToken } from './change-token.ts';

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
    const marked = await index.update(mark(entry, true));
    if (!marked.ok) return marked;
    const dropped = await keeper.drop(entry.secretKey, (content) => ({
      ...content,
      transientTokens: content.transientTokens.filter((one) => one.id !== entry.id),
    }));
    // Still there, so still listed. When only the index could not be written, or when an earlier run had been told to
    // forget it, the mark stays, and the next start goes on.
    const isStillThere = !dropped.ok && dropped.error.code.startsWith('vault.');
    if (isStillThere && !entry.isForgotten) await index.update(mark(entry, false));
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

const mark = ({ id }: TransientTokenEntry, isForgotten: boolean) =>
  changeToken(id, (entry) => ({ ...entry, isForgotten }));
