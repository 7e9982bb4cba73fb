import { Show, type JSX } from 'solid-js';
import { plainHttpText } from '../../../shared/words/servers.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import type { PlainHttpQuestion } from './create-plain-http-question.ts';

interface PlainHttpDialogProps {
  readonly question: PlainHttpQuestion;
  readonly serverName: string;
}

/** Asks, once for a server, before a token goes where it can be read on the way. */
export function PlainHttpDialog(props: PlainHttpDialogProps): JSX.Element {
  return (
    <ConfirmDialog
      isOpen={props.question.uri() !== null}
      title={plainHttpText().question(props.serverName)}
      description={
        <>
          <p>{plainHttpText().detail(props.question.uri() ?? '')}</p>
          <p>{plainHttpText().remembered}</p>
        </>
      }
      confirmLabel={plainHttpText().send}
      isDangerous
      isBusy={props.question.isBusy()}
      onConfirm={() => props.question.allow()}
      onClose={() => props.question.decline()}
    >
      <Show when={props.question.error()}>
        {(error) => <ErrorState error={error()} isInline />}
      </Show>
    </ConfirmDialog>
  );
}
