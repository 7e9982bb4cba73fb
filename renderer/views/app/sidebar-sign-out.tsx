import Hourglass from 'lucide-solid/icons/hourglass';
import { Show, type JSX } from 'solid-js';
import type { SignOutProgress } from '../../../shared/model/sign-out.ts';
import { useUsher } from '../../state/use-usher.ts';
import { signOutText } from '../../../shared/words/sign-out.ts';
import { cx } from '../../ui/cx.ts';
import { Spinner } from '../../ui/spinner.tsx';
import styles from './sidebar.module.css';

interface SidebarSignOutProps {
  readonly signOut: SignOutProgress;
}

/** An account that is off the list and whose sign-out is still to be finished at Plex. */
export function SidebarSignOut(props: SidebarSignOutProps): JSX.Element {
  const usher = useUsher();
  return (
    <li>
      <button
        type="button"
        data-nav-item
        class={cx(styles.item, styles.account)}
        title={props.signOut.title}
        onClick={() => {
          const { accountId, title, storage } = props.signOut;
          usher.askToSignOut({ id: accountId, title, storage });
        }}
      >
        <span class={styles.leaving}>
          <Show
            when={props.signOut.phase === 'running'}
            fallback={<Hourglass size={16} aria-hidden="true" />}
          >
            <Spinner />
          </Show>
        </span>
        <span class={styles.who}>
          <span class={styles.label}>
            <bdi>{props.signOut.title}</bdi>
          </span>
          <span class={styles.subtitle}>{signOutText().waiting}</span>
        </span>
      </button>
    </li>
  );
}
