import { Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { useUsher } from '../../state/use-usher.ts';
import { mintText, serverPageText } from '../../../shared/words/servers.ts';
import { tokenListText } from '../../../shared/words/tokens.ts';
import { GrowingList } from '../../ui/growing-list.tsx';
import { Section } from '../../ui/section.tsx';
import { TokenRow } from '../tokens/token-row.tsx';
import type { Mint } from './create-mint.ts';
import { MintButton } from './mint-button.tsx';
import { MintError } from './mint-error.tsx';
import { TokenHoleNotice } from './token-hole-notice.tsx';
import styles from './mint-section.module.css';

interface MintSectionProps {
  readonly server: ServerSummary;
  readonly mint: Mint;
}

/** Minting, what it gives, and the tokens of this server that still live. */
export function MintSection(props: MintSectionProps): JSX.Element {
  const usher = useUsher();
  const tokens = () =>
    usher.state.tokens.filter(
      (entry) => entry.serverId === props.server.id && entry.accountId === props.server.accountId,
    );
  return (
    <Section
      title={mintText().title}
      description={mintText().rights}
      isFlush
      actions={<MintButton mint={props.mint} serverName={props.server.name} isMain />}
    >
      <div class={styles.notice}>
        <TokenHoleNotice version={props.server.version} />
      </div>
      <Show when={props.mint.error() !== null}>
        <div class={styles.notice}>
          <MintError mint={props.mint} />
        </div>
      </Show>
      <Show
        when={tokens().length > 0}
        fallback={<p class={styles.none}>{serverPageText().noTokens}</p>}
      >
        <GrowingList
          items={tokens()}
          label={serverPageText().tokens}
          class={styles.tokens}
          moreLabel={tokenListText().more}
        >
          {(entry) => <TokenRow entry={entry} isOnServerPage />}
        </GrowingList>
      </Show>
    </Section>
  );
}
