import { createSignal, type Accessor } from 'solid-js';
import type { AppError, AppErrorCode } from '../../shared/errors.ts';
import type { SecretRef, TokenForm } from '../../shared/model/token.ts';
import { uiText } from '../../shared/words/app.ts';
import { createCopied } from '../ui/create-copied.ts';
import { createAction } from './create-action.ts';
import { useUsher } from './use-usher.ts';

/** Text that is no secret, or the name of a secret, which main copies without the page seeing it. */
export type CopyWhat =
  { readonly text: string } | { readonly secret: SecretRef; readonly form: TokenForm };

export interface Copy {
  /** `name` tells readers what was copied, where that is text. */
  readonly run: (what: CopyWhat, name: string) => Promise<void>;
  readonly isBusy: Accessor<boolean>;
  /** For a moment after it was copied. */
  readonly isCopied: Accessor<boolean>;
  readonly error: Accessor<AppError | null>;
  /** Why a token that was copied could not be tested before; null when there is nothing to say. */
  readonly warning: Accessor<AppErrorCode | null>;
}

export function createCopy(): Copy {
  const usher = useUsher();
  const copyText = createAction('text.copy');
  const copySecret = createAction('secret.copy');
  const copied = createCopied();
  const [warning, setWarning] = createSignal<AppErrorCode | null>(null);
  return {
    run: async (what, name) => {
      setWarning(null);
      const result = 'text' in what ? await copyText.run(what) : await copySecret.run(what);
      if (!result.ok) return;
      const outcome = result.value;
      if (outcome?.kind === 'copiedUnchecked') setWarning(outcome.reason);
      copied.mark();
      // Of a secret, the clipboard itself is told.
      if ('text' in what) usher.announce(uiText().copiedAnnouncement(name));
    },
    isBusy: () => copyText.isBusy() || copySecret.isBusy(),
    isCopied: copied.isCopied,
    warning,
    error: () => copyText.error() ?? copySecret.error(),
  };
}
