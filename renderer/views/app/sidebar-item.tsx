import { Show, type JSX } from 'solid-js';
import { cx } from '../../ui/cx.ts';
import { TipButton } from '../../ui/tooltip.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './sidebar.module.css';

interface SidebarItemProps {
  /** An icon of 16, or an avatar. */
  readonly icon: JSX.Element;
  readonly label: string;
  /** Whether the label is a name from outside, with a direction of its own. */
  readonly isName?: boolean;
  /** At the end of the line. In the rail there is no room for it. */
  readonly end?: JSX.Element;
  /** A mark at the end of the line, and at the corner of the icon in the rail. */
  readonly mark?: JSX.Element;
  /** What readers are told after the label. */
  readonly more?: string;
  readonly isCurrent?: boolean;
  /** Only the icon, with the rest in a tooltip. */
  readonly isRail: boolean;
  readonly class?: string | undefined;
  readonly onClick: () => void;
}

// About as much as the line has room for; what is longer is told whole in the tooltip.
const longLabel = 18;

/** One line of the sidebar. */
export function SidebarItem(props: SidebarItemProps): JSX.Element {
  const tip = () => {
    if (props.isRail) return [props.label, props.more].filter(Boolean).join(', ');
    return props.label.length > longLabel ? props.label : undefined;
  };
  return (
    <TipButton
      type="button"
      data-nav-item
      tip={tip()}
      side="end"
      class={cx(styles.item, props.class)}
      aria-current={props.isCurrent === true ? 'page' : undefined}
      onClick={() => props.onClick()}
    >
      <span class={styles.icon}>{props.icon}</span>
      <span class={styles.label}>
        <Show when={props.isName === true} fallback={props.label}>
          <bdi>{props.label}</bdi>
        </Show>
      </span>
      <Show when={props.more}>{(more) => <VisuallyHidden>{`, ${more()}`}</VisuallyHidden>}</Show>
      <Show when={!props.isRail}>{props.end}</Show>
      <Show when={props.mark}>
        <span class={styles.mark}>{props.mark}</span>
      </Show>
    </TipButton>
  );
}
