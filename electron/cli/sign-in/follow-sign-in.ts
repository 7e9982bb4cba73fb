import type { AppError } from '../../../shared/errors.ts';
import type { SignInState } from '../../../shared/model/sign-in.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Usher } from '../../core/usher.ts';
import type { Context } from '../context.ts';

export type SignInEnd = Extract<SignInState, { kind: 'done' }>;

/** Starts an attempt and follows it to its end. Interrupted, it is cancelled, and nothing of it stays. */
export function followSignIn(
  { interruption }: Context,
  { events, services }: Usher,
  attempt: { readonly start: () => void; readonly onState: (state: SignInState) => void },
): Promise<Result<SignInEnd>> {
  return new Promise((resolve) => {
    const cancel = (): void => {
      services.signIn.cancel();
      end(err({ code: 'signIn.cancelled' }));
    };
    const end = (how: Result<SignInEnd>): void => {
      stop();
      interruption.signal.removeEventListener('abort', cancel);
      resolve(how);
    };
    const look = (state: SignInState): void => {
      attempt.onState(state);
      if (state.kind === 'done') end(ok(state));
      const error = errorOf(state);
      if (error !== null) end(err(error));
    };
    const stop = events.subscribe((name) => {
      if (name === 'signIn.changed') look(services.signIn.state());
    });
    interruption.signal.addEventListener('abort', cancel);
    if (interruption.signal.aborted) cancel();
    else attempt.start();
  });
}

/** Why it does not go on by itself: it failed, or Plex wants a verification code. */
function errorOf(state: SignInState): AppError | null {
  switch (state.kind) {
    case 'idle':
    case 'done':
    // Comes of signing in again for one account, which is not done here.
    case 'otherUser':
      return null;
    case 'browser':
    case 'code':
      return state.phase === 'failed' ? state.error : null;
    case 'password':
      if (state.phase === 'codeRequired') return state.error ?? { code: 'plex.codeRequired' };
      return state.phase === 'failed' ? state.error : null;
  }
}
