import Info from 'lucide-solid/icons/info';
import SearchX from 'lucide-solid/icons/search-x';
import Ticket from 'lucide-solid/icons/ticket';
import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { uiText } from '../../../shared/words/app.ts';
import { tokenListText } from '../../../shared/words/tokens.ts';
import { createCheck } from '../../state/create-check.ts';
import { createOpeningCheck } from '../../state/create-opening-check.ts';
import { useUsher } from '../../state/use-usher.ts';
import { ErrorLine } from '../../ui/error-line.tsx';
import { Block } from '../../ui/block.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { GrowingList } from '../../ui/growing-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { TipMark } from '../../ui/tooltip.tsx';
import { findTokens } from './find-tokens.ts';
import { isLive } from './is-live.ts';
import { TokenRow } from './token-row.tsx';
import styles from './tokens-view.module.css';

// A few are seen at a glance; a field above them would only be in the way.
const searchFrom = 9;

/** The transient tokens of all accounts, those with the shortest time left last, as main orders them. */
export function TokensView(): JSX.Element {
  const usher = useUsher();
  const [query, setQuery] = createSignal('');
  const check = createCheck();
  const tokens = () => usher.state.tokens;
  const found = createMemo(() => findTokens(tokens(), query()));
  const active = createMemo(() => found().filter(isLive));
  const ended = createMemo(() => found().filter((token) => !isLive(token)));
  const checkable = createMemo(() =>
    tokens()
      .filter(({ remainingMs }) => remainingMs > 0)
      .map(({ id }) => ({ kind: 'transient', tokenId: id }) as const),
  );
  createOpeningCheck(checkable);

  return (
    <div class={styles.view}>
      <PageHeader
        title={tokenListText().title}
        badges={
          <TipMark label={tokenListText().rightsTitle} tip={tokenListText().rights}>
            <Info size={16} aria-hidden="true" />
          </TipMark>
        }
        actions={
          <Show when={tokens().length >= searchFrom}>
            <SearchField
              class={styles.search}
              label={tokenListText().search}
              placeholder={tokenListText().search}
              value={query()}
              onInput={setQuery}
            />
          </Show>
        }
        {...(checkable().length === 0
          ? {}
          : {
              refresh: {
                label: uiText().checkLabel(tokenListText().all),
                isBusy: check.isBusy(),
                run: () => void check.run(checkable(), tokenListText().all),
              },
            })}
      />
      <Show when={check.error()}>{(error) => <ErrorLine error={error()} />}</Show>
      <Show
        when={found().length > 0 || query() === ''}
        fallback={
          <Card class={styles.none}>
            <EmptyLine
              icon={<SearchX size={16} />}
              text={tokenListText().noneFound(query())}
              action={<Button onClick={() => setQuery('')}>{uiText().clearSearch}</Button>}
            />
          </Card>
        }
      >
        <Show when={active().length > 0 || query() === ''}>
          <Block title={tokenListText().active} count={active().length}>
            <Show when={active().length > 0} fallback={<NoneActive />}>
              <Rows tokens={active()} />
            </Show>
          </Block>
        </Show>
        <Show when={ended().length > 0}>
          <Block
            title={tokenListText().ended}
            count={ended().length}
            end={<span class={styles.note}>{tokenListText().removedLater}</span>}
          >
            <Rows tokens={ended()} />
          </Block>
        </Show>
      </Show>
    </div>
  );
}

function Rows(props: { readonly tokens: readonly TransientTokenSummary[] }): JSX.Element {
  return (
    <div class={styles.rows}>
      <GrowingList items={props.tokens} moreLabel={tokenListText().showMore}>
        {(entry) => <TokenRow entry={entry} />}
      </GrowingList>
    </div>
  );
}

function NoneActive(): JSX.Element {
  const usher = useUsher();
  const text = () => tokenListText().empty;
  const hasAccounts = () => usher.state.accounts.length > 0;
  return (
    <EmptyLine
      icon={<Ticket size={16} />}
      text={text().text}
      action={
        <Button
          kind="filled"
          onClick={() => usher.navigate({ view: hasAccounts() ? 'servers' : 'signIn' })}
        >
          {hasAccounts() ? text().action : text().signIn}
        </Button>
      }
    />
  );
}
