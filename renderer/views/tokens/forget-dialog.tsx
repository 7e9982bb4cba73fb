import { createSignal, Show, type Accessor, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { nameWithin } from '../../../shared/words/formats.ts';
import { tokenListText } from '../../../shared/words/tokens.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';

export interface Forgetting {
  readonly ask: () => void;
  readonly isAsking: Accessor<boolean>;
  readonly isBusy: Accessor<boolean>;
  readonly error: Accessor<AppError | null>;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** Forgetting a transient token, which nobody can take back: the person is asked first. */
export function createForgetting(entry: Accessor<TransientTokenSummary>): Forgetting {
  const usher = useUsher();
  const forget = createAction('token.forget');
  const [isAsking, setIsAsking] = createSignal(false);
  // Once main has forgotten it, its row is about to go: asking again would be of no use.
  let isLeaving = false;
  const confirm = async (): Promise<void> => {
    const { id, serverName } = entry();
    const result = await forget.run({ tokenId: id });
    if (!result.ok) return;
    isLeaving = true;
    setIsAsking(false);
    usher.announce(tokenListText().forgotten(serverName));
  };
  return {
    ask: () => {
      if (isLeaving) return;
      forget.clearError();
      setIsAsking(true);
    },
    isAsking,
    isBusy: forget.isBusy,
    error: forget.error,
    confirm: () => void confirm(),
    cancel: () => void setIsAsking(false),
  };
}

interface ForgetDialogProps {
  readonly entry: TransientTokenSummary;
  readonly forgetting: Forgetting;
}

export function ForgetDialog(props: ForgetDialogProps): JSX.Element {
  return (
    <ConfirmDialog
      isOpen={props.forgetting.isAsking()}
      title={tokenListText().forgetConfirm.title(
        nameWithin(props.entry.serverName),
        props.entry.token.lastFour,
      )}
      description={tokenListText().forgetConfirm.text(props.entry.serverName)}
      confirmLabel={tokenListText().forgetConfirm.action}
      isDangerous
      isBusy={props.forgetting.isBusy()}
      onConfirm={props.forgetting.confirm}
      onClose={props.forgetting.cancel}
    >
      <Show when={props.forgetting.error()}>
        {(error) => <ErrorState error={error()} isInline />}
      </Show>
    </ConfirmDialog>
  );
}
