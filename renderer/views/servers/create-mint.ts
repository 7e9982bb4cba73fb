import { createSignal, onCleanup, type Accessor } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { mintText } from '../../../shared/words/servers.ts';
import { createPlainHttpQuestion, type PlainHttpQuestion } from './create-plain-http-question.ts';

export interface Mint {
  readonly run: () => void;
  readonly isBusy: Accessor<boolean>;
  /** For a moment after a token came: it is on the clipboard. */
  readonly isDone: Accessor<boolean>;
  /** Why it failed, other than for what `plainHttp` asks. */
  readonly error: Accessor<AppError | null>;
  readonly clearError: () => void;
  readonly plainHttp: PlainHttpQuestion;
}

const doneShownMs = 4_000;

/** Minting on one server, from a button or a key. Main puts the token on the clipboard; it never comes here. */
export const createMint = (
  server: Accessor<Pick<ServerSummary, 'accountId' | 'id' | 'name'>>,
): Mint => {
  const usher = useUsher();
  const action = createAction('server.mint');
  const [isDone, setIsDone] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  const mint = async (): Promise<void> => {
    const { accountId, id, name } = server();
    clearTimeout(timer);
    setIsDone(false);
    const result = await action.run({ accountId, serverId: id });
    if (!result.ok) return;
    usher.announce(mintText().announceDone(name));
    setIsDone(true);
    timer = setTimeout(() => setIsDone(false), doneShownMs);
  };

  const plainHttp = createPlainHttpQuestion({
    server,
    error: action.error,
    clearError: action.clearError,
    retry: () => void mint(),
  });

  return {
    // A key held down must not mint again and again, nor go past a question.
    run: () => {
      if (!action.isBusy() && plainHttp.uri() === null) void mint();
    },
    isBusy: action.isBusy,
    isDone,
    error: plainHttp.otherError,
    clearError: action.clearError,
    plainHttp,
  };
};
