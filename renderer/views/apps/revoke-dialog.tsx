import { createSignal, Show, type Accessor, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { AppTokenSummary } from '../../../shared/model/app-token.ts';
import { appsText } from '../../../shared/words/app-tokens.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';

interface Removal {
  readonly ask: () => void;
  readonly isAsking: Accessor<boolean>;
  readonly isClearing: Accessor<boolean>;
  readonly setIsClearing: (isClearing: boolean) => void;
  readonly isBusy: Accessor<boolean>;
  readonly error: Accessor<AppError | null>;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** Revoking the token of a program, which nobody can take back: the person is asked first. */
export function createRemoval(app: Accessor<AppTokenSummary>): Removal {
  const usher = useUsher();
  const remove = createAction('appToken.remove');
  const [isAsking, setIsAsking] = createSignal(false);
  const [isClearing, setIsClearing] = createSignal(false);
  const confirm = async (): Promise<void> => {
    const { id, name } = app();
    const removed = await remove.run({ appTokenId: id, isClearing: isClearing() });
    if (!removed.ok) return;
    setIsAsking(false);
    usher.tell({ title: appsText().revoke.done(name) });
  };
  return {
    ask: () => {
      remove.clearError();
      setIsClearing(false);
      setIsAsking(true);
    },
    isAsking,
    isClearing,
    setIsClearing,
    isBusy: remove.isBusy,
    error: remove.error,
    confirm: () => void confirm(),
    cancel: () => void setIsAsking(false),
  };
}

interface RevokeDialogProps {
  readonly app: AppTokenSummary;
  readonly removal: Removal;
}

export function RevokeDialog(props: RevokeDialogProps): JSX.Element {
  const text = () => appsText().revoke;
  return (
    <ConfirmDialog
      isOpen={props.removal.isAsking()}
      title={text().title(props.app.name)}
      description={text().text(props.app.name)}
      confirmLabel={text().action}
      isDangerous
      isBusy={props.removal.isBusy()}
      onConfirm={() => props.removal.confirm()}
      onClose={() => props.removal.cancel()}
    >
      <Show when={props.app.destinations.length > 0}>
        <Checkbox
          label={text().clear(props.app.destinations.length)}
          isChecked={props.removal.isClearing()}
          onChange={(isChecked) => {
            props.removal.setIsClearing(isChecked);
            return undefined;
          }}
        />
      </Show>
      <Show when={props.removal.error()}>{(error) => <ErrorState error={error()} isInline />}</Show>
    </ConfirmDialog>
  );
}
