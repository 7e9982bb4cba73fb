import SearchX from 'lucide-solid/icons/search-x';
import Ticket from 'lucide-solid/icons/ticket';
import { createMemo, createSignal, Match, Show, Switch, type JSX } from 'solid-js';
import { createOpeningCheck } from '../../state/create-opening-check.ts';
import { useUsher } from '../../state/use-usher.ts';
import { tokenListText } from '../../../shared/words/tokens.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CheckButton } from '../../ui/check-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GrowingList } from '../../ui/growing-list.tsx';
import { Banner } from '../../ui/banner.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { findTokens } from './find-tokens.ts';
import { TokenRow } from './token-row.tsx';
import styles from './tokens-view.module.css';

const searchFrom = 9;

/** The transient tokens of all accounts, those with the shortest time left last, as main orders them. */
export function TokensView(): JSX.Element {
  const usher = useUsher();
  const [query, setQuery] = createSignal('');
  const tokens = () => usher.state.tokens;
  const found = createMemo(() => findTokens(tokens(), query()));
  const live = createMemo(() =>
    tokens()
      .filter(({ remainingMs }) => remainingMs > 0)
      .map(({ id }) => ({ kind: 'transient', tokenId: id }) as const),
  );
  createOpeningCheck(live);
  const firstAccount = () => usher.state.accounts[0];
  const description = () =>
    query().trim() === ''
      ? tokenListText().count(tokens().length)
      : tokenListText().found(found().length, tokens().length);

  return (
    <div class={styles.view}>
      <PageHeader
        title={tokenListText().title}
        description={<Show when={tokens().length > 0}>{description()}</Show>}
        actions={
          <Show when={live().length > 0}>
            <CheckButton tokens={live()} name={tokenListText().all} />
          </Show>
        }
      />
      <Switch>
        <Match when={tokens().length === 0}>
          <Card>
            <EmptyState
              icon={<Ticket size={24} />}
              title={tokenListText().empty.title}
              detail={tokenListText().empty.text}
              actions={
                <Show
                  when={firstAccount()}
                  fallback={
                    <Button kind="filled" onClick={() => usher.navigate({ view: 'signIn' })}>
                      {tokenListText().empty.signIn}
                    </Button>
                  }
                >
                  {(account) => (
                    <Button
                      kind="filled"
                      onClick={() => usher.navigate({ view: 'servers', accountId: account().id })}
                    >
                      {tokenListText().empty.action}
                    </Button>
                  )}
                </Show>
              }
            />
          </Card>
        </Match>
        <Match when={tokens().length > 0}>
          <Banner title={tokenListText().rightsTitle} detail={tokenListText().rights} />
          <Show when={tokens().length >= searchFrom}>
            <SearchField
              label={tokenListText().search}
              placeholder={tokenListText().searchHint}
              value={query()}
              onInput={setQuery}
            />
          </Show>
          <Show
            when={found().length > 0}
            fallback={
              <Card>
                <EmptyState
                  icon={<SearchX size={24} />}
                  title={tokenListText().noneFound.title}
                  detail={tokenListText().noneFound.text(query())}
                  actions={
                    <Button onClick={() => setQuery('')}>{tokenListText().noneFound.clear}</Button>
                  }
                />
              </Card>
            }
          >
            <Card class={styles.list}>
              <GrowingList items={found()} moreLabel={tokenListText().showMore}>
                {(entry) => <TokenRow entry={entry} />}
              </GrowingList>
            </Card>
          </Show>
        </Match>
      </Switch>
    </div>
  );
}
