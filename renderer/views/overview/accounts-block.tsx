import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import Plus from 'lucide-solid/icons/plus';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { For, Match, Show, Switch, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { overviewText } from '../../../shared/words/overview.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { Block } from '../../ui/block.tsx';
import styles from './accounts-block.module.css';

// Who has more finds them in the sidebar.
const mostShown = 8;

/** The accounts at a glance. */
export function AccountsBlock(): JSX.Element {
  const usher = useUsher();
  const accounts = () => usher.state.accounts.slice(0, mostShown);
  return (
    <Block title={overviewText().accounts.title} count={usher.state.accounts.length}>
      <ul class={cx(styles.accounts, usher.state.accounts.length > 1 && styles.columns)}>
        <For each={accounts()}>{(account) => <Account account={account} />}</For>
        <Show when={usher.state.accounts.length === 1}>
          <li>
            <button
              type="button"
              class={cx(styles.account, styles.add)}
              onClick={() => usher.navigate({ view: 'signIn' })}
            >
              <Plus class={cx(styles.plus)} size={16} aria-hidden="true" />
              {overviewText().accounts.add}
            </button>
          </li>
        </Show>
      </ul>
    </Block>
  );
}

function Account(props: { readonly account: AccountSummary }): JSX.Element {
  const usher = useUsher();
  const text = () => overviewText().accounts;
  const isSignedOut = () => props.account.verdict.kind === 'rejected';
  const meta = () => {
    if (props.account.status === 'signingOut') return text().signingOut;
    if (isSignedOut()) return text().signedOut;
    const list = usher.state.servers.find(({ accountId }) => accountId === props.account.id);
    const isKnown = list !== undefined && (list.refreshedAt !== null || list.servers.length > 0);
    return isKnown ? text().servers(list.servers.length) : text().notLoaded;
  };
  return (
    <li>
      <button
        type="button"
        class={styles.account}
        onClick={() => usher.navigate({ view: 'account', accountId: props.account.id })}
      >
        <span class={cx(styles.avatar, isSignedOut() && styles.signedOut)}>
          <Avatar name={props.account.title} path={props.account.avatarPath} size="small" />
        </span>
        <span class={styles.words}>
          <span class={styles.name}>
            <bdi>{props.account.title}</bdi>
          </span>
          <span class={styles.meta}>{meta()}</span>
        </span>
        <Switch
          fallback={
            <>
              <CircleDashed
                class={cx(styles.soft)}
                size={14}
                stroke-width={2.25}
                aria-hidden="true"
              />
              <VisuallyHidden>{text().unchecked}</VisuallyHidden>
            </>
          }
        >
          <Match when={isSignedOut()}>
            <TriangleAlert
              class={cx(styles.warning)}
              size={14}
              stroke-width={2.25}
              aria-hidden="true"
            />
          </Match>
          <Match when={props.account.verdict.kind === 'valid'}>
            <CircleCheck class={cx(styles.good)} size={14} stroke-width={2.25} aria-hidden="true" />
            <VisuallyHidden>{text().valid}</VisuallyHidden>
          </Match>
        </Switch>
      </button>
    </li>
  );
}
