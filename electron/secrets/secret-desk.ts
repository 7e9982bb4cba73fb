import type { TokenForm } from '../../shared/model/token-form.ts';
import type { RevealedSecret, SecretRef } from '../../shared/model/token.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Activity } from '../activity/activity.ts';
import type { ClipboardGuard } from '../clipboard/clipboard-guard.ts';
import { SECOND_MS } from '../durations.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { writeTokenAs } from '../tokens/write-token-as.ts';
import { findSecret, type FindSecretDeps, type FoundSecret } from './find-secret.ts';

const visibleMs = 10 * SECOND_MS;

/** Hands a secret out: to the clipboard, or to the page for a few seconds. Nothing else does. */
export interface SecretDesk {
  /** In a form, which is remembered. */
  copy(ref: SecretRef, form: TokenForm): Promise<Result<null>>;
  reveal(ref: SecretRef): Promise<Result<RevealedSecret>>;
}

export function createSecretDesk(
  deps: FindSecretDeps & {
    readonly guard: ClipboardGuard;
    readonly activity: Activity;
    readonly settings: SettingsStore;
  },
): SecretDesk {
  const { guard, activity, settings } = deps;

  const note = (kind: 'copied' | 'revealed', { whose, what }: FoundSecret): void =>
    activity.record({ kind, what, ...whose });

  return {
    copy: async (ref, form) => {
      const found = await findSecret(deps, ref);
      if (!found.ok) return found;
      const { secret, label, what } = found.value;
      if (secret.uri === null && needsAddress(form)) return err({ code: 'server.notFound' });
      const put = await guard.put({ secret: writeTokenAs(form, secret), label, what, form });
      if (!put.ok) return put;
      note('copied', found.value);
      if (settings.value().tokenForm !== form) {
        // A choice that can't be kept is no reason to call the copy failed.
        await settings.update((present) => ({ ...present, tokenForm: form }));
      }
      return ok(null);
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
