import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import { createEffect, on, Show, type JSX } from 'solid-js';
import type { MaskedToken, SecretRef } from '../../shared/model/token.ts';
import { useUsher } from '../state/use-usher.ts';
import { commonText } from '../../shared/words/app.ts';
import { errorText } from '../../shared/words/errors.ts';
import { tokenText } from '../../shared/words/tokens.ts';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import { CopySecret } from './copy-secret.tsx';
import { Countdown } from './countdown.tsx';
import { createRevealed } from './create-revealed.ts';
import { ErrorDetails } from './error-details.tsx';
import styles from './masked-secret.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

interface MaskedSecretProps {
  readonly secret: SecretRef;
  readonly token: MaskedToken;
  /** What it is, in words for readers: "account token of Maja Lind". */
  readonly name: string;
  /** Without Copy, where the row has its own. */
  readonly hasCopy?: boolean;
  /** Without the kind, where a column or a heading tells it. */
  readonly hasKind?: boolean;
  /** Good for nothing any more: neither copied nor revealed. */
  readonly isDead?: boolean;
}

/** A token as the page knows it: its kind and last four, Copy, and Reveal for a few seconds. */
export function MaskedSecret(props: MaskedSecretProps): JSX.Element {
  const usher = useUsher();
  const revealed = createRevealed();

  // Another token in the same row must not be shown under the old one's permission, nor the old one beside the new.
  createEffect(on(() => [props.secret, props.token.lastFour], revealed.drop, { defer: true }));
  createEffect(
    on(
      revealed.shown,
      (shown, before) => {
        if (shown === null && before !== null) usher.announce(tokenText().hidden);
      },
      { defer: true },
    ),
  );

  const reveal = async (): Promise<void> => {
    if (!(await revealed.reveal(props.secret))) return;
    const shown = revealed.shown();
    if (shown !== null) usher.announce(tokenText().revealed(Math.round(shown.visibleMs / 1000)));
  };

  return (
    <div class={styles.secret}>
      <Show when={props.hasKind !== false}>
        <Badge>{tokenText().kind(props.token.kind)}</Badge>
      </Show>
      <Show
        when={revealed.shown()}
        fallback={
          <code class={styles.masked}>
            <span aria-hidden="true">{tokenText().masked(props.token.lastFour)}</span>
            <VisuallyHidden>{tokenText().maskedForReaders(props.token.lastFour)}</VisuallyHidden>
          </code>
        }
      >
        {(shown) => (
          <span class={styles.shown}>
            <code class={styles.plain}>{shown().secret}</code>
            <span class={styles.left}>
              {tokenText().hiddenIn(<Countdown remainingMs={shown().visibleMs} />)}
            </span>
          </span>
        )}
      </Show>
      <Show when={props.isDead !== true}>
        <span class={styles.actions}>
          <Show when={props.hasCopy !== false}>
            <CopySecret name={props.name} secret={props.secret} />
          </Show>
          <Button
            size="small"
            variant="quiet"
            isBusy={revealed.isBusy()}
            icon={
              <Show when={revealed.shown()} fallback={<Eye size={14} aria-hidden="true" />}>
                <EyeOff size={14} aria-hidden="true" />
              </Show>
            }
            aria-label={
              revealed.shown() === null
                ? tokenText().revealLabel(props.name)
                : tokenText().hideLabel(props.name)
            }
            onClick={() => {
              if (revealed.shown() === null) void reveal();
              else revealed.drop();
            }}
          >
            {revealed.shown() === null ? tokenText().reveal : tokenText().hide}
          </Button>
        </span>
      </Show>
      <Show when={revealed.error()}>
        {(failure) => (
          <>
            <p class={styles.error} role="alert">
              {commonText().withNext(errorText(failure()).title, errorText(failure()).nextStep)}
            </p>
            <ErrorDetails error={failure()} />
          </>
        )}
      </Show>
    </div>
  );
}
