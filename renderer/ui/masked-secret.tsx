import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import { Show, type JSX } from 'solid-js';
import type { MaskedToken, RevealedSecret, SecretRef } from '../../shared/model/token.ts';
import { commonText, uiText } from '../../shared/words/app.ts';
import { errorText } from '../../shared/words/errors.ts';
import { tokenText } from '../../shared/words/tokens.ts';
import { Button } from './button.tsx';
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
  /** Why it is good for nothing any more: it is neither copied nor revealed. */
  readonly deadReason?: string | undefined;
  /** Further buttons, which stay where they are while it is revealed. */
  readonly actions?: JSX.Element;
}

/** A token as the page knows it, in a field of one width: its last four, or all of it in their place for a few seconds. */
export function MaskedSecret(props: MaskedSecretProps): JSX.Element {
  const revealed = createRevealed(props);

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
          {(shown) => <PlainSecret secret={shown().secret} />}
        </Show>
        <Show when={props.deadReason === undefined}>
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
            onClick={revealed.toggle}
          />
        </Show>
      </span>
      <Show when={props.hasCopy !== false}>
        <Show
          when={props.deadReason}
          fallback={<CopySecret name={props.name} secret={props.secret} />}
        >
          {(reason) => (
            <Button disabledReason={reason()} aria-label={uiText().copyLabel(props.name)}>
              {uiText().copy}
            </Button>
          )}
        </Show>
      </Show>
      {props.actions}
      <Show when={revealed.shown()}>{(shown) => <HidesIn shown={shown()} />}</Show>
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

/** A token in full, for as long as it may be seen. */
export function PlainSecret(props: { readonly secret: string }): JSX.Element {
  return (
    <code class={styles.plain} dir="ltr" data-secret>
      {props.secret}
    </code>
  );
}

export function HidesIn(props: { readonly shown: RevealedSecret }): JSX.Element {
  return (
    <span class={styles.left}>
      <CountdownRing remainingMs={props.shown.visibleMs} totalMs={props.shown.visibleMs} />
      <span>{tokenText().hiddenIn(<Countdown remainingMs={props.shown.visibleMs} />)}</span>
    </span>
  );
}
