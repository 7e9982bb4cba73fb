import X from 'lucide-solid/icons/x';
import { children, createEffect, createSignal, on, onCleanup, Show, type JSX } from 'solid-js';
import { uiText } from '../../shared/words/app.ts';
import { ToneIcon, type Tone } from './banner.tsx';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import styles from './toast.module.css';

export interface Toast {
  readonly tone: Extract<Tone, 'ok' | 'warn' | 'danger' | 'info'>;
  /** What was done: "Attic token copied". */
  readonly title: JSX.Element;
  /** Softer, behind it. */
  readonly detail?: JSX.Element;
  /** Quiet or plain small buttons; without any, it has one that takes it away. */
  readonly actions?: () => JSX.Element;
  /** Stays until it is taken away. */
  readonly isLasting?: boolean;
}

const shownMs = 4000;

interface ToastPlaceProps {
  /** Names what it is about, for readers. */
  readonly label: string;
  /** The newest: it takes the place of the one before. */
  readonly toast: Toast | null;
  readonly onOver: () => void;
}

/**
 * Where done things are told, floating over the bottom of the pane so that nothing moves. It waits while the pointer or
 * the focus is on it: nobody's button goes away as they reach for it. It is no live region: who tells the same to readers
 * announces it, in its turn.
 */
export function ToastPlace(props: ToastPlaceProps): JSX.Element {
  const [isHeld, setIsHeld] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on([() => props.toast, isHeld], ([toast, held]) => {
      clearTimeout(timer);
      if (toast === null || toast.isLasting === true || held) return;
      timer = setTimeout(() => props.onOver(), shownMs);
    }),
  );
  createEffect(() => {
    // What is gone is left by pointer and focus without a word.
    if (props.toast === null) setIsHeld(false);
  });
  onCleanup(() => clearTimeout(timer));

  return (
    <div class={styles.place}>
      <Show when={props.toast} keyed>
        {(toast) => (
          <section
            class={styles.toast}
            aria-label={props.label}
            onPointerEnter={() => setIsHeld(true)}
            onPointerLeave={() => setIsHeld(false)}
            onFocusIn={() => setIsHeld(true)}
            onFocusOut={() => setIsHeld(false)}
          >
            <ToastInside toast={toast} onDismiss={() => props.onOver()} />
          </section>
        )}
      </Show>
    </div>
  );
}

function ToastInside(props: {
  readonly toast: Toast;
  readonly onDismiss: () => void;
}): JSX.Element {
  const actions = children(() => props.toast.actions?.());
  return (
    <>
      <span class={cx(styles.icon, styles[props.toast.tone])}>
        <ToneIcon tone={props.toast.tone} size={16} />
      </span>
      <p class={styles.words}>
        <span class={styles.title}>{props.toast.title}</span>
        <Show when={props.toast.detail}>
          <span class={styles.detail}>{props.toast.detail}</span>
        </Show>
      </p>
      <Show
        when={actions()}
        fallback={
          <IconButton
            size="small"
            label={uiText().dismiss}
            icon={<X size={16} aria-hidden="true" />}
            onClick={() => props.onDismiss()}
          />
        }
      >
        <span class={styles.actions}>{actions()}</span>
      </Show>
    </>
  );
}
