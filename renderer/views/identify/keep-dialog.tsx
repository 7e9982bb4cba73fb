import { Show, type JSX } from 'solid-js';
import type { FoundTokenId } from '../../../shared/model/ids.ts';
import type { TokenFinding } from '../../../shared/model/identification.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { identifyText } from '../../../shared/words/identify.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import styles from './identify-view.module.css';

interface KeepDialogProps {
  readonly id: FoundTokenId;
  readonly finding: Extract<TokenFinding, { kind: 'account' }>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const text = () => identifyText().keepDialog;

/** Says what it means to keep somebody else's token, and keeps it. */
export function KeepDialog(props: KeepDialogProps): JSX.Element {
  const usher = useUsher();
  const keep = createAction('identify.keep');
  const confirm = async (): Promise<void> => {
    const kept = await keep.run({ foundTokenId: props.id });
    if (!kept.ok) return;
    props.onClose();
    usher.navigate({ view: 'account', accountId: kept.value.accountId });
  };
  return (
    <ConfirmDialog
      isOpen={props.isOpen}
      title={text().title(props.finding.account.title)}
      description={
        <div class={styles.words}>
          <p>{text().belongsTo(props.finding.device)}</p>
          <Show when={props.finding.account.here}>
            <p>{text().replaces(props.finding.account.title)}</p>
          </Show>
          <p>{text().better}</p>
        </div>
      }
      confirmLabel={identifyText().keep}
      isBusy={keep.isBusy()}
      onConfirm={() => void confirm()}
      onClose={() => {
        keep.clearError();
        props.onClose();
      }}
    >
      <Show when={keep.error()}>{(error) => <ErrorState error={error()} isInline />}</Show>
    </ConfirmDialog>
  );
}
