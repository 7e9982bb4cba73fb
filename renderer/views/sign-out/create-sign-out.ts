import { batch, createEffect, createSignal, on, type Accessor } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { SignOutTicks } from '../../../shared/model/sign-out.ts';
import { createAction } from '../../state/create-action.ts';
import type { SignOutSubject } from '../../state/use-usher.ts';
import { useUsher } from '../../state/use-usher.ts';
import { signOutText } from '../../../shared/words/sign-out.ts';

/** `asking`: nothing has been done. `waiting`: it is put off, and goes on by itself. */
type SignOutStage = 'asking' | 'running' | 'failed' | 'waiting' | 'done';

interface SignOutState {
  readonly stage: Accessor<SignOutStage>;
  /** Null before anything has been done. */
  readonly ticks: Accessor<SignOutTicks | null>;
  /** Plex said so. One that waited may end without: its token is gone, or is that of an account signed in since. */
  readonly isRevoked: Accessor<boolean>;
  readonly error: Accessor<AppError | null>;
  /** Nothing was revoked, for want of an answer of Plex or of the token: finishing later and removing here make sense. */
  readonly canLeave: Accessor<boolean>;
  /** As canLeave, with a token to revoke later. */
  readonly canFinishLater: Accessor<boolean>;
  readonly isLeaving: Accessor<boolean>;
  readonly signOut: () => Promise<void>;
  readonly finishLater: () => Promise<void>;
  readonly removeLocally: () => Promise<void>;
}

/** One sign-out as the dialog shows it, from the question to the proof. */
export function createSignOut(
  subject: Accessor<SignOutSubject>,
  isOpen: Accessor<boolean>,
  onClose: () => void,
): SignOutState {
  const usher = useUsher();
  const signOut = createAction('account.signOut');
  const later = createAction('account.signOutLater');
  const remove = createAction('account.removeLocally');
  // Until the proof is set: the account is gone by then, and it would look as if it had ended by itself.
  const [isRunning, setIsRunning] = createSignal(false);
  const [proof, setProof] = createSignal<SignOutTicks | null>(null);

  const progress = () =>
    usher.state.signOuts.find(({ accountId }) => accountId === subject().id) ?? null;
  const error = () => remove.error() ?? later.error() ?? signOut.error();

  const stage = (): SignOutStage => {
    if (proof() !== null) return 'done';
    if (isRunning() || progress()?.phase === 'running') return 'running';
    if (progress()?.phase === 'waiting') return 'waiting';
    return error() === null ? 'asking' : 'failed';
  };

  // A dialog opened again begins anew.
  createEffect(
    on([isOpen, subject], () => {
      for (const action of [signOut, later, remove]) action.clearError();
      setProof(null);
    }),
  );
  // What had waited is over by itself: its notice tells of it.
  createEffect(
    on(stage, (now, before) => {
      const isListed = usher.state.accounts.some(({ id }) => id === subject().id);
      const wasUnderWay = before === 'running' || before === 'waiting';
      if (wasUnderWay && now === 'asking' && !isListed && isOpen()) onClose();
    }),
  );

  const leave = async (
    action: { readonly run: typeof later.run },
    says: (name: string) => string,
  ): Promise<void> => {
    const { id, title } = subject();
    const left = await action.run({ accountId: id });
    if (!left.ok) return;
    usher.announce(says(title));
    onClose();
  };

  return {
    stage,
    ticks: () => proof() ?? (stage() === 'asking' ? null : (progress()?.ticks ?? null)),
    isRevoked: () => isRevoked(proof()),
    error,
    canLeave: () => {
      const failure = signOut.error();
      return stage() === 'waiting' || (failure !== null && leavesToken(failure));
    },
    canFinishLater: () => {
      const code = signOut.error()?.code ?? '';
      return stage() === 'failed' && (code.startsWith('network.') || code.startsWith('plex.'));
    },
    isLeaving: () => later.isBusy() || remove.isBusy(),
    signOut: async () => {
      const { id, title } = subject();
      later.clearError();
      remove.clearError();
      setIsRunning(true);
      const ended = await signOut.run({ accountId: id });
      batch(() => {
        if (ended.ok) setProof(ended.value);
        setIsRunning(false);
      });
      if (!ended.ok) return;
      usher.announce(
        isRevoked(ended.value) ? signOutText().signedOut(title) : signOutText().removed(title),
      );
    },
    finishLater: () => leave(later, signOutText().queued),
    removeLocally: () => leave(remove, signOutText().removed),
  };
}

const isRevoked = (ticks: SignOutTicks | null): boolean => ticks?.revoked.state === 'done';

/** Failures that leave the token as it is at Plex: it could not be asked, goes on accepting it, is not told of a server's own, or there is none to ask with. */
function leavesToken({ code }: AppError): boolean {
  return (
    code === 'vault.missing' ||
    code === 'vault.changed' ||
    code === 'token.stillAccepted' ||
    code === 'token.ofServer' ||
    code.startsWith('network.') ||
    code.startsWith('plex.')
  );
}
