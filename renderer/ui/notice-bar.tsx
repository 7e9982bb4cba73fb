import CircleAlert from 'lucide-solid/icons/circle-alert';
import Info from 'lucide-solid/icons/info';
import X from 'lucide-solid/icons/x';
import { children, Show, type JSX } from 'solid-js';
import { uiText } from '../../shared/words/app.ts';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import styles from './notice-bar.module.css';

interface NoticeBarProps {
  readonly tone?: 'info' | 'warn';
  readonly title: string;
  readonly detail?: JSX.Element;
  readonly actions?: JSX.Element;
  readonly onDismiss?: (() => void) | undefined;
}

/** Something worth knowing that asks for nothing. */
export function NoticeBar(props: NoticeBarProps): JSX.Element {
  const detail = children(() => props.detail);
  return (
    <div class={cx(styles.bar, styles[props.tone ?? 'info'])}>
      <div class={styles.icon}>
        <Show when={props.tone === 'warn'} fallback={<Info size={16} aria-hidden="true" />}>
          <CircleAlert size={16} aria-hidden="true" />
        </Show>
      </div>
      <div class={styles.words}>
        <p class={styles.title}>{props.title}</p>
        <Show when={detail()}>
          <div class={styles.detail}>{detail()}</div>
        </Show>
      </div>
      {props.actions}
      <Show when={props.onDismiss}>
        {(dismiss) => (
          <IconButton
            size="small"
            label={uiText().dismiss}
            icon={<X size={14} aria-hidden="true" />}
            onClick={() => dismiss()()}
          />
        )}
      </Show>
    </div>
  );
}
