import { createEffect, on, type JSX } from 'solid-js';
import type { AppTokenSummary } from '../../../shared/model/app-token.ts';
import { appsText } from '../../../shared/words/app-tokens.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { createFileForm } from './create-file-form.ts';
import { FileFields } from './file-fields.tsx';

interface AddFileDialogProps {
  readonly app: AppTokenSummary;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** One more file that a program reads its token from. */
export function AddFileDialog(props: AddFileDialogProps): JSX.Element {
  const form = createFileForm(() => props.onClose());
  createEffect(
    on(
      () => props.isOpen,
      (isOpen) => {
        if (isOpen) form.begin(props.app.name);
      },
    ),
  );
  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      title={appsText().where.title(props.app.name)}
      description={<p>{appsText().where.text}</p>}
      submitLabel={appsText().where.choose}
      isBusy={form.isBusy()}
      onSubmit={() => form.choose(props.app.id, props.app.name)}
      error={form.error()}
    >
      <FileFields form={form} />
    </FormDialog>
  );
}
