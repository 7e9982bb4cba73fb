import ClipboardPaste from 'lucide-solid/icons/clipboard-paste';
import { createSignal, Show, type JSX } from 'solid-js';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { identifyText } from '../../../shared/words/identify.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PasteField } from './paste-field.tsx';
import styles from './identify-view.module.css';

/** Where the text is pasted. It is handed to main once, and then is no longer here. */
export function PasteForm(): JSX.Element {
  const usher = useUsher();
  const ask = createAction('identify.ask');
  const askClipboard = createAction('identify.askClipboard');
  const [round, setRound] = createSignal(1);
  const [isEmpty, setIsEmpty] = createSignal(false);
  let field: HTMLTextAreaElement | undefined;
  const error = () => ask.error() ?? askClipboard.error();

  const submit = async (): Promise<void> => {
    const text = field?.value ?? '';
    setIsEmpty(text.trim() === '');
    if (isEmpty()) {
      field?.focus();
      return;
    }
    askClipboard.clearError();
    // SECURITY: emptied before anything else, and put anew: a field that stays could have its text back by Undo.
    if (field !== undefined) field.value = '';
    setRound((last) => last + 1);
    announce(await ask.run({ text }));
  };
  const lookAtClipboard = async (): Promise<void> => {
    setIsEmpty(false);
    ask.clearError();
    announce(await askClipboard.run({}));
  };
  const announce = (answer: Awaited<ReturnType<typeof ask.run>>): void => {
    if (answer.ok) usher.announce(identifyText().found(answer.value.tokens.length));
  };

  return (
    <Card>
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Show when={round()} keyed>
          <PasteField
            ref={(element) => (field = element)}
            label={identifyText().field}
            hint={identifyText().fieldHint}
            error={isEmpty() ? identifyText().fieldEmpty : null}
            onInput={() => setIsEmpty(false)}
            onSubmit={() => void submit()}
          />
        </Show>
        <div class={styles.buttons}>
          <Button type="submit" kind="filled" isBusy={ask.isBusy()}>
            {ask.isBusy() ? identifyText().asking : identifyText().ask}
          </Button>
          <Button
            icon={<ClipboardPaste size={16} aria-hidden="true" />}
            title={identifyText().clipboardHint}
            isBusy={askClipboard.isBusy()}
            onClick={() => void lookAtClipboard()}
          >
            {identifyText().clipboard}
          </Button>
        </div>
        <Show when={error()}>{(failure) => <ErrorState error={failure()} isInline />}</Show>
      </form>
    </Card>
  );
}
