import { Show, splitProps, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import { Spinner } from './spinner.tsx';
import styles from './button.module.css';

export interface ButtonProps extends Omit<
  JSX.ButtonHTMLAttributes<HTMLButtonElement>,
  'class' | 'classList' | 'style'
> {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
  /** An icon before the words, such as `<CopyIcon size={16} />`. */
  readonly icon?: JSX.Element;
  /** Under way: shows a spinner in place of the icon and takes no clicks, but keeps the focus. */
  readonly isBusy?: boolean;
  readonly class?: string | undefined;
}

export function Button(props: ButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, [
    'variant',
    'size',
    'icon',
    'isBusy',
    'class',
    'children',
    'onClick',
    'type',
  ]);
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      class={cx(
        styles.button,
        styles[own.variant ?? 'secondary'],
        styles[own.size ?? 'medium'],
        own.class,
      )}
      aria-busy={own.isBusy === true ? 'true' : undefined}
      aria-disabled={own.isBusy === true ? 'true' : rest['aria-disabled']}
      onClick={(event) => {
        if (own.isBusy === true) {
          // A submit button would send the form a second time.
          event.preventDefault();
          return;
        }
        if (typeof own.onClick === 'function') own.onClick(event);
      }}
    >
      <Show when={own.isBusy === true} fallback={own.icon}>
        <Spinner />
      </Show>
      <span class={styles.words}>{own.children}</span>
    </button>
  );
}
