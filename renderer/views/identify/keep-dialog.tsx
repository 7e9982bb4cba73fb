import { Show, type JSX } from 'solid-js';
import type { FoundTokenId } from '../../../shared/model/ids.ts';
import type { TokenFinding } from '../../../shared/model/identification.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { uiText } from '../../../shared/words/app.ts';
import { identifyText } from '../../../shared/words/identify.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';

interface KeepDialogProps {
  readonly id: FoundTokenId;
  readonly finding: Extract<TokenFinding, { kind: 'account' }>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const text = () => identifyText().keepDialog;

/** Says first what it means to keep somebody else's token, and offers the better way. */
export function KeepDialog(props: KeepDialogProps): JSX.Element {
  const usher = useUsher();
  const keep = createAction('identify.keep');
  const confirm = async (): Promise<void> => {
    const kept = await keep.run({ foundTokenId: props.id });
    if (!kept.ok) return;
    props.onClose();
    usher.navigate({ view: 'account', accountId: kept.value.accountId });
  };
  const close = (): void => {
    keep.clearError();
    props.onClose();
  };
  return (
    <Dialog
      isOpen={props.isOpen}
      title={text().title(props.finding.account.title)}
      onClose={close}
      description={
        <>
          <Banner
            tone="warn"
            title={text().warning}
            detail={
              <>
                <p>{text().shared(props.finding.device)}</p>
                <Show when={props.finding.account.here}>
                  <p>{text().replaces(props.finding.account.title)}</p>
                </Show>
              </>
            }
          />
          <p>{text().better}</p>
        </>
      }
      actions={
        <>
          <Button onClick={close}>{uiText().cancel}</Button>
          <Button isBusy={keep.isBusy()} onClick={() => void confirm()}>
            {text().anyway}
          </Button>
          <Button
            kind="filled"
            onClick={() => {
              close();
              usher.navigate({ view: 'signIn' });
            }}
          >
            {identifyText().signIn}
          </Button>
        </>
      }
    >
      <Show when={keep.error()}>{(error) => <ErrorState error={error()} isInline />}</Show>
    </Dialog>
  );
}
