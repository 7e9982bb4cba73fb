import House from 'lucide-solid/icons/house';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { PlexHome } from '../../../shared/model/home.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import { createQuery, type Query } from '../../state/create-query.ts';
import { useUsher } from '../../state/use-usher.ts';
import { homeText } from '../../../shared/words/home.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { GrowingList } from '../../ui/growing-list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { AccountHeader } from '../account/account-header.tsx';
import { TokenRepair } from '../account/token-repair.tsx';
import { MemberRow } from './member-row.tsx';
import styles from './home-view.module.css';

interface HomeViewProps {
  readonly accountId: AccountId;
}

/** Who is in the Plex Home of an account, and the tokens of those who are. */
export function HomeView(props: HomeViewProps): JSX.Element {
  const usher = useUsher();
  const query = createQuery('home.load', () => ({ accountId: props.accountId }));
  const account = () => usher.state.accounts.find((each) => each.id === props.accountId);
  return (
    <div class={styles.view}>
      <Show when={account()}>
        {(present) => (
          <>
            <AccountHeader
              account={present()}
              page="home"
              refresh={{
                label: query.isLoading() ? homeText().refreshing : homeText().refresh,
                isBusy: query.isLoading(),
                run: query.reload,
              }}
            />
            <HomeBody account={present()} query={query} />
          </>
        )}
      </Show>
    </div>
  );
}

interface HomeBodyProps {
  readonly account: AccountSummary;
  readonly query: Query<'home.load'>;
}

/** The users of a Home, below whatever header they stand under. */
function HomeBody(props: HomeBodyProps): JSX.Element {
  const isAlone = () => props.query.value()?.members.every(({ isSelf }) => isSelf) === true;
  /** Above what is known since then, which a failed refresh does not replace; null in its place. */
  const failure = (askedAt: number | null) => (
    <Show when={props.query.error()}>
      {(error) => (
        <ErrorState
          error={error()}
          isInline={askedAt !== null}
          asOf={askedAt ?? undefined}
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
          <Skeleton lines={5} label={homeText().loading} />
        </Card>
      }
    >
      <Match when={isAlone()}>
        {failure(props.query.value()?.askedAt ?? null)}
        <Card class={styles.list}>
          <EmptyLine icon={<House size={16} />} text={homeText().alone} />
        </Card>
      </Match>
      <Match when={props.query.value()}>
        {(home) => (
          <>
            {failure(home().askedAt)}
            <p class={styles.lead}>{homeText().lead}</p>
            <Card class={styles.list}>
              <GrowingList
                items={home().members}
                label={homeText().listLabel}
                moreLabel={homeText().more}
              >
                {(member) => <MemberRow accountId={props.account.id} member={member} />}
              </GrowingList>
            </Card>
            <p class={styles.note}>
              <HomeFacts home={home()} />
            </p>
          </>
        )}
      </Match>
      <Match when={props.query.error()}>
        <Card>{failure(null)}</Card>
      </Match>
    </Switch>
  );
}

interface HomeFactsProps {
  readonly home: PlexHome;
}

function HomeFacts(props: HomeFactsProps): JSX.Element {
  return (
    <>
      <Show when={props.home.name}>
        <bdi>{props.home.name}</bdi>
        {' · '}
      </Show>
      {homeText().count(props.home.members.length)}
      {' · '}
      {homeText().asked(<TimeAgo at={props.home.askedAt} />)}
    </>
  );
}
