import MonitorSmartphone from 'lucide-solid/icons/monitor-smartphone';
import House from 'lucide-solid/icons/house';
import Server from 'lucide-solid/icons/server';
import UserRound from 'lucide-solid/icons/user-round';
import { Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { useUsher } from '../../state/use-usher.ts';
import { appText } from '../../../shared/words/app.ts';
import { tokenText } from '../../../shared/words/tokens.ts';
import { verdictText } from '../../../shared/words/verdicts.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { SidebarItem } from './sidebar-item.tsx';
import styles from './sidebar.module.css';

interface SidebarAccountProps {
  readonly account: AccountSummary;
}

/** One account: who it is and how its token is. The one being looked at shows its pages below. */
export function SidebarAccount(props: SidebarAccountProps): JSX.Element {
  const usher = useUsher();
  const isHere = () => {
    const route = usher.route();
    return 'accountId' in route && route.accountId === props.account.id;
  };
  const view = () => usher.route().view;
  const serverCount = () =>
    usher.state.servers.find((list) => list.accountId === props.account.id)?.servers.length ?? 0;
  // The second line tells apart two accounts that go by the same title.
  const subtitle = () => {
    if (props.account.status === 'signingOut') return appText().signingOut;
    if (props.account.storage === 'session') return tokenText().untilQuit;
    if (props.account.homeOf !== null) return appText().homeUser;
    return props.account.username === props.account.title
      ? props.account.email
      : props.account.username;
  };

  /** The account a Home user stands below, as long as that is here. */
  const above = () =>
    props.account.homeOf === null
      ? undefined
      : usher.state.accounts.find((each) => each.id === props.account.homeOf);

  return (
    <li class={cx(above() !== undefined && styles.below)}>
      <button
        type="button"
        data-nav-item
        class={cx(styles.item, styles.account, isHere() && styles.here)}
        aria-expanded={isHere()}
        title={[props.account.title, props.account.note].filter(Boolean).join('\n\n')}
        onClick={() => usher.navigate({ view: 'servers', accountId: props.account.id })}
      >
        <span class={styles.avatar}>
          <Avatar
            name={props.account.title}
            path={props.account.avatarPath}
            size={above() === undefined ? 'medium' : 'small'}
          />
          <span class={cx(styles.dot, styles[props.account.verdict.kind])} aria-hidden="true" />
        </span>
        <span class={styles.who}>
          <span class={styles.label}>
            <bdi>{props.account.title}</bdi>
          </span>
          <Show when={subtitle() !== ''}>
            <span class={styles.subtitle}>
              <bdi>{subtitle()}</bdi>
            </span>
          </Show>
        </span>
        <VisuallyHidden>
          <Show when={above()}>{(account) => appText().homeUserOf(account().title)}</Show>{' '}
          {appText().tokenState(verdictText(props.account.verdict).label)}
        </VisuallyHidden>
      </button>
      <Show when={isHere()}>
        <ul class={styles.pages}>
          <li>
            <SidebarItem
              isNested
              route={{ view: 'servers', accountId: props.account.id }}
              isCurrent={view() === 'servers' || view() === 'server' || view() === 'source'}
              icon={<Server size={15} aria-hidden="true" />}
              label={appText().servers}
              end={
                <Show when={serverCount() > 0}>
                  <span class={styles.count}>{serverCount()}</span>
                </Show>
              }
            />
          </li>
          <li>
            <SidebarItem
              isNested
              route={{ view: 'account', accountId: props.account.id }}
              isCurrent={view() === 'account'}
              icon={<UserRound size={15} aria-hidden="true" />}
              label={appText().account}
            />
          </li>
          <li>
            <SidebarItem
              isNested
              route={{ view: 'devices', accountId: props.account.id }}
              isCurrent={view() === 'devices'}
              icon={<MonitorSmartphone size={15} aria-hidden="true" />}
              label={appText().devices}
            />
          </li>
          <Show when={props.account.homeOf === null}>
            <li>
              <SidebarItem
                isNested
                route={{ view: 'home', accountId: props.account.id }}
                isCurrent={view() === 'home'}
                icon={<House size={15} aria-hidden="true" />}
                label={appText().home}
              />
            </li>
          </Show>
        </ul>
      </Show>
    </li>
  );
}
