import { Match, onMount, Show, Switch, type JSX } from 'solid-js';
import type { AccountDetails, AccountSummary } from '../../../shared/model/account.ts';
import { accountText } from '../../../shared/words/account.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AccountOverview } from './account-overview.tsx';
import type { AccountDetailsQuery } from './create-account-details.ts';
import { RecordView } from './record-view.tsx';
import { TokenRepair } from './token-repair.tsx';

interface AccountBodyProps {
  readonly account: AccountSummary;
  readonly query: AccountDetailsQuery;
  readonly page: 'profile' | 'data';
}

/** What Plex said, or why it said nothing. A failed refresh stands above what is known and does not replace it. */
export function AccountBody(props: AccountBodyProps): JSX.Element {
  const failure = (isInline: boolean) => (
    <Show when={props.query.error()}>
      {(error) => (
        <ErrorState
          error={error()}
          isInline={isInline}
          isRetrying={props.query.isLoading()}
          onRetry={() => props.query.reload()}
          actions={<TokenRepair account={props.account} error={error()} />}
        />
      )}
    </Show>
  );
  return (
    <Switch
      fallback={
        <Card>
          <Skeleton lines={10} label={accountText().loading} />
        </Card>
      }
    >
      <Match when={props.query.details()}>
        {(details) => (
          <>
            {failure(true)}
            <Show when={props.page === 'data'} fallback={<AccountOverview details={details()} />}>
              <WholeRecord details={details()} query={props.query} />
            </Show>
          </>
        )}
      </Match>
      <Match when={props.query.error()}>
        <Card>{failure(false)}</Card>
      </Match>
    </Switch>
  );
}

interface WholeRecordProps {
  readonly details: AccountDetails;
  readonly query: AccountDetailsQuery;
}

/** The record of a sign-in has less in it than Plex tells when it is asked for the account. */
function WholeRecord(props: WholeRecordProps): JSX.Element {
  onMount(() => {
    if (props.details.answerTo !== 'user') props.query.reload();
  });
  return <RecordView record={props.details.record} />;
}
