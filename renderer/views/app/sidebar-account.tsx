import Clock from 'lucide-solid/icons/clock-4';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { useUsher } from '../../state/use-usher.ts';
import { accountText } from '../../../shared/words/account.ts';
import { appText } from '../../../shared/words/app.ts';
import { tokenText } from '../../../shared/words/tokens.ts';
import { verdictText } from '../../../shared/words/verdicts.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { createSummons } from '../../ui/create-summons.ts';
import { cx } from '../../ui/cx.ts';
import { Spinner } from '../../ui/spinner.tsx';
import { SummonedMenu } from '../../ui/summoned-menu.tsx';
import { pagesOf } from '../account/account-pages.ts';
import { SidebarItem } from './sidebar-item.tsx';
import styles from './sidebar.module.css';

interface SidebarAccountProps {
  readonly account: AccountSummary;
  /** The account that a Home user stands below, as long as that is here. */
  readonly above: AccountSummary | undefined;
  /** Whether another account goes by the same title. */
  readonly hasTwin: boolean;
  readonly isRail: boolean;
}

/** One account, in one line: who it is, and a mark where something is wrong. */
export function SidebarAccount(props: SidebarAccountProps): JSX.Element {
  const usher = useUsher();
  const isHere = () => {
    const route = usher.route();
    return (
      accountViews.has(route.view) && 'accountId' in route && route.accountId === props.account.id
    );
  };
  const { summons, summon } = createSummons();
  const isSignedOut = () => props.account.verdict.kind === 'rejected';
  const isSigningOut = () => props.account.status === 'signingOut';
  /** Only where two go by the same title is there more to say of who it is. */
  const label = () => {
    const { title, username, email } = props.account;
    const other = username === title ? email : username;
    return props.hasTwin && other !== '' ? appText().accountNamed(title, other) : title;
  };
  const more = () =>
    [
      props.account.homeOf === null ? null : appText().homeUserOf(props.above?.title ?? null),
      props.account.status === 'signingOut' ? appText().signingOut : null,
      props.account.storage === 'session' ? tokenText().untilQuit : null,
      appText().tokenState(verdictText(props.account.verdict).label),
    ]
      .filter((part) => part !== null)
      .join(', ');

  return (
    <li class={cx(props.above !== undefined && styles.below)} onContextMenu={summon}>
      <SidebarItem
        isName
        isRail={props.isRail}
        label={label()}
        more={more()}
        isCurrent={isHere()}
        icon={
          <span class={cx(styles.avatar, isSignedOut() && styles.signedOut)}>
            <Avatar name={props.account.title} path={props.account.avatarPath} size="tiny" />
            <Show when={props.isRail && props.above}>
              {(account) => (
                <span class={styles.parent}>
                  <Avatar name={account().title} path={account().avatarPath} size="mark" />
                </span>
              )}
            </Show>
          </span>
        }
        mark={
          <Switch>
            <Match when={isSigningOut()}>
              <Spinner />
            </Match>
            <Match when={isSignedOut()}>
              <TriangleAlert
                class={cx(styles.warning)}
                size={14}
                stroke-width={2.25}
                aria-hidden="true"
              />
            </Match>
            <Match when={props.account.storage === 'session' && !props.isRail}>
              <Clock class={cx(styles.soft)} size={14} stroke-width={2.25} aria-hidden="true" />
            </Match>
          </Switch>
        }
        onClick={() => usher.navigate({ view: 'account', accountId: props.account.id })}
      />
      <SummonedMenu
        label={accountText().more(props.account.title)}
        summons={summons()}
        items={[
          ...pagesOf(props.account).map(({ page, route }) => ({
            label: accountText().tabs[page],
            onSelect: () => usher.navigate(route),
          })),
          'line',
          {
            label: isSigningOut() ? accountText().signingOut : accountText().signOut,
            onSelect: () => usher.askToSignOut(props.account),
          },
        ]}
      />
    </li>
  );
}

/** The account's own pages. Its servers are among those of all accounts. */
const accountViews: ReadonlySet<string> = new Set(['account', 'devices', 'home']);
