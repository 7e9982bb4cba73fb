import { createUniqueId, Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { serverPageText } from '../../../shared/words/servers.ts';
import { tokenListText } from '../../../shared/words/tokens.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Card } from '../../ui/card.tsx';
import { GrowingList } from '../../ui/growing-list.tsx';
import { TokenRow } from '../tokens/token-row.tsx';
import styles from './server-view.module.css';

/** The tokens that were minted on a server and are kept. */
export function ServerTokens(props: { readonly server: ServerSummary }): JSX.Element {
  const usher = useUsher();
  const id = createUniqueId();
  const tokens = () =>
    usher.state.tokens.filter(
      (entry) => entry.serverId === props.server.id && entry.accountId === props.server.accountId,
    );
  return (
    <section class={styles.tokens} aria-labelledby={id}>
      <div class={styles.tokensHead}>
        <h2>
          <span id={id}>{serverPageText().tokens}</span>{' '}
          <span class={styles.count}>{tokens().length}</span>
        </h2>
        <span class={styles.rights}>{tokenListText().rightsTitle}</span>
      </div>
      <Card class={styles.list}>
        <Show
          when={tokens().length > 0}
          fallback={<p class={styles.none}>{serverPageText().noTokens}</p>}
        >
          <GrowingList
            items={tokens()}
            label={serverPageText().tokens}
            moreLabel={tokenListText().showMore}
          >
            {(entry) => <TokenRow entry={entry} isOnServerPage />}
          </GrowingList>
        </Show>
      </Card>
    </section>
  );
}
