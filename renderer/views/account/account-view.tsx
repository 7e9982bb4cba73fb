import { Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import { useUsher } from '../../state/use-usher.ts';
import { accountText } from '../../../shared/words/account.ts';
import { nameWithin, timeAgoText } from '../../../shared/words/formats.ts';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AccountHeader } from './account-header.tsx';
import { AccountTiles } from './account-tiles.tsx';
import styles from './account-view.module.css';
import { createAccountDetails } from './create-account-details.ts';
import { DataView } from './data-view.tsx';
import { TokenCard } from './token-card.tsx';
import { TokenRepair } from './token-repair.tsx';

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
  const query = createAccountDetails(() => props.account.id);
  const dataRoute = () => {
    const route = usher.route();
    return route.view === 'account' && route.tab === 'data' ? route : null;
  };
  const isSignedOut = () =>
    props.account.verdict.kind === 'rejected' || query.error()?.code === 'token.rejected';
  /** Above what is known since then, which a failed refresh does not replace; null in its place. */
  const failure = (askedAt: number | null) => (
    <Show when={query.error()}>
      {(error) => (
        <ErrorState
          error={error()}
          isInline={askedAt !== null}
          asOf={askedAt ?? undefined}
          isRetrying={query.isLoading()}
          onRetry={() => query.reload()}
          actions={<TokenRepair account={props.account} error={error()} />}
        />
      )}
    </Show>
  );
  return (
    <div class={styles.view}>
      <AccountHeader
        account={props.account}
        page={dataRoute() === null ? 'profile' : 'data'}
        refresh={{
          label: query.isLoading() ? accountText().refreshing : accountText().refresh,
          isBusy: query.isLoading(),
          run: query.reload,
          // Told anew each time it is shown.
          get tip() {
            const details = query.details();
            return details === null
              ? accountText().refresh
              : accountText().refreshTip(timeAgoText(details.askedAt, Date.now()));
          },
        }}
      />
      <Show
        when={isSignedOut()}
        fallback={<Show when={query.details()}>{(details) => failure(details().askedAt)}</Show>}
      >
        <SignedOutBanner account={props.account} />
      </Show>
      <Show when={dataRoute() === null}>
        <TokenCard account={props.account} />
      </Show>
      <Show
        when={query.details()}
        fallback={
          <Show when={!isSignedOut()}>
            <Card>
              <Show
                when={query.error()}
                fallback={<Skeleton lines={10} label={accountText().loading} />}
              >
                {failure(null)}
              </Show>
            </Card>
          </Show>
        }
      >
        {(details) => (
          <Show
            when={dataRoute()}
            fallback={<AccountTiles account={props.account} details={details()} />}
          >
            {(route) => <DataView details={details()} query={query} at={route().at} />}
          </Show>
        )}
      </Show>
    </div>
  );
}

/** What concerns the whole account: of what there is below, nothing works. */
function SignedOutBanner(props: AccountPageProps): JSX.Element {
  return (
    <div role="alert">
      <Banner
        tone="danger"
        title={accountText().signedOut.title(nameWithin(props.account.title))}
        detail={accountText().signedOut.text}
        actions={<TokenRepair account={props.account} error={{ code: 'token.rejected' }} />}
      />
    </div>
  );
}
