import { createSignal, Show, type JSX } from 'solid-js';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { activityText } from '../../../shared/words/activity.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';

/** The button that clears the list, and the question before it. */
export function ClearActivity(): JSX.Element {
  const usher = useUsher();
  const clear = createAction('activity.clear');
  const [isAsking, setIsAsking] = createSignal(false);

  const confirm = async (): Promise<void> => {
    const result = await clear.run({});
    if (!result.ok) return;
    setIsAsking(false);
    usher.announce(activityText().cleared);
  };

  return (
    <>
      <Button
        onClick={() => {
          clear.clearError();
          setIsAsking(true);
        }}
      >
        {activityText().clear}
      </Button>
      <ConfirmDialog
        isOpen={isAsking()}
        title={activityText().clearConfirm.title}
        description={activityText().clearConfirm.text}
        confirmLabel={activityText().clearConfirm.action}
        isDangerous
        isBusy={clear.isBusy()}
        onConfirm={() => void confirm()}
        onClose={() => setIsAsking(false)}
      >
        <Show when={clear.error()}>{(error) => <ErrorState error={error()} isInline />}</Show>
      </ConfirmDialog>
    </>
  );
}
