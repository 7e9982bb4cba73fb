import type { JSX } from 'solid-js';
import type { Route } from '../../state/route.ts';
import { useUsher } from '../../state/use-usher.ts';
import { cx } from '../../ui/cx.ts';
import styles from './sidebar.module.css';

interface SidebarItemProps {
  readonly route: Route;
  readonly isCurrent: boolean;
  readonly icon: JSX.Element;
  readonly label: string;
  readonly end?: JSX.Element;
  /** Belongs to the account above it. */
  readonly isNested?: boolean;
}

export function SidebarItem(props: SidebarItemProps): JSX.Element {
  const usher = useUsher();
  return (
    <button
      type="button"
      data-nav-item
      class={cx(styles.item, props.isNested === true && styles.nested)}
      aria-current={props.isCurrent ? 'page' : undefined}
      onClick={() => usher.navigate(props.route)}
    >
      <span class={styles.icon}>{props.icon}</span>
      <span class={styles.label}>{props.label}</span>
      {props.end}
    </button>
  );
}
