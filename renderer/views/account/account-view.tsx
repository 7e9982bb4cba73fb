import LogOut from 'lucide-solid/icons/log-out';
import MonitorSmartphone from 'lucide-solid/icons/monitor-smartphone';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { createSignal, Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import { useUsher } from '../../state/use-usher.ts';
import { accountText } from '../../../shared/words/account.ts';
import { Chip } from '../../ui/chip.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { LinkDialog } from '../link/link-dialog.tsx';
import { AccountBody } from './account-body.tsx';
import { AccountHeader } from './account-header.tsx';
import { AccountNote } from './account-note.tsx';
import { createAccountDetails } from './create-account-details.ts';
import { TokenCard } from './token-card.tsx';
import styles from './account-view.module.css';

interface AccountViewProps {
  readonly accountId: AccountId;
}

/** The account behind a token: the token itself, and everything Plex says of whom it belongs to. */
export function AccountView(props: AccountViewProps): JSX.Element {
  const usher = useUsher();
  const account = () => usher.state.accounts.find((each) => each.id === props.accountId);
  return (
    <Show
      when={account()}
      fallback={
        <div class={styles.view}>
          <PageHeader title={accountText().title} />
          <Card>
            <EmptyState title={accountText().gone.title} detail={accountText().gone.text} />
          </Card>
        </div>
      }
    >
      {(present) => <AccountPage account={present()} />}
    </Show>
  );
}

interface AccountPageProps {
  readonly account: AccountSummary;
}

function AccountPage(props: AccountPageProps): JSX.Element {
  const usher = useUsher();
  const [isLinking, setIsLinking] = createSignal(false);
  const query = createAccountDetails(() => props.account.id);
  const page = () => {
    const route = usher.route();
    return route.view === 'account' && route.tab === 'data' ? 'data' : 'profile';
  };
  // The user name and the address say nothing new where they are the title already.
  const names = () =>
    [props.account.username, props.account.email].filter(
      (name, index, all) =>
        name !== '' && name !== props.account.title && all.indexOf(name) === index,
    );

  return (
    <div class={styles.view}>
      <AccountHeader
        account={props.account}
        page={page()}
        badges={
          <>
            <Show when={props.account.homeOf !== null}>
              <Chip tone="info">{accountText().homeUser}</Chip>
            </Show>
            <Show when={props.account.hasPlexPass !== null}>
              <Chip tone={props.account.hasPlexPass === true ? 'info' : 'neutral'}>
                {props.account.hasPlexPass === true
                  ? accountText().plexPass
                  : accountText().noPlexPass}
              </Chip>
            </Show>
          </>
        }
        description={
          <>
            <Show when={names().length > 0}>
              <bdi>{names().join(' · ')}</bdi>
            </Show>
            <Show when={query.details()}>
              {(details) => (
                <>
                  {names().length > 0 ? ' · ' : ''}
                  {accountText().asked(<TimeAgo at={details().askedAt} />)}
                </>
              )}
            </Show>
          </>
        }
        actions={
          <>
            <Button
              icon={<RefreshCw size={14} aria-hidden="true" />}
              isBusy={query.isLoading()}
              onClick={() => query.reload()}
            >
              {query.isLoading() ? accountText().refreshing : accountText().refresh}
            </Button>
            <Button
              icon={<MonitorSmartphone size={14} aria-hidden="true" />}
              onClick={() => setIsLinking(true)}
            >
              {accountText().link}
            </Button>
            <Button
              icon={<LogOut size={14} aria-hidden="true" />}
              isBusy={props.account.status === 'signingOut'}
              onClick={() => {
                // A copy: what stands at this place of the list is another account once this one is gone.
                const { id, title, storage } = props.account;
                usher.askToSignOut({ id, title, storage });
              }}
            >
              {props.account.status === 'signingOut'
                ? accountText().signingOut
                : accountText().signOut}
            </Button>
          </>
        }
      />
      <Show when={page() === 'profile'}>
        <AccountNote account={props.account} />
        <TokenCard account={props.account} />
      </Show>
      <AccountBody account={props.account} query={query} page={page()} />
      <LinkDialog
        account={props.account}
        isOpen={isLinking()}
        onClose={() => setIsLinking(false)}
      />
    </div>
  );
}
