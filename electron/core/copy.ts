import type { AppError, AppErrorCode, RejectionCause } from '../../shared/errors.ts';
import type { TransientTokenId } from '../../shared/model/ids.ts';
import type { ServerRef } from '../../shared/model/server.ts';
import type {
  CopyOutcome,
  RevealedSecret,
  SecretRef,
  ServerCopyOutcome,
  TokenForm,
  TransientTokenSummary,
  Verdict,
} from '../../shared/model/token.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../ports.ts';
import type { Platform } from '../quoting.ts';
import { SECOND_MS } from '../timing.ts';
import type { Activity } from './activity.ts';
import type { ClipboardGuard } from './clipboard-guard.ts';
import { findSecret, type FindSecretDeps, type FoundSecret } from './find-secret.ts';
import type { Notices } from './notices.ts';
import type { SettingsStore } from './settings.ts';
import { writeTokenAs, type TokenToWrite } from './tokens/token-forms.ts';
import type { MintedToken } from './tokens/transient-tokens.ts';
import type { Verdicts } from './verdicts/verdicts.ts';

const visibleMs = 10 * SECOND_MS;

/**
 * Hands a secret out: to the clipboard, to the page for a few seconds, or to the terminal. Nothing else does. What is copied
 * has the form that is given, for this once, else the one that the person has chosen in the settings.
 */
export interface SecretCopier {
  /**
   * The server of a transient token is asked first, for a moment, whether it still takes it; no answer in time, and it is
   * copied unchecked. A dead one is never copied: it is minted anew where the person has chosen so, else refused with the
   * reason.
   */
  copy(ref: SecretRef, form?: TokenForm): Promise<Result<CopyOutcome>>;
  /**
   * A transient token of the server. `reuse`: the one that was minted last, where it still works; a dead one is replaced by
   * what is minted; so is a good one where the person wants a new one each time. Never asks the person: an error says what is theirs to decide (`server.insecure`, `vault.locked`).
   */
  copyOfServer(server: ServerRef, how: HowToCopy): Promise<Result<ServerCopyOutcome>>;
  /** Mints for the account and server of a token, which is forgotten, and copies that. */
  mintAnew(tokenId: TransientTokenId): Promise<Result<TransientTokenSummary>>;
  /**
   * What was minted just now: its server need not be asked, and the activity has it already. It is on the clipboard while
   * the keychain still takes it; answers when it is kept.
   */
  copyMinted(
    minted: MintedToken,
    form?: TokenForm,
    facts?: TokenToWrite['facts'],
  ): Promise<Result<TransientTokenSummary>>;
  /** The same for a face that prints it. */
  writeMinted(minted: MintedToken, form: TokenForm, facts?: TokenToWrite['facts']): string;
  /**
   * Resolves when Usher can end without taking from the person what they copied: no copy is under way, and nothing waits on
   * the clipboard for its time to be over.
   */
  untilNothingToLose(): Promise<void>;
  reveal(ref: SecretRef): Promise<Result<RevealedSecret>>;
  /** What would be copied, for a face that prints it. */
  write(ref: SecretRef, form: TokenForm, facts?: TokenToWrite['facts']): Promise<Result<string>>;
}

export interface HowToCopy {
  readonly mode: 'reuse' | 'new';
  readonly form?: TokenForm | undefined;
}

