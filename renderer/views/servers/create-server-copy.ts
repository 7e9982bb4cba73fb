import { createMemo, createSignal, type Accessor } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import type { TokenForm, TransientTokenSummary } from '../../../shared/model/token.ts';
import type { Result } from '../../../shared/result.ts';
import { commonText, uiText } from '../../../shared/words/app.ts';
import { copyTokenText } from '../../../shared/words/servers.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { createCopied } from '../../ui/create-copied.ts';
import { createPlainHttpRetry } from './create-plain-http-retry.ts';
import { newestToken } from './newest-token.ts';

export interface ServerCopy {
  /** The one that is copied: of those that live, the one that was minted last. Null where each copy mints one. */
  readonly token: Accessor<TransientTokenSummary | null>;
  /** A token that is there, else a new one; the form is for this once. */
  readonly copy: (form?: TokenForm) => void;
  readonly mint: () => void;
  /** Whether tokens may go to the server unencrypted where nothing else leads there; main asks before it takes a yes. */
  readonly allowUnencrypted: (isAllowed: boolean) => void;
  readonly isBusy: Accessor<boolean>;
  /** Whether what is under way mints. */
  readonly isMinting: Accessor<boolean>;
  /** For a moment after it is on the clipboard. */
  readonly isDone: Accessor<boolean>;
  /** Whether the token on the clipboard could not be checked before. */
  readonly isUnchecked: Accessor<boolean>;
  readonly error: Accessor<AppError | null>;
  /** Does once more what failed. */
  readonly tryAgain: () => void;
  readonly dismiss: () => void;
}

type HowToCopy = { readonly mode: 'reuse' | 'new'; readonly form?: TokenForm };

/** Copying a token of a server, from a button, a menu or a key. Main puts it on the clipboard; it never comes here. */
export function createServerCopy(server: Accessor<ServerSummary>): ServerCopy {
  const usher = useUsher();
  const action = createAction('server.copyToken');
  const plainHttp = createPlainHttpRetry(action);
  const allow = createAction('server.allowPlainHttp');
  const done = createCopied();
  const [last, setLast] = createSignal<HowToCopy>({ mode: 'reuse' });
  const [isUnchecked, setIsUnchecked] = createSignal(false);
  const token = createMemo(() => {
    const newest = newestToken(usher.state.tokens, server());
    const isWanted = usher.state.settings.isReusing && newest?.verdict.kind !== 'rejected';
    return isWanted ? newest : null;
  });
  const isBusy = (): boolean => action.isBusy() || plainHttp.isAsking();

  const attempt = async (of: ServerSummary, how: HowToCopy): Promise<Result<unknown>> => {
    const copied = await action.run({ accountId: of.accountId, serverId: of.id, ...how });
    if (!copied.ok) return copied;
    setIsUnchecked(copied.value.kind === 'copiedUnchecked');
    usher.announce(
      copied.value.kind === 'copiedUnchecked'
        ? commonText().sentence(uiText().copiedUnchecked)
        : copyTokenText().announceDone(of.name),
    );
    done.mark();
    return copied;
  };
  const dismiss = (): void => {
    setIsUnchecked(false);
    allow.clearError();
    plainHttp.clearError();
  };
  const run = (how: HowToCopy): void => {
    // A key held down must not do it again and again, nor go past a question.
    if (isBusy()) return;
    const asked = server();
    setLast(how);
    dismiss();
    void plainHttp.run(asked, () => attempt(asked, how));
  };

  return {
    token,
    copy: (form) => run(form === undefined ? { mode: 'reuse' } : { mode: 'reuse', form }),
    mint: () => run({ mode: 'new' }),
    allowUnencrypted: (isAllowed) =>
      void allow.run({ accountId: server().accountId, serverId: server().id, isAllowed }),
    isBusy,
    isMinting: () => last().mode === 'new' || token() === null,
    isDone: done.isCopied,
    isUnchecked,
    // A no to main's question is none.
    error: () =>
      plainHttp.error() ?? (allow.error()?.code === 'question.declined' ? null : allow.error()),
    tryAgain: () => run(last()),
    dismiss,
  };
}
