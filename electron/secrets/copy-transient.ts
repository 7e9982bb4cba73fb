import type { AppErrorCode, RejectionCause } from '../../shared/errors.ts';
import type { TransientTokenId } from '../../shared/model/ids.ts';
import type { CopyOutcome, TokenForm, Verdict } from '../../shared/model/token.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Notices } from '../notices/notices.ts';
import type { Clock } from '../ports.ts';
import type { TransientTokenEntry } from '../storage/profile/index-content.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { TransientTokens } from '../core/tokens/transient-tokens.ts';
import type { Verdicts } from '../core/verdicts/verdicts.ts';

/** So much longer a copy may take for the server to be asked. */
const patienceMs = 300;

export interface CopyTransient {
  /**
   * Asks the server whether it still takes the token before that is copied, for a moment; copies it unchecked when no
   * answer comes in time. A dead one is never copied: it is minted anew where the person has chosen so, else refused
   * with the reason.
   */
  copy(
    tokenId: TransientTokenId,
    form: TokenForm,
    put: () => Promise<Result<null>>,
    withdraw: () => Promise<void>,
  ): Promise<Result<CopyOutcome>>;
}

export function createCopyTransient(deps: {
  readonly tokens: TransientTokens;
  readonly verdicts: Verdicts;
  readonly settings: SettingsStore;
  readonly notices: Notices;
  readonly clock: Clock;
}): CopyTransient {
  const { tokens, verdicts, settings, notices, clock } = deps;

  const refuse = async (
    entry: TransientTokenEntry,
    because: RejectionCause | 'expired',
    form: TokenForm,
  ): Promise<Result<CopyOutcome>> => {
    if (!settings.value().isMintingAnew) {
      return err(
        because === 'expired' ? { code: 'token.expired' } : { code: 'token.dead', because },
      );
    }
    const minted = await tokens.mintAnew(entry.id, form);
    if (!minted.ok) return minted;
    notices.add({ kind: 'mintedAnew', serverName: entry.serverName, because });
    return ok({ kind: 'mintedAnew', because, token: minted.value });
  };

  return {
    copy: async (tokenId, form, put, withdraw) => {
      const found = tokens.find(tokenId);
      if (!found.ok) {
        const entry = tokens.entry(tokenId);
        return found.error.code === 'token.expired' && entry !== null
          ? refuse(entry, 'expired', form)
          : found;
      }
      const entry = found.value;
      if (entry.rejectedAt !== null) return refuse(entry, entry.rejectedBecause ?? 'unclear', form);

      const checking = verdicts
        .check([{ kind: 'transient', tokenId }], { isAsked: true })
        .then(([verdict]) => verdict ?? null);
      const verdict = await inTime(clock, checking);
      if (verdict !== 'late' && verdict?.kind === 'rejected') {
        return refuse(entry, verdict.because ?? 'unclear', form);
      }
      const copied = await put();
      if (!copied.ok) return copied;
      if (verdict === 'late') {
        // SECURITY: a token that turns out dead a moment later does not stay on the clipboard as if it were good.
        void checking.then((late) => (late?.kind === 'rejected' ? withdraw() : undefined));
      }
      const reason = whyUnchecked(verdict);
      return ok(reason === null ? { kind: 'copied' } : { kind: 'copiedUnchecked', reason });
    },
  };
}

const inTime = (
  clock: Clock,
  checking: Promise<Verdict | null>,
): Promise<Verdict | null | 'late'> =>
  new Promise((resolve) => {
    const cancel = clock.after(patienceMs, () => resolve('late'));
    void checking.then((verdict) => {
      cancel();
      resolve(verdict);
    });
  });

const whyUnchecked = (verdict: Verdict | null | 'late'): AppErrorCode | null => {
  if (verdict === 'late') return 'network.timeout';
  return verdict?.kind === 'unknown' ? (verdict.reason ?? 'network.timeout') : null;
};
