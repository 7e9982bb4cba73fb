import Clipboard from 'lucide-solid/icons/clipboard-check';
import { createEffect, createMemo, For, on, Show, type JSX } from 'solid-js';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { clipboardText, commonText } from '../../../shared/words/app.ts';
import type { AppError } from '../../../shared/errors.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { tokenFormText } from '../../../shared/words/tokens.ts';
import { Button } from '../../ui/button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { CountdownRing } from '../../ui/ring.tsx';
import styles from './clipboard-bar.module.css';

/** What Usher put on the clipboard, and when main will clear it. Not there when there is nothing of ours. */
export function ClipboardBar(): JSX.Element {
  const usher = useUsher();
  const keep = createAction('clipboard.keep');
  const clear = createAction('clipboard.clear');
  const holding = createMemo(() => {
    const { clipboard } = usher.state;
    return clipboard.kind === 'holding' ? clipboard : null;
  });
  const receivedAt = () => usher.state.receivedAt.clipboard;
  const failure = (): AppError | null => {
    const code = holding()?.failure ?? null;
    // What main knows of it stays true for longer than the answer to a press.
    return code === null ? (keep.error() ?? clear.error()) : { code };
  };
  const isCounting = (): boolean => {
    const now = holding();
    return now !== null && now.remainingMs !== null && now.failure === null;
  };

  createEffect(
    on(
      holding,
      (now, before) => {
        for (const action of [keep, clear]) action.clearError();
        if (now === null) {
          if (before !== null && before !== undefined) usher.announce(clipboardText().cleared);
          return;
        }
        // Its words are an alert, which is read out by itself.
        if (now.failure !== null) return;
        const seconds = now.remainingMs === null ? null : Math.ceil(now.remainingMs / 1000);
        usher.announce(clipboardText().announce(now.what, now.label, seconds));
      },
      { defer: true },
    ),
  );

  return (
    <Show when={holding()}>
      {(held) => (
        <section class={styles.bar} aria-label={clipboardText().region}>
          <Show
            when={isCounting()}
            fallback={
              <span class={styles.icon}>
                <Clipboard size={18} aria-hidden="true" />
              </span>
            }
          >
            <CountdownRing
              remainingMs={held().remainingMs ?? 0}
              totalMs={held().totalMs}
              receivedAt={receivedAt()}
            />
          </Show>
          <p class={styles.words}>
            <span class={styles.what}>
              <For
                each={clipboardText().onClipboard<JSX.Element>(
                  <span class={styles.kind}>{clipboardText().what(held().what)}</span>,
                  <bdi class={styles.label} title={held().label}>
                    {held().label}
                  </bdi>,
                  tokenFormText().onClipboard(held().form),
                )}
              >
                {(part) =>
                  typeof part === 'string' ? <span class={styles.on}>{part}</span> : part
                }
              </For>
            </span>
            <span class={styles.when}>
              <Show when={isCounting()}>
                {clipboardText().clearsIn(
                  <Countdown remainingMs={held().remainingMs ?? 0} receivedAt={receivedAt()} />,
                )}
              </Show>
              <Show when={held().remainingMs === null}>{clipboardText().kept}</Show>
              <Show when={tokenFormText().warning(held().form)}>
                {(warning) => <span class={styles.warning}>{warning()}</span>}
              </Show>
              <Show when={held().isKeptFromHistory}>
                <span class={styles.history}>{clipboardText().keptFromHistory}</span>
              </Show>
            </span>
            <Show when={failure()}>
              {(error) => (
                <span class={styles.error} role="alert">
                  {commonText().withNext(errorText(error()).title, errorText(error()).nextStep)}
                </span>
              )}
            </Show>
          </p>
          <div class={styles.actions}>
            <Show when={held().remainingMs !== null}>
              <Button size="small" isBusy={keep.isBusy()} onClick={() => void keep.run({})}>
                {clipboardText().keep}
              </Button>
            </Show>
            <Button size="small" isBusy={clear.isBusy()} onClick={() => void clear.run({})}>
              {clipboardText().clearNow}
            </Button>
          </div>
        </section>
      )}
    </Show>
  );
}
