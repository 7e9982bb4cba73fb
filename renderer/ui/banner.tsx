import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleX from 'lucide-solid/icons/circle-x';
import Info from 'lucide-solid/icons/info';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import X from 'lucide-solid/icons/x';
import { children, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { uiText } from '../../shared/words/app.ts';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import styles from './banner.module.css';

export type Tone = 'danger' | 'warn' | 'info' | 'ok' | 'neutral';

interface BannerProps {
  readonly tone?: Tone;
  /** In place of the icon of its tone, 18. */
  readonly icon?: JSX.Element;
  readonly title: JSX.Element;
  readonly detail?: JSX.Element;
  /** At most two small buttons. */
  readonly actions?: JSX.Element;
  readonly onDismiss?: (() => void) | undefined;
}

const icons = {
  danger: CircleX,
  warn: TriangleAlert,
  info: Info,
  ok: CircleCheck,
  neutral: Info,
} as const;

/** The icon of a tone, the same wherever something is told. */
export function ToneIcon(props: { readonly tone: Tone; readonly size: number }): JSX.Element {
  return <Dynamic component={icons[props.tone]} size={props.size} aria-hidden="true" />;
}

/** What concerns this page as a whole, right below its header; one a page. */
export function Banner(props: BannerProps): JSX.Element {
  const detail = children(() => props.detail);
  const actions = children(() => props.actions);
  const tone = (): Tone => props.tone ?? 'info';
  return (
    <div class={cx(styles.banner, styles[tone()])}>
      <div class={styles.icon}>
        <Show when={props.icon === undefined} fallback={props.icon}>
          <ToneIcon tone={tone()} size={18} />
        </Show>
      </div>
      <div class={styles.words}>
        <p class={styles.title}>{props.title}</p>
        <Show when={detail()}>
          <div class={styles.detail}>{detail()}</div>
        </Show>
      </div>
      <Show when={actions()}>
        <div class={styles.actions}>{actions()}</div>
      </Show>
      <Show when={props.onDismiss}>
        {(dismiss) => (
          <IconButton
            size="small"
            label={uiText().dismiss}
            icon={<X size={16} aria-hidden="true" />}
            onClick={() => dismiss()()}
          />
        )}
      </Show>
    </div>
  );
}
