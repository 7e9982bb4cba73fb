import { createSignal, onCleanup, type Accessor } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import type { Result } from '../../../shared/result.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { mintText } from '../../../shared/words/servers.ts';
import { createPlainHttpRetry } from './create-plain-http-retry.ts';

export interface Mint {
  readonly run: () => void;
  readonly isBusy: Accessor<boolean>;
  /** For a moment after a token came: it is on the clipboard. */
  readonly isDone: Accessor<boolean>;
  /** Why it failed. */
  readonly error: Accessor<AppError | null>;
  readonly clearError: () => void;
}

const doneShownMs = 4_000;

/** Minting on one server, from a button or a key. Main puts the token on the clipboard; it never comes here. */
export const createMint = (
  server: Accessor<Pick<ServerSummary, 'accountId' | 'id' | 'name'>>,
): Mint => {
  const usher = useUsher();
  const action = createAction('server.copyToken');
  const [isDone, setIsDone] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  const plainHttp = createPlainHttpRetry(action);
  const isBusy = (): boolean => action.isBusy() || plainHttp.isAsking();

  const mint = async (of: ReturnType<typeof server>): Promise<Result<unknown>> => {
    clearTimeout(timer);
    setIsDone(false);
    const result = await action.run({ accountId: of.accountId, serverId: of.id, mode: 'new' });
    if (!result.ok) return result;
    usher.announce(mintText().announceDone(of.name));
    setIsDone(true);
    timer = setTimeout(() => setIsDone(false), doneShownMs);
    return result;
  };

  return {
    // A key held down must not mint again and again, nor go past a question.
    run: () => {
      if (isBusy()) return;
      const asked = server();
      void plainHttp.run(asked, () => mint(asked));
    },
    isBusy,
    isDone,
    error: plainHttp.error,
    clearError: plainHttp.clearError,
  };
};
