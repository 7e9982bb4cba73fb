import { Show, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import { Spinner } from './spinner.tsx';
import { TipButton } from './tooltip.tsx';
import styles from './icon-button.module.css';

interface IconButtonProps {
  /** Its name for readers; also the tooltip, unless `tip` says it shorter. */
  readonly label: string;
  readonly tip?: string;
  readonly icon: JSX.Element;
  readonly onClick: (event: MouseEvent) => void;
  readonly isBusy?: boolean;
  readonly isPressed?: boolean;
  readonly disabled?: boolean;
  readonly size?: 'tiny' | 'small' | 'medium';
  readonly class?: string | undefined;
}

export function IconButton(props: IconButtonProps): JSX.Element {
  return (
    <TipButton
      tip={props.tip ?? props.label}
      type="button"
      aria-label={props.label}
      aria-pressed={props.isPressed}
      aria-busy={props.isBusy === true ? 'true' : undefined}
      aria-disabled={props.isBusy === true ? 'true' : undefined}
      disabled={props.disabled}
      class={cx(styles.button, styles[props.size ?? 'medium'], props.class)}
      onClick={(event: MouseEvent) => {
        if (props.isBusy !== true) props.onClick(event);
      }}
    >
      <Show when={props.isBusy === true} fallback={props.icon}>
        <Spinner />
      </Show>
    </TipButton>
  );
}
