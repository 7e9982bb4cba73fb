import { Show, type JSX } from 'solid-js';
import { activityText } from '../../../shared/words/activity.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';

interface ClearActivityProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The question before the list is cleared. */
export function ClearActivity(props: ClearActivityProps): JSX.Element {
  const usher = useUsher();
  const clear = createAction('activity.clear');

  const close = (): void => {
    clear.clearError();
    props.onClose();
  };
  const confirm = async (): Promise<void> => {
    const result = await clear.run({});
    if (!result.ok) return;
    close();
    usher.tell({ title: activityText().cleared });
  };

  return (
    <ConfirmDialog
      isOpen={props.isOpen}
      title={activityText().clearConfirm.title}
      description={activityText().clearConfirm.text}
      confirmLabel={activityText().clearConfirm.action}
      isDangerous
      isBusy={clear.isBusy()}
      onConfirm={() => void confirm()}
      onClose={close}
    >
      <Show when={clear.error()}>{(error) => <ErrorState error={error()} isInline />}</Show>
    </ConfirmDialog>
  );
}