export function createSecretCopier(
  deps: FindSecretDeps & {
    readonly guard: ClipboardGuard;
    readonly verdicts: Verdicts;
    readonly activity: Activity;
    readonly settings: SettingsStore;
    readonly notices: Notices;
    readonly clock: Clock;
    readonly platform: Platform;
  },
): SecretCopier {
  const { tokens, guard, verdicts, activity, settings, notices, clock, platform } = deps;

  const note = (kind: 'copied' | 'revealed', { whose, what }: FoundSecret): void =>
    activity.record({ kind, what, ...whose });

  const write = async (
    ref: SecretRef,
    form: TokenForm,
    facts: TokenToWrite['facts'] = {},
  ): Promise<Result<WrittenSecret>> => {
    const found = await findSecret(deps, ref);
    if (!found.ok) return found;
    const { secret } = found.value;
    if (secret.uri === null && needsAddress(form)) return err({ code: 'server.notFound' });
    return ok({ ...found.value, text: writeTokenAs(form, { ...secret, facts }, platform) });
  };

  const put = async (ref: SecretRef, form: TokenForm): Promise<Result<WrittenSecret>> => {
    const written = await write(ref, form);
    if (!written.ok) return written;
    const { text, label, what } = written.value;
    const tokenId = ref.kind === 'transient' ? ref.tokenId : undefined;
    const copied = await guard.put({ secret: text, label, what, tokenId, form });
    if (!copied.ok) return copied;
    note('copied', written.value);
    return written;
  };

  const writeMinted: SecretCopier['writeMinted'] = ({ secret, route }, form, facts = {}) =>
    writeTokenAs(form, { token: secret, uri: route.uri, facts }, platform);

  const chosenForm = (): TokenForm => settings.value().tokenForm;

  const copyMinted: SecretCopier['copyMinted'] = async (minted, form = chosenForm(), facts) => {
    const secret = writeMinted(minted, form, facts);
    const label = minted.server.name;
    const copied = await guard.put({
      ...{ secret, label, what: 'transientToken', form },
      tokenId: minted.id,
    });
    const kept = await minted.kept;
    // SECURITY: of an account that was signed out meanwhile no token that works stays on the clipboard.
    if (!kept.ok && kept.error.code === 'account.notFound') await guard.withdraw(secret);
    return copied.ok ? kept : copied;
  };

  const mintAnew = async (
    tokenId: TransientTokenId,
    form?: TokenForm,
  ): Promise<Result<TransientTokenSummary>> => {
    const minted = await tokens.mintAnew(tokenId);
    return minted.ok ? copyMinted(minted.value, form) : minted;
  };

  const copyUnlessDead = async (
    tokenId: TransientTokenId,
    form: TokenForm,
  ): Promise<Result<CheckedCopy>> => {
    const found = tokens.find(tokenId);
    if (!found.ok) {
      return found.error.code === 'token.expired'
        ? ok({ kind: 'dead', because: 'expired' })
        : found;
    }
    const { rejectedAt, rejectedBecause } = found.value;
    if (rejectedAt !== null) return ok({ kind: 'dead', because: rejectedBecause ?? 'unclear' });
    const ref = { kind: 'transient', tokenId } as const;
    const checking = verdicts.check([ref], { isAsked: true }).then(([verdict]) => verdict ?? null);
    const verdict = await inTime(clock, checking);
    if (verdict !== 'late' && verdict?.kind === 'rejected') {
      return ok({ kind: 'dead', because: verdict.because ?? 'unclear' });
    }
    const copied = await put(ref, form);
    if (!copied.ok) return copied;
    if (verdict === 'late') {
      // SECURITY: a token that turns out dead a moment later does not stay on the clipboard as if it were good.
      void checking.then((late) =>
        late?.kind === 'rejected' ? guard.withdraw(copied.value.text) : undefined,
      );
    }
    const reason = whyUnchecked(verdict);
    return ok(reason === null ? { kind: 'copied' } : { kind: 'copiedUnchecked', reason });
  };

  const copyTransient = async (
    tokenId: TransientTokenId,
    form: TokenForm,
  ): Promise<Result<CopyOutcome>> => {
    const copied = await copyUnlessDead(tokenId, form);
    if (!copied.ok) return copied;
    if (copied.value.kind !== 'dead') return ok(copied.value);
    const { because } = copied.value;
    if (!settings.value().isMintingAnew) {
      return err(
        because === 'expired' ? { code: 'token.expired' } : { code: 'token.dead', because },
      );
    }
    const minted = await mintAnew(tokenId, form);
    if (!minted.ok) return minted;
    notices.add({ kind: 'mintedAnew', serverName: minted.value.serverName, because });
    return ok({ kind: 'mintedAnew', because, token: minted.value });
  };

  const copyAtOnce = async (ref: SecretRef, form: TokenForm): Promise<Result<CopyOutcome>> => {
    const copied = await put(ref, form);
    return copied.ok ? ok({ kind: 'copied' }) : copied;
  };

  const copyOfServer: SecretCopier['copyOfServer'] = async (server, how) => {
    const { mode, form = chosenForm() } = how;
    const latest = mode === 'reuse' && settings.value().isReusing ? tokens.latest(server) : null;
    if (latest === null) {
      const minted = await tokens.mint(server.accountId, server.serverId);
      const copied = minted.ok ? await copyMinted(minted.value, form) : minted;
      return copied.ok ? ok({ kind: 'minted', because: null, token: copied.value }) : copied;
    }
    const copied = await copyUnlessDead(latest.id, form);
    if (copied.ok && copied.value.kind !== 'dead') {
      return ok({ ...copied.value, token: tokens.summarize(tokens.entry(latest.id) ?? latest) });
    }
    if (!copied.ok && !isGone(copied.error)) return copied;
    const because = copied.ok && copied.value.kind === 'dead' ? copied.value.because : null;
    const minted = await mintAnew(latest.id, form);
    if (minted.ok) return ok({ kind: 'minted', because, token: minted.value });
    // Forgotten meanwhile, here or by another process: there is another one, or none.
    return minted.error.code === 'token.notFound' ? copyOfServer(server, how) : minted;
  };

  const underWay = new Set<Promise<unknown>>();
  const during = <T>(copying: Promise<T>): Promise<T> => {
    underWay.add(copying);
    const end = (): boolean => underWay.delete(copying);
    void copying.then(end, end);
    return copying;
  };

  return {
    copyMinted,
    writeMinted,
    copyOfServer: (server, how) => during(copyOfServer(server, how)),
    mintAnew: (tokenId) => during(mintAnew(tokenId)),
    copy: (ref, form = chosenForm()) =>
      during(ref.kind === 'transient' ? copyTransient(ref.tokenId, form) : copyAtOnce(ref, form)),
    untilNothingToLose: async () => {
      await guard.untilOver();
      // What was copied meanwhile has a time of its own.
      while (underWay.size > 0) {
        await Promise.allSettled(underWay);
        await guard.untilOver();
      }
    },
    reveal: async (ref) => {
      const found = await findSecret(deps, ref);
      if (!found.ok) return found;
      note('revealed', found.value);
      return ok({ secret: found.value.secret.token, visibleMs });
    },
    write: async (ref, form, facts) => {
      const written = await write(ref, form, facts);
      return written.ok ? ok(written.value.text) : written;
    },
  };
}

interface WrittenSecret extends FoundSecret {
  /** The secret in the form asked for. */
  readonly text: string;
}

/** A transient token that is on the clipboard, or that is of no use there. */
type CheckedCopy =
  | Exclude<CopyOutcome, { kind: 'mintedAnew' }>
  | { readonly kind: 'dead'; readonly because: RejectionCause | 'expired' };

/** Whether a token of the list can't be had any more, though the keychain works. */
const isGone = ({ code }: AppError): boolean =>
  code === 'token.notFound' || code === 'vault.missing' || code === 'vault.changed';

const needsAddress = (form: TokenForm): boolean => form === 'url' || form === 'curl';

/** So much longer a copy may take for the server to be asked. */
const patienceMs = 300;

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
