import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import { createEffect, on, Show, type JSX } from 'solid-js';
import type { MaskedToken, SecretRef } from '../../shared/model/token.ts';
import { useUsher } from '../state/use-usher.ts';
import { commonText } from '../../shared/words/app.ts';
import { errorText } from '../../shared/words/errors.ts';
import { tokenText } from '../../shared/words/tokens.ts';
import { CopySecret } from './copy-secret.tsx';
import { Countdown } from './countdown.tsx';
import { createRevealed } from './create-revealed.ts';
import { ErrorDetails } from './error-details.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './masked-secret.module.css';
import { CountdownRing } from './ring.tsx';
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

/** A token as the page knows it, in a field of one width: its last four, or all of it in their place for a few seconds. */
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
        <span class={styles.kind}>{tokenText().kind(props.token.kind)}</span>
      </Show>
      <span class={styles.field}>
        <Show
          when={revealed.shown()}
          fallback={
            <code class={styles.masked} dir="ltr">
              <span aria-hidden="true">{tokenText().masked(props.token.lastFour)}</span>
              <VisuallyHidden>{tokenText().maskedForReaders(props.token.lastFour)}</VisuallyHidden>
            </code>
          }
        >
          {(shown) => (
            <code class={styles.plain} dir="ltr">
              {shown().secret}
            </code>
          )}
        </Show>
        <Show when={props.isDead !== true}>
          <IconButton
            size="tiny"
            isBusy={revealed.isBusy()}
            icon={
              <Show when={revealed.shown()} fallback={<Eye size={16} aria-hidden="true" />}>
                <EyeOff size={16} aria-hidden="true" />
              </Show>
            }
            label={
              revealed.shown() === null
                ? tokenText().revealLabel(props.name)
                : tokenText().hideLabel(props.name)
            }
            tip={revealed.shown() === null ? tokenText().reveal : tokenText().hide}
            onClick={() => {
              if (revealed.shown() === null) void reveal();
              else revealed.drop();
            }}
          />
        </Show>
      </span>
      <Show when={props.isDead !== true && props.hasCopy !== false}>
        <CopySecret name={props.name} secret={props.secret} />
      </Show>
      <Show when={revealed.shown()}>
        {(shown) => (
          <span class={styles.left}>
            <CountdownRing remainingMs={shown().visibleMs} totalMs={shown().visibleMs} />
            <span>{tokenText().hiddenIn(<Countdown remainingMs={shown().visibleMs} />)}</span>
          </span>
        )}
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
