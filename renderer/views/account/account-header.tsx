import type { JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { accountText } from '../../../shared/words/account.ts';
import type { Route } from '../../state/route.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { PageHeader, type PageHeaderProps } from '../../ui/page-header.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import styles from './account-header.module.css';

interface AccountHeaderProps extends Pick<PageHeaderProps, 'badges' | 'description' | 'actions'> {
  readonly account: AccountSummary;
  readonly page: 'profile' | 'devices' | 'home' | 'data';
}

/** Whose pages these are, and the way from one to the other; the same on each, so that the tabs stay where they are. */
export function AccountHeader(props: AccountHeaderProps): JSX.Element {
  const usher = useUsher();
  const accountId = () => props.account.id;
  const pages = () => {
    const tabs = accountText().tabs;
    const link = (page: AccountHeaderProps['page'], label: string, route: Route) => ({
      label,
      isCurrent: props.page === page,
      onGo: () => usher.navigate(route),
    });
    return [
      link('profile', tabs.profile, { view: 'account', accountId: accountId() }),
      {
        label: tabs.servers,
        isCurrent: false,
        onGo: () => usher.navigate({ view: 'servers', accountId: accountId() }),
      },
      link('devices', tabs.devices, { view: 'devices', accountId: accountId() }),
      // Who is in a Home is for its own accounts to see, and a Home user is none.
      ...(props.account.homeOf === null
        ? [link('home', tabs.home, { view: 'home', accountId: accountId() })]
        : []),
      link('data', tabs.data, { view: 'account', accountId: accountId(), tab: 'data' }),
    ];
  };
  return (
    <div class={styles.head}>
      <PageHeader
        leading={<Avatar name={props.account.title} path={props.account.avatarPath} size="large" />}
        title={props.account.title}
        {...(props.page === 'profile' ? {} : { page: accountText().tabs[props.page] })}
        badges={props.badges}
        description={props.description}
        actions={props.actions}
      />
      <TabLinks label={accountText().tabsLabel} links={pages()} />
    </div>
  );
}
