import type { JSX } from 'solid-js';
import { uiText } from '../../shared/words/app.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly description: JSX.Element;
  /** The act itself, as a verb: "Forget token". */
  readonly confirmLabel: string;
  readonly isDangerous?: boolean;
  readonly isBusy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** Below the description, such as an error. */
  readonly children?: JSX.Element;
}

/** Asks before what cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps): JSX.Element {
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      title={props.title}
      description={props.description}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{uiText().cancel}</Button>
          <Button
            kind={props.isDangerous === true ? 'dangerFill' : 'filled'}
            isBusy={props.isBusy === true}
            onClick={() => props.onConfirm()}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
