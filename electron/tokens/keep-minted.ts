import type { AccountId, TransientTokenId } from '../../shared/model/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Log } from '../ports.ts';
import type { IndexContent, TransientTokenEntry } from '../storage/profile/index-content.ts';
import type { SecretKeeper } from '../storage/secret-keeper.ts';
import { changeToken } from './change-token.ts';

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
            : changeToken(replaced, (one) => ({ ...one, isForgotten: true }))(content);
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
