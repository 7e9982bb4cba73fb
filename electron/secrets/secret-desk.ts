import type { TransientTokenId } from '../../shared/model/ids.ts';
import type {
  CopyOutcome,
  RevealedSecret,
  SecretRef,
  TokenForm,
} from '../../shared/model/token.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Activity } from '../activity/activity.ts';
import type { ClipboardGuard } from '../clipboard/clipboard-guard.ts';
import { SECOND_MS } from '../timing.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { Platform } from '../quoting.ts';
import { writeTokenAs } from '../core/tokens/token-forms.ts';
import type { CopyTransient } from './copy-transient.ts';
import { findSecret, type FindSecretDeps, type FoundSecret } from './find-secret.ts';

const visibleMs = 10 * SECOND_MS;

/** Hands a secret out: to the clipboard, or to the page for a few seconds. Nothing else does. */
export interface SecretDesk {
  /** In a form, which is remembered. */
  copy(ref: SecretRef, form: TokenForm): Promise<Result<CopyOutcome>>;
  reveal(ref: SecretRef): Promise<Result<RevealedSecret>>;
}

export function createSecretDesk(
  deps: FindSecretDeps & {
    readonly guard: ClipboardGuard;
    readonly activity: Activity;
    readonly settings: SettingsStore;
    readonly copyTransient: CopyTransient;
    readonly platform: Platform;
  },
): SecretDesk {
  const { guard, activity, settings, copyTransient, platform } = deps;

  const note = (kind: 'copied' | 'revealed', { whose, what }: FoundSecret): void =>
    activity.record({ kind, what, ...whose });

  const put = async (ref: SecretRef, form: TokenForm): Promise<Result<string>> => {
    const found = await findSecret(deps, ref);
    if (!found.ok) return found;
    const { secret, label, what } = found.value;
    if (secret.uri === null && needsAddress(form)) return err({ code: 'server.notFound' });
    const text = writeTokenAs(form, secret, platform);
    const copied = await guard.put({ secret: text, label, what, form });
    if (!copied.ok) return copied;
    note('copied', found.value);
    return ok(text);
  };

  const copyTested = (tokenId: TransientTokenId, form: TokenForm): Promise<Result<CopyOutcome>> => {
    let copied: Result<string> | null = null;
    return copyTransient.copy(
      tokenId,
      form,
      async () => {
        copied = await put({ kind: 'transient', tokenId }, form);
        return copied.ok ? ok(null) : copied;
      },
      async () => {
        if (copied?.ok === true) await guard.withdraw(copied.value);
      },
    );
  };

  const copyAtOnce = async (ref: SecretRef, form: TokenForm): Promise<Result<CopyOutcome>> => {
    const copied = await put(ref, form);
    return copied.ok ? ok({ kind: 'copied' }) : copied;
  };

  return {
    copy: async (ref, form) => {
      const copied =
        ref.kind === 'transient'
          ? await copyTested(ref.tokenId, form)
          : await copyAtOnce(ref, form);
      if (copied.ok && settings.value().tokenForm !== form) {
        // A choice that can't be kept is no reason to call the copy failed.
        await settings.update((present) => ({ ...present, tokenForm: form }));
      }
      return copied;
    },
    reveal: async (ref) => {
      const found = await findSecret(deps, ref);
      if (!found.ok) return found;
      note('revealed', found.value);
      return ok({ secret: found.value.secret.token, visibleMs });
    },
  };
}

const needsAddress = (form: TokenForm): boolean => form === 'url' || form === 'curl';
