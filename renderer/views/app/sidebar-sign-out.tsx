import Hourglass from 'lucide-solid/icons/hourglass';
import { Show, type JSX } from 'solid-js';
import type { SignOutProgress } from '../../../shared/model/sign-out.ts';
import { useUsher } from '../../state/use-usher.ts';
import { signOutText } from '../../../shared/words/sign-out.ts';
import { Spinner } from '../../ui/spinner.tsx';
import { SidebarItem } from './sidebar-item.tsx';
import styles from './sidebar.module.css';

interface SidebarSignOutProps {
  readonly signOut: SignOutProgress;
  readonly isRail: boolean;
}

/** An account that is off the list and whose sign-out is still to be finished at Plex. */
export function SidebarSignOut(props: SidebarSignOutProps): JSX.Element {
  const usher = useUsher();
  return (
    <li>
      <SidebarItem
        isName
        isRail={props.isRail}
        class={styles.leaving}
        label={props.signOut.title}
        more={signOutText().waiting}
        icon={
          <Show
            when={props.signOut.phase === 'running'}
            fallback={<Hourglass size={16} aria-hidden="true" />}
          >
            <Spinner />
          </Show>
        }
        onClick={() => {
          const { accountId, title, storage } = props.signOut;
          usher.askToSignOut({ id: accountId, title, storage });
        }}
      />
    </li>
  );
}
