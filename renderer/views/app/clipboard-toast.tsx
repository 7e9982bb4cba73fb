import { createEffect, createMemo, on, Show, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import { clipboardText } from '../../../shared/words/app.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { tokenFormText } from '../../../shared/words/tokens.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { CountdownRing } from '../../ui/ring.tsx';
import { ToastPlace, type Toast } from '../../ui/toast.tsx';

/** What Usher put on the clipboard, and when main will clear it; until it is cleared, or something else is copied. */
export function ClipboardToast(): JSX.Element {
  const usher = useUsher();
  const keep = createAction('clipboard.keep');
  const clear = createAction('clipboard.clear');
  const mint = createAction('token.mintAnew');
  const holding = createMemo(() => {
    const { clipboard } = usher.state;
    return clipboard.kind === 'holding' ? clipboard : null;
  });
  const isHolding = createMemo(() => holding() !== null);
  const failure = (): AppError | null => {
    const code = holding()?.failure ?? null;
    // What main knows of it stays true for longer than the answer to a press.
    return code === null ? (keep.error() ?? clear.error() ?? mint.error()) : { code };
  };
  /** The token that is about to be pasted, where it was found to be of no use since. */
  const dead = createMemo(() => {
    const tokenId = holding()?.tokenId ?? null;
    if (tokenId === null) return null;
    const token = usher.state.tokens.find(({ id }) => id === tokenId);
    return token?.verdict.kind === 'rejected' ? token : null;
  });
  createEffect(
    on(dead, (token) => {
      if (token !== null) usher.announce(clipboardText().dead(token.serverName));
    }),
  );

  createEffect(
    on(
      holding,
      (now, before) => {
        for (const action of [keep, clear, mint]) action.clearError();
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

  /** That it is not the one that was picked, which was dead. */
  const mintedAnew = () => usher.state.notices.filter(({ kind }) => kind === 'mintedAnew');
  createEffect(
    on(isHolding, (is) => {
      if (is) return;
      for (const { id } of mintedAnew()) void usher.request('notice.dismiss', { noticeId: id });
    }),
  );
  const isReplaced = () =>
    usher.state.notices.some(
      (notice) => notice.kind === 'mintedAnew' && notice.serverName === holding()?.label,
    );

  const title = () => {
    const held = holding();
    if (held === null) return '';
    if (dead() !== null) return clipboardText().dead(held.label);
    if (isReplaced()) return clipboardText().replaced(held.label);
    return clipboardText().copied(held.what, held.label, tokenFormText().onClipboard(held.form));
  };
  // The same toast as long as there is one: what is pressed in it keeps its element.
  const toast = createMemo((): Toast | null =>
    isHolding()
      ? {
          get tone(): Toast['tone'] {
            if (failure() !== null) return 'danger';
            return dead() === null ? 'ok' : 'warn';
          },
          isLasting: true,
          title: (
            <Show when={failure()} fallback={title()}>
              {(error) => <span role="alert">{errorText(error()).title}</span>}
            </Show>
          ),
          detail: <Detail failure={failure()} />,
          actions: () => (
            <>
              <Show when={dead()}>
                {(token) => (
                  <Button
                    kind="plain"
                    size="small"
                    isBusy={mint.isBusy()}
                    onClick={() => void mint.run({ tokenId: token().id })}
                  >
                    {clipboardText().mintNew}
                  </Button>
                )}
              </Show>
              <Show when={dead() === null && holding()?.remainingMs !== null}>
                <Button
                  kind="plain"
                  size="small"
                  isBusy={keep.isBusy()}
                  onClick={() => void keep.run({})}
                >
                  {clipboardText().keep}
                </Button>
              </Show>
              <Button
                kind="quiet"
                size="small"
                isBusy={clear.isBusy()}
                onClick={() => void clear.run({})}
              >
                {clipboardText().clearNow}
              </Button>
            </>
          ),
        }
      : null,
  );
  return (
    <ToastPlace
      label={clipboardText().region}
      toast={usher.told() === null ? toast() : null}
      onOver={() => undefined}
    />
  );
}

function Detail(props: { readonly failure: AppError | null }): JSX.Element {
  const usher = useUsher();
  const held = () => {
    const { clipboard } = usher.state;
    return clipboard.kind === 'holding' ? clipboard : null;
  };
  const counting = () => {
    const { remainingMs = null, totalMs = 0 } = held() ?? {};
    return remainingMs === null ? null : { remainingMs, totalMs };
  };
  const warning = () => {
    const form = held()?.form;
    return form === undefined ? null : tokenFormText().warning(form);
  };
  const receivedAt = () => usher.state.receivedAt.clipboard;
  return (
    <Show
      when={props.failure}
      fallback={
        <>
          <Show when={held()?.remainingMs === null}>{clipboardText().kept}</Show>
          <Show when={counting()}>
            {(now) => (
              <>
                <CountdownRing {...now()} receivedAt={receivedAt()} />
                <span>
                  {clipboardText().clearsIn(
                    <Countdown remainingMs={now().remainingMs} receivedAt={receivedAt()} />,
                  )}
                </span>
              </>
            )}
          </Show>
          <Show when={warning()}>{(text) => <span>{text()}</span>}</Show>
          <Show when={held()?.isKeptFromHistory}>
            <span>{clipboardText().keptFromHistory}</span>
          </Show>
        </>
      }
    >
      {(error) => errorText(error()).nextStep}
    </Show>
  );
}
