import ClipboardPaste from 'lucide-solid/icons/clipboard-paste';
import ScanSearch from 'lucide-solid/icons/scan-search';
import { createEffect, createSignal, on, onCleanup, onMount, Show, type JSX } from 'solid-js';
import { identifyText } from '../../../shared/words/identify.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { uiText } from '../../../shared/words/app.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PasteField } from './paste-field.tsx';
import styles from './paste-zone.module.css';

/**
 * Where a text comes in. What is on the clipboard goes past the page, also by the keys that paste; what is typed or
 * dropped is handed to main once, and then is no longer here.
 */
export function PasteZone(): JSX.Element {
  const usher = useUsher();
  const ask = createAction('identify.ask');
  const askClipboard = createAction('identify.askClipboard');
  const [isTyping, setIsTyping] = createSignal(false);
  const [isOver, setIsOver] = createSignal(false);
  let zone: HTMLElement | undefined;
  const error = () => ask.error() ?? askClipboard.error();

  const tell = (answer: Awaited<ReturnType<typeof ask.run>>): void => {
    if (answer.ok) usher.announce(identifyText().found(answer.value.tokens.length));
  };
  const submit = async (text: string): Promise<void> => {
    askClipboard.clearError();
    setIsTyping(false);
    tell(await ask.run({ text }));
  };
  const lookAtClipboard = async (): Promise<void> => {
    ask.clearError();
    tell(await askClipboard.run({}));
  };

  // The field goes with the text in it: the focus goes back to where it came from.
  createEffect(
    on(
      isTyping,
      (is) => {
        if (!is) zone?.querySelector<HTMLElement>('[data-type]')?.focus();
      },
      { defer: true },
    ),
  );
  onMount(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { target } = event;
      const isField =
        target instanceof Element && target.closest('input, textarea, [role="dialog"]') !== null;
      if (!isField) void lookAtClipboard();
    };
    document.addEventListener('paste', onPaste);
    onCleanup(() => document.removeEventListener('paste', onPaste));
  });

  return (
    <>
      <div
        role="group"
        ref={(element) => (zone = element)}
        class={cx(styles.zone, isOver() && styles.over)}
        aria-label={identifyText().zone}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          const text = event.dataTransfer?.getData('text/plain') ?? '';
          if (text.trim() !== '') void submit(text);
        }}
      >
        <Show
          when={isTyping()}
          fallback={
            <>
              <span class={styles.tile} aria-hidden="true">
                <ScanSearch size={20} stroke-width={1.75} />
              </span>
              <h2 class={styles.title}>{identifyText().zone}</h2>
              <p class={styles.detail}>{identifyText().zoneDetail}</p>
              <div class={styles.buttons}>
                <Button
                  kind="filled"
                  icon={<ClipboardPaste size={16} aria-hidden="true" />}
                  title={identifyText().clipboardHint}
                  isBusy={ask.isBusy() || askClipboard.isBusy()}
                  labels={[identifyText().clipboard, identifyText().asking]}
                  onClick={() => void lookAtClipboard()}
                >
                  {ask.isBusy() || askClipboard.isBusy()
                    ? identifyText().asking
                    : identifyText().clipboard}
                </Button>
                <Button data-type onClick={() => setIsTyping(true)}>
                  {identifyText().type}
                </Button>
              </div>
            </>
          }
        >
          <TypeForm onSubmit={(text) => void submit(text)} onCancel={() => setIsTyping(false)} />
        </Show>
      </div>
      <Show when={error()}>
        {(failure) => (
          <Show
            when={failure().code === 'identify.nothingFound'}
            fallback={<ErrorState error={failure()} isInline />}
          >
            <div role="alert">
              <Banner
                tone="neutral"
                title={errorText(failure()).title}
                detail={
                  <>
                    <p>{errorText(failure()).nextStep}</p>
                    <p>{errorText(failure()).detail}</p>
                  </>
                }
              />
            </div>
          </Show>
        )}
      </Show>
    </>
  );
}

interface TypeFormProps {
  readonly onSubmit: (text: string) => void;
  readonly onCancel: () => void;
}

function TypeForm(props: TypeFormProps): JSX.Element {
  const [isEmpty, setIsEmpty] = createSignal(false);
  let field: HTMLTextAreaElement | undefined;
  onMount(() => field?.focus());
  const submit = (): void => {
    const text = field?.value ?? '';
    setIsEmpty(text.trim() === '');
    if (isEmpty()) {
      field?.focus();
      return;
    }
    // SECURITY: emptied before anything else, and never shown again: a field that stays could have its text back by Undo.
    if (field !== undefined) field.value = '';
    props.onSubmit(text);
  };
  return (
    <form
      class={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <PasteField
        ref={(element) => (field = element)}
        label={identifyText().field}
        hint={identifyText().fieldHint}
        error={isEmpty() ? identifyText().fieldEmpty : null}
        onInput={() => setIsEmpty(false)}
        onSubmit={submit}
      />
      <div class={styles.buttons}>
        <Button type="submit" kind="filled">
          {identifyText().ask}
        </Button>
        <Button kind="plain" onClick={() => props.onCancel()}>
          {uiText().cancel}
        </Button>
      </div>
    </form>
  );
}
