import Ellipsis from 'lucide-solid/icons/ellipsis';
import LogOut from 'lucide-solid/icons/log-out';
import MonitorSmartphone from 'lucide-solid/icons/monitor-smartphone';
import { createSignal, For, Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { accountFieldText, accountText } from '../../../shared/words/account.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PageHeader, type PageHeaderProps } from '../../ui/page-header.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import { LinkDialog } from '../link/link-dialog.tsx';
import styles from './account-header.module.css';
import { AccountNote } from './account-note.tsx';
import { pagesOf, type AccountPage } from './account-pages.ts';
import { knownDetails } from './create-account-details.ts';

interface AccountHeaderProps extends Required<Pick<PageHeaderProps, 'refresh'>> {
  readonly account: AccountSummary;
  /** Its servers are among those of all accounts. */
  readonly page: Exclude<AccountPage, 'servers'>;
}

/** Whose pages these are, and the way from one to the other; the same on each, so that the tabs stay where they are. */
export function AccountHeader(props: AccountHeaderProps): JSX.Element {
  const usher = useUsher();
  const [isLinking, setIsLinking] = createSignal(false);
  const accountId = () => props.account.id;
  const details = () => knownDetails(usher, accountId());
  const title = () => details()?.identity.friendlyName?.trim() || props.account.title;
  // What is the title already says nothing new.
  const names = () =>
    [props.account.title, props.account.username, props.account.email].filter(
      (name, index, all) => name !== '' && name !== title() && all.indexOf(name) === index,
    );
  const role = () =>
    props.account.homeOf !== null
      ? accountText().homeUser
      : details()?.home.isAdmin === true
        ? accountFieldText().home.admin
        : null;
  const isSigningOut = () => props.account.status === 'signingOut';
  const pages = () => {
    const tabs = accountText().tabs;
    const servers = usher.state.servers.find((list) => list.accountId === accountId());
    const serverCount = (servers?.refreshedAt ?? null) === null ? null : servers?.servers.length;
    const devices = usher.state.devices.find((list) => list.accountId === accountId());
    const deviceCount = (devices?.askedAt ?? null) === null ? null : devices?.devices.length;
    const counts = {
      servers: serverCount,
      devices: deviceCount,
      home: details()?.home.size ?? null,
      profile: null,
      data: null,
    };
    return pagesOf(props.account).map(({ page, route }) => ({
      label: tabs[page],
      count: counts[page],
      isCurrent: props.page === page,
      onGo: () => usher.navigate(route),
    }));
  };
  return (
    <div class={styles.head}>
      <PageHeader
        leading={
          <span class={styles.avatar}>
            <Avatar name={title()} path={props.account.avatarPath} size="large" />
          </span>
        }
        title={title()}
        {...(props.page === 'profile' ? {} : { page: accountText().tabs[props.page] })}
        description={
          <span class={styles.meta}>
            <For each={names()}>
              {(name) => (
                <span class={styles.part}>
                  <bdi>{name}</bdi>
                </span>
              )}
            </For>
            <Show when={role()}>{(words) => <span class={styles.part}>{words()}</span>}</Show>
            <AccountNote account={props.account} />
          </span>
        }
        refresh={props.refresh}
        more={
          <Menu
            label={accountText().more(props.account.title)}
            icon={<Ellipsis size={16} aria-hidden="true" />}
            items={[
              {
                label: accountText().link,
                icon: <MonitorSmartphone size={16} aria-hidden="true" />,
                onSelect: () => setIsLinking(true),
              },
              {
                label: isSigningOut() ? accountText().signingOut : accountText().signOut,
                icon: <LogOut size={16} aria-hidden="true" />,
                onSelect: () => usher.askToSignOut(props.account),
              },
            ]}
          />
        }
      />
      <TabLinks label={accountText().tabsLabel} links={pages()} />
      <LinkDialog
        account={props.account}
        isOpen={isLinking()}
        onClose={() => setIsLinking(false)}
      />
    </div>
  );
}
