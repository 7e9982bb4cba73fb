import { For, Show, splitProps, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import { Spinner } from './spinner.tsx';
import { TipButton } from './tooltip.tsx';
import styles from './button.module.css';

export interface ButtonProps extends Omit<
  JSX.ButtonHTMLAttributes<HTMLButtonElement>,
  'class' | 'classList' | 'style' | 'type'
> {
  /**
   * `filled` is the page's one action and `danger` asks before it does what cannot be undone, which `dangerFill` then
   * does, in that dialog alone. `quiet` stands beside a value, `plain` is the lesser of two.
   */
  readonly kind?: 'filled' | 'secondary' | 'quiet' | 'plain' | 'danger' | 'dangerFill';
  readonly size?: 'small' | 'medium' | 'large';
  readonly type?: 'button' | 'submit' | 'reset';
  /** An icon before the words, such as `<CopyIcon size={16} />`. */
  readonly icon?: JSX.Element;
  /** Under way: shows a spinner in place of the icon and takes no clicks, but keeps the focus. */
  readonly isBusy?: boolean;
  /** Every other label it may come to have: it is as wide as the widest from the start. */
  readonly labels?: readonly string[];
  /** Why it cannot be pressed now; it says so where it is, and keeps the focus. A button that never says it leaves it out. */
  readonly disabledReason?: string | undefined;
  readonly class?: string | undefined;
}

export function Button(props: ButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, [
    'kind',
    'size',
    'icon',
    'isBusy',
    'labels',
    'disabledReason',
    'class',
    'children',
    'onClick',
    'type',
  ]);
  const isHeld = () => own.isBusy === true || own.disabledReason !== undefined;
  const attributes = {
    get type() {
      return own.type ?? 'button';
    },
    get class() {
      return cx(
        styles.button,
        styles[own.kind ?? 'secondary'],
        styles[own.size ?? 'medium'],
        own.class,
      );
    },
    get 'aria-busy'() {
      return own.isBusy === true ? ('true' as const) : undefined;
    },
    get 'aria-disabled'() {
      return isHeld() ? ('true' as const) : rest['aria-disabled'];
    },
    onClick: (event: MouseEvent & { currentTarget: HTMLButtonElement; target: Element }) => {
      if (isHeld() || rest['aria-disabled'] === true || rest['aria-disabled'] === 'true') {
        // A submit button would send the form.
        event.preventDefault();
        return;
      }
      if (typeof own.onClick === 'function') own.onClick(event);
    },
  };
  const inside = () => (
    <>
      <Show when={own.isBusy === true} fallback={own.icon}>
        <span class={own.icon === undefined ? styles.squeezed : styles.swapped}>
          <Spinner />
        </span>
      </Show>
      <span class={styles.words}>
        <span>{own.children}</span>
        <For each={own.labels}>
          {(label) => <span class={styles.other} data-label={label} aria-hidden="true" />}
        </For>
      </span>
    </>
  );
  // The element stays the same one, and with it the focus: who may ever say why is known from the start.
  const mayExplain = 'disabledReason' in props;
  return (
    <Show
      when={mayExplain}
      fallback={
        <button {...rest} {...attributes}>
          {inside()}
        </button>
      }
    >
      <TipButton {...rest} {...attributes} tip={own.disabledReason}>
        {inside()}
      </TipButton>
    </Show>
  );
}
