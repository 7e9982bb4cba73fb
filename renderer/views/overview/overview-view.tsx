import { onMount, type JSX } from 'solid-js';
import { overviewText } from '../../../shared/words/overview.ts';
import { useUsher } from '../../state/use-usher.ts';
import { wholeOf } from '../../state/usher-state.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { AccountsBlock } from './accounts-block.tsx';
import { ActiveTokens } from './active-tokens.tsx';
import { AttentionBlock } from './attention-block.tsx';
import { QuickCopy } from './quick-copy.tsx';
import styles from './overview-view.module.css';

const staleAfterMs = 5 * 60_000;

/** What a returning person sees first: the servers they use, what needs them, and what is alive. */
export function OverviewView(): JSX.Element {
  const usher = useUsher();
  const isRefreshing = () =>
    wholeOf(usher.state, 'servers').servers.some((list) => list.isRefreshing);
  const refresh = (isDue: (refreshedAt: number | null) => boolean): void => {
    const { accounts, servers } = wholeOf(usher.state, 'accounts', 'servers');
    const lists = new Map(servers.map((list) => [list.accountId, list]));
    for (const { id } of accounts) {
      const list = lists.get(id);
      if (list?.isRefreshing !== true && isDue(list?.refreshedAt ?? null)) {
        void usher.request('servers.refresh', { accountId: id });
      }
    }
  };
  onMount(() => {
    refresh((refreshedAt) => refreshedAt === null || Date.now() - refreshedAt > staleAfterMs);
  });

  return (
    <div class={styles.view}>
      <PageHeader
        title={overviewText().title}
        refresh={{
          label: isRefreshing() ? overviewText().refreshing : overviewText().refresh,
          isBusy: isRefreshing(),
          run: () => refresh(() => true),
        }}
      />
      <div class={styles.blocks}>
        <QuickCopy />
        <AttentionBlock onRefresh={() => refresh(() => true)} />
        <div class={styles.halves}>
          <ActiveTokens />
          <AccountsBlock />
        </div>
      </div>
    </div>
  );
}
