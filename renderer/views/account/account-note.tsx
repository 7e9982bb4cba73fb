import Pencil from 'lucide-solid/icons/pencil';
import { createSignal, Show, type JSX } from 'solid-js';
import { noteMaxLength, type AccountSummary } from '../../../shared/model/account.ts';
import { createAction } from '../../state/create-action.ts';
import { accountText } from '../../../shared/words/account.ts';
import { uiText } from '../../../shared/words/app.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import { TipButton } from '../../ui/tooltip.tsx';
import styles from './account-note.module.css';

interface AccountNoteProps {
  readonly account: AccountSummary;
}

const text = () => accountText().note;

/** What the person wrote about the account: a line of it, all of it where it is written. */
export function AccountNote(props: AccountNoteProps): JSX.Element {
  const save = createAction('account.setNote');
  const [isOpen, setIsOpen] = createSignal(false);
  const [draft, setDraft] = createSignal('');

  const open = (): void => {
    setDraft(props.account.note);
    save.clearError();
    setIsOpen(true);
  };
  const submit = async (): Promise<void> => {
    const saved = await save.run({ accountId: props.account.id, note: draft().trim() });
    if (saved.ok) setIsOpen(false);
  };

  return (
    <>
      <TipButton
        tip={props.account.note === '' ? text().add : text().edit}
        type="button"
        class={styles.note}
        aria-label={props.account.note === '' ? undefined : text().editLabel(props.account.note)}
        onClick={open}
      >
        <Pencil size={14} aria-hidden="true" class={cx(styles.icon)} />
        <Show when={props.account.note} fallback={text().add}>
          {(note) => <bdi class={styles.text}>{note()}</bdi>}
        </Show>
      </TipButton>
      <Dialog
        isOpen={isOpen()}
        onClose={() => setIsOpen(false)}
        title={text().title(props.account.title)}
        actions={
          <>
            <Button onClick={() => setIsOpen(false)}>{uiText().cancel}</Button>
            <Button kind="filled" isBusy={save.isBusy()} onClick={() => void submit()}>
              {text().save}
            </Button>
          </>
        }
      >
        <TextAreaField
          label={text().label}
          value={draft()}
          onInput={setDraft}
          maxLength={noteMaxLength}
          hint={text().hint(draft().length, noteMaxLength)}
        />
        <Show when={save.error()}>{(error) => <ErrorState isInline error={error()} />}</Show>
      </Dialog>
    </>
  );
}
