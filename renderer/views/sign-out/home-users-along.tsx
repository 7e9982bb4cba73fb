import { For, Show, type JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import { useUsher } from '../../state/use-usher.ts';
import { signOutText } from '../../../shared/words/sign-out.ts';
import styles from './home-users-along.module.css';

interface HomeUsersAlongProps {
  readonly accountId: AccountId;
  /** Whether their tokens are ended at Plex, or only leave this computer. */
  readonly isRevoking: boolean;
}

/** Which Home users go with the account they were switched to from, and what becomes of their tokens. */
export function HomeUsersAlong(props: HomeUsersAlongProps): JSX.Element {
  const usher = useUsher();
  const users = () => usher.state.accounts.filter(({ homeOf }) => homeOf === props.accountId);
  return (
    <Show when={users().length > 0}>
      <p>
        {props.isRevoking
          ? signOutText().homeUsersDetail(users().length)
          : signOutText().homeUsersRemoved(users().length)}
      </p>
      <ul class={styles.names}>
        <For each={users()}>
          {(user) => (
            <li class={styles.name} title={user.title}>
              <bdi>{user.title}</bdi>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
